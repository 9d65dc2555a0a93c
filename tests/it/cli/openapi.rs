//! `defender operations --openapi`: documents of the operations that the program has.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::cli::program::Program;
use crate::tables::table;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

async fn document(product: &str, version: &str) -> Value {
    let words = [
        "operations",
        "--openapi",
        product,
        "--openapi-version",
        version,
    ];
    let run = Program::new(&words).run().await;
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    serde_json::from_str(&run.stdout).unwrap()
}

/// Method and path of each operation, and the operations below it: itself, or its variants.
fn calls(document: &Value) -> Vec<(String, String, Value)> {
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in METHODS {
            let operation = &item[method];
            let itself = vec![operation.clone()];
            let variants = operation["x-defender-variants"].as_array().cloned();
            if operation.is_object() {
                for one in variants.unwrap_or(itself) {
                    found.push((method.to_uppercase(), path.clone(), one));
                }
            }
        }
    }
    found
}

#[tokio::test]
async fn a_document_has_the_operations_of_its_product_and_no_others() {
    for product in ["mde", "mdca", "xdr"] {
        let document = document(product, "3.1").await;
        let shown: BTreeSet<_> = calls(&document)
            .into_iter()
            .map(|(method, path, one)| {
                let id = one["operationId"].as_str().unwrap().to_owned();
                (id, method, path)
            })
            .collect();
        let known = table(product).iter().map(|row| {
            let text = |name: &str| row[name].as_str().unwrap().to_owned();
            let path = match text("path") {
                path if path.starts_with('/') => path,
                whole => format!("/{whole}"),
            };
            (text("id"), text("method"), path)
        });
        assert_eq!(shown, known.collect(), "{product}");
    }
}

#[tokio::test]
async fn servers_are_the_worldwide_hosts_of_the_operations() {
    let document = document("xdr", "3.0").await;
    assert_eq!(document["openapi"], "3.0.3");
    assert_eq!(document["servers"][0]["url"], "https://graph.microsoft.com");
    let other = &document["paths"]["/api/incidents"]["servers"][0]["url"];
    assert_eq!(other, "https://api.security.microsoft.com");
}

#[tokio::test]
async fn a_link_leads_to_an_operation_and_names_its_inputs() {
    for product in ["mde", "mdca", "xdr"] {
        let document = document(product, "3.1").await;
        let calls = calls(&document);
        for (_, _, operation) in &calls {
            let answers = operation["responses"].as_object().into_iter().flatten();
            let links = answers.filter_map(|(_, answer)| answer["links"].as_object());
            for link in links.flat_map(serde_json::Map::values) {
                let to = calls
                    .iter()
                    .find(|(.., one)| one["operationId"] == link["operationId"]);
                let (.., to) = to.unwrap_or_else(|| panic!("{link}"));
                for name in link["parameters"].as_object().unwrap().keys() {
                    let inputs = to["parameters"].as_array().unwrap();
                    assert!(inputs.iter().any(|input| input["name"] == *name), "{link}");
                }
            }
        }
    }
}

#[tokio::test]
async fn an_unknown_product_is_refused_with_the_known_ones() {
    let run = Program::line("operations --openapi nothing").run().await;
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("mde, mdca, xdr"), "{}", run.stderr);
}
