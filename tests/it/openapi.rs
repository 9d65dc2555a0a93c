//! The documents of `docs/openapi`, read as a program of others reads them: requests, tokens and checks come from the
//! document alone, and go to the emulator.

mod document;
mod recorded;
mod request;
mod schema;
mod sender;

use std::collections::BTreeSet;

use jiff::Timestamp;

use document::{Document, Operation};
use request::Inputs;
use sender::Sender;

const PRODUCTS: [&str; 3] = ["mde", "mdca", "xdr"];

/// What is wrong with the answer to an operation's examples, if anything.
async fn fault(document: &Document, operation: &Operation<'_>, inputs: &Inputs) -> Option<String> {
    let id = operation.id();
    let request = match request::made(document, operation, inputs, Timestamp::now()) {
        Ok(request) => request,
        Err(missing) => return Some(format!("{id}: no example of {missing}")),
    };
    let heard = Sender::start().await.send(operation, request).await;
    let Some(answer) = operation.success(heard.status) else {
        let (status, text) = (heard.status, String::from_utf8_lossy(&heard.body));
        return Some(format!(
            "{id} {inputs:?}: status {status}, not a documented success: {text}"
        ));
    };
    let schema = answer.pointer("/content/application~1json/schema")?;
    let Ok(body) = serde_json::from_slice(&heard.body) else {
        return Some(format!("{id} {inputs:?}: the answer is not JSON"));
    };
    let faults = schema::faults(document.root(), schema, &body);
    (!faults.is_empty()).then(|| format!("{id} {inputs:?}: {}", faults.join("\n  ")))
}

/// Sends the examples of each operation, required ones and then each optional one beside them.
async fn check(product: &str) {
    let document = Document::read(product, "");
    let mut faults = Vec::new();
    let mut excused = BTreeSet::new();
    for operation in document.operations() {
        if operation.value["x-defender-example-end"].is_string() {
            excused.insert(operation.id().to_owned());
            continue;
        }
        faults.extend(fault(&document, &operation, &Inputs::Required).await);
        for name in request::optional(&document, &operation) {
            faults.extend(fault(&document, &operation, &Inputs::And(name)).await);
        }
    }
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
    assert!(excused.len() < 5, "{excused:?}");
}

#[tokio::test(start_paused = true)]
async fn examples_of_endpoint_are_requests_that_succeed() {
    check("mde").await;
}

#[tokio::test(start_paused = true)]
async fn examples_of_cloud_apps_are_requests_that_succeed() {
    check("mdca").await;
}

#[tokio::test(start_paused = true)]
async fn examples_of_xdr_and_graph_are_requests_that_succeed() {
    check("xdr").await;
}

/// Every example of an answer fits its schema, in both versions of the document.
#[test]
fn examples_of_answers_fit_their_schemas() {
    for product in PRODUCTS {
        for version in ["", "-3.0"] {
            let document = Document::read(product, version);
            let mut count = 0;
            for (at, media) in document.answers() {
                let Some(example) = media.get("example") else {
                    continue;
                };
                count += 1;
                let faults = schema::faults(document.root(), &media["schema"], example);
                assert!(
                    faults.is_empty(),
                    "{product}{version} {at}: {}",
                    faults.join("\n")
                );
            }
            assert!(count > 40, "{product}{version}: {count} examples");
        }
    }
}

/// An answer of success with JSON has an example, unless the operation cannot succeed at once or some items have to fail.
#[test]
fn answers_of_success_have_an_example() {
    for product in PRODUCTS {
        let document = Document::read(product, "");
        for operation in document.operations() {
            let is_excused = operation.value["x-defender-example-end"].is_string();
            for (status, answer) in operation.successes() {
                let media = &answer["content"]["application/json"];
                let is_shown = !media["example"].is_null();
                let is_partial = status == 206;
                if media.is_object() && !is_partial && !is_excused {
                    assert!(is_shown, "{} {status}", operation.id());
                }
            }
        }
    }
}
