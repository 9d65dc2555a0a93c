//! Browser extensions and their permissions.

use std::collections::BTreeSet;

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn what_an_extension_may_do_is_explained() {
    let bench = Bench::new().await;
    let client = bench.mde();
    let permissions = client.browser_extensions().list_permissions().items();
    let permissions = permissions.collect_all().await.unwrap();
    let keys: BTreeSet<_> = permissions.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(keys.len(), permissions.len());
    let installed = client.assessments().list_browser_extensions().items();
    let installed = installed.collect_all().await.unwrap();
    let asked: Vec<_> = installed.iter().flat_map(|one| &one.permissions).collect();
    assert!(!asked.is_empty());
    assert!(asked.iter().all(|one| keys.contains(one.id.as_str())));
}
