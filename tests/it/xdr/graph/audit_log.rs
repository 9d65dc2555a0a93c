//! Audit log: a search is asked for, waited for and read.

use std::time::Duration;

use xdr_api::Searched;

use super::bench;

#[tokio::test(start_paused = true)]
async fn a_search_has_records_once_it_is_done() {
    let (_bench, graph) = bench().await;
    let audit = graph.audit_log();
    let create = audit.create_query().display_name("a test");
    let create = create.filter_start_date_time("2026-03-01T00:00:00Z");
    let create = create.filter_end_date_time("2026-03-02T00:00:00Z");
    let made = create.send().await.unwrap();
    let early = audit.list_records(&made.id).send().await.unwrap();
    assert!(early.items.is_empty());
    let search = audit.search(&made.id);
    let done = search.until_done(Duration::from_secs(600)).await.unwrap();
    let Searched::Records(records) = done else {
        panic!("the search did not end well");
    };
    assert!(!records.collect_all().await.unwrap().is_empty());
    let all = audit.list_queries().items().collect_all().await.unwrap();
    assert!(all.iter().any(|one| one.id == made.id));
    let error = audit.get_query("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}
