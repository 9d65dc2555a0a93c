//! Entities: an account by its key, and its related records.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use mdca_api::entities::EntityFilters;
use sandbox::Sandbox;
use serde_json::json;

use crate::support::Bench;

/// The key of an account, as the portal makes it.
fn key(id: &str) -> String {
    STANDARD.encode(json!({"id": id, "saas": 11161, "inst": 0}).to_string())
}

#[tokio::test(start_paused = true)]
async fn an_account_is_found_by_its_key() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let entities = bench.mdca().entities();
    let filters = EntityFilters::new().is_external_eq(false);
    let listed = entities.query().filters(&filters).limit(1).send().await;
    let listed = listed.unwrap().items.remove(0);
    let got = entities.get(key(listed.id.as_str())).send().await.unwrap();
    assert_eq!(got.display_name, listed.display_name);
    let tree = entities.get_tree(key(listed.id.as_str())).send().await;
    assert_eq!(tree.unwrap()["entity"]["id"], listed.id.as_str());
    let error = entities.get(key("nobody")).send().await.unwrap_err();
    assert!(error.is_not_found());
}
