//! `answers.json` of the `reference` crate: what the emulator answers to the examples of the documents.
//!
//! With `DEFENDER_RECORD_ANSWERS` the tests write the files, which `cargo xtask openapi --answers` does; without it they
//! compare. The clock stands still and chance has a seed, so that every run hears the same.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use jiff::Timestamp;
use sandbox::{Application, Sandbox, Service};
use serde_json::{Map, Value};

use super::document::{Document, Operation};
use super::request::{self, Inputs, Request};
use super::sender::{Heard, Sender, service};

/// The time of the records. Examples that name a day name one shortly before it.
const NOW: &str = "2026-02-01T12:00:00Z";

/// An application without permissions.
const POWERLESS: (&str, &str) = ("11111111-aaaa-4aaa-8aaa-0000000000e0", "secret");

/// The longest text that is kept whole.
const LONGEST: usize = 200;

/// An emulator whose next answers are the same in every run.
async fn sender() -> Sender {
    let now: Timestamp = NOW.parse().unwrap();
    let powerless = Application::new(POWERLESS.0, POWERLESS.1).roles([""; 0]);
    let builder = Sandbox::builder()
        .now(now)
        .speed(0.0)
        .application(powerless);
    let sender = Sender::with(builder).await;
    // Ids of new records are drawn from the generator of the thread, which is this one: nothing here runs on another.
    fastrand::seed(42);
    sender
}

fn made(document: &Document, operation: &Operation<'_>, inputs: &Inputs) -> Option<Request> {
    request::made(document, operation, inputs, NOW.parse().unwrap()).ok()
}

/// Bodies of success by status.
async fn successes(document: &Document, operation: &Operation<'_>) -> BTreeMap<u16, Value> {
    let mut found = BTreeMap::new();
    let mut runs = vec![Inputs::Required];
    if operation.successes().len() > 1 {
        // A header may ask for an answer of another status.
        let optional = request::optional(document, operation);
        runs.extend(optional.into_iter().map(Inputs::And));
    }
    for inputs in runs {
        let Some(request) = made(document, operation, &inputs) else {
            continue;
        };
        if operation.family().is_none() {
            continue;
        }
        let sender = sender().await;
        let heard = sender.send(operation, request).await;
        let media = operation.success(heard.status);
        let is_json = media.is_some_and(|one| !one["content"]["application/json"].is_null());
        if let (true, Some(body)) = (is_json, body(document, &sender, &heard)) {
            found.entry(heard.status).or_insert(body);
        }
    }
    found
}

/// The shortened body of an answer, with the addresses of the document in place of those of the emulator.
fn body(document: &Document, sender: &Sender, heard: &Heard) -> Option<Value> {
    let mut text = String::from_utf8(heard.body.clone()).ok()?;
    for (family, server) in document.servers() {
        text = text.replace(&sender.sandbox.url(service(family)), &server);
    }
    let storage = sender.sandbox.url(Service::Storage);
    text = text.replace(&storage, "https://contoso.blob.core.windows.net");
    assert!(!text.contains("127.0.0.1:"), "{text}");
    let mut body = serde_json::from_str(&text).ok()?;
    shorten(&mut body);
    Some(body)
}

/// Keeps one item of each list and the beginning of long texts.
fn shorten(value: &mut Value) {
    match value {
        Value::Array(items) => {
            items.truncate(1);
            items.iter_mut().for_each(shorten);
        }
        Value::Object(members) => members.values_mut().for_each(shorten),
        Value::String(text) if text.chars().count() > LONGEST => {
            *text = text.chars().take(LONGEST).chain(['…']).collect();
        }
        _ => {}
    }
}

/// Bodies of failure of a host family by status, each from the first operation that fails so.
async fn failures(document: &Document, family: &str) -> BTreeMap<u16, Value> {
    let mut found = BTreeMap::new();
    let operations = document.operations().into_iter();
    for operation in operations.filter(|one| one.family() == Some(family)) {
        let Some(request) = made(document, &operation, &Inputs::Required) else {
            continue;
        };
        for status in [400, 401, 403, 404, 429] {
            if found.contains_key(&status) || !documents(&operation, status) {
                continue;
            }
            let sender = sender().await;
            let heard = provoke(&sender, &operation, request.clone(), status).await;
            let heard = heard.filter(|heard| heard.status == status);
            found.extend(heard.and_then(|heard| Some((status, body(document, &sender, &heard)?))));
        }
    }
    found
}

fn documents(operation: &Operation<'_>, status: u16) -> bool {
    !operation.value["responses"][status.to_string()].is_null()
}

/// Sends what a service answers with a status of failure. `None` if the operation does not lend itself to it.
async fn provoke(
    sender: &Sender,
    operation: &Operation<'_>,
    mut request: Request,
    status: u16,
) -> Option<Heard> {
    let is_read = operation.method == "get";
    match status {
        400 if request.body.first() == Some(&b'{') => request.body = b"{".to_vec(),
        401 => return Some(sender.send_as(operation, request, None).await),
        403 => {
            let token = sender.token_of(operation, POWERLESS).await?;
            return Some(sender.send_as(operation, request, Some(token)).await);
        }
        404 if is_read && operation.path.trim_end_matches('/').ends_with('}') => {
            let end = if operation.path.ends_with('/') {
                "/"
            } else {
                ""
            };
            let (parent, _) = request.path.trim_end_matches('/').rsplit_once('/')?;
            request.path = format!("{parent}/0123456789abcdef01234567{end}");
        }
        429 if is_read && operation.value["x-defender-limits"].is_array() => {
            let token = sender.authorization(operation).await;
            let mut last = None;
            // More calls than any minute allows.
            for _ in 0..400 {
                let heard = sender
                    .send_as(operation, request.clone(), token.clone())
                    .await;
                let is_over = heard.status == status;
                last = Some(heard);
                if is_over {
                    break;
                }
            }
            return last;
        }
        _ => return None,
    }
    Some(sender.send(operation, request).await)
}

/// The table as text: a line for each operation.
async fn table(product: &str) -> String {
    let document = Document::read(product, "");
    let mut operations = BTreeMap::new();
    let mut families = BTreeMap::new();
    for operation in document.operations() {
        let bodies = successes(&document, &operation).await;
        if !bodies.is_empty() {
            operations.insert(operation.id().to_owned(), bodies);
        }
        if let Some(family) = operation
            .family()
            .filter(|one| !families.contains_key(*one))
        {
            families.insert(family.to_owned(), failures(&document, family).await);
        }
    }
    let mut text = String::from("{\n \"operations\": {\n");
    text += &lines(&operations);
    text += "\n },\n \"errors\": {\n";
    text += &lines(&families);
    text += "\n }\n}\n";
    text
}

fn lines(entries: &BTreeMap<String, BTreeMap<u16, Value>>) -> String {
    let mut text = String::new();
    for (name, bodies) in entries {
        let bodies: Map<_, _> = bodies
            .iter()
            .map(|(status, body)| (status.to_string(), body.clone()))
            .collect();
        let separator = if text.is_empty() { "" } else { ",\n" };
        write!(text, "{separator}  \"{name}\": {}", Value::Object(bodies)).unwrap();
    }
    text
}

async fn check(product: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/reference");
    let path = folder.join(product).join("answers.json");
    let heard = table(product).await;
    if std::env::var_os("DEFENDER_RECORD_ANSWERS").is_some() {
        std::fs::write(&path, &heard).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap();
    let mut pairs = kept.lines().zip(heard.lines());
    let different = pairs.find(|(kept, heard)| kept != heard);
    assert_eq!(different, None, "run `cargo xtask openapi --answers`");
    assert_eq!(
        kept.len(),
        heard.len(),
        "run `cargo xtask openapi --answers`"
    );
}

#[tokio::test(start_paused = true)]
async fn answers_of_endpoint_are_those_of_the_emulator() {
    check("mde").await;
}

#[tokio::test(start_paused = true)]
async fn answers_of_cloud_apps_are_those_of_the_emulator() {
    check("mdca").await;
}

#[tokio::test(start_paused = true)]
async fn answers_of_xdr_and_graph_are_those_of_the_emulator() {
    check("xdr").await;
}
