//! Audit log: a search is started, awaited and read.

use std::time::Duration;

use xdr_api::Finished;

use super::bench;

#[tokio::test(start_paused = true)]
async fn a_search_has_records_once_it_is_done() {
    let (_bench, graph) = bench().await;
    let audit = graph.audit_log();
    let create = audit.create_query().display_name("a test");
    let create = create.filter_start_date_time("2026-03-01T00:00:00Z");
    let create = create.filter_end_date_time("2026-03-02T00:00:00Z");
    let started = create.begin().await.unwrap();
    let made = &started.action;
    let early = audit.list_records(&made.id).send().await.unwrap();
    assert!(early.items.is_empty());
    let finished = started.wait(Duration::from_secs(600)).await.unwrap();
    let query = finished.succeeded().unwrap();
    let records = audit.list_records(&query.id).items();
    assert!(!records.collect_all().await.unwrap().is_empty());
    let all = audit.list_queries().items().collect_all().await.unwrap();
    assert!(all.iter().any(|one| one.id == made.id));
    let error = audit.get_query("none").send().await.unwrap_err();
    assert!(error.is_not_found());
}

#[tokio::test(start_paused = true)]
async fn a_search_is_waited_for_without_end_and_beside_other_work() {
    let (bench, graph) = bench().await;
    let audit = graph.audit_log();
    let made = audit.create_query().display_name("a test");
    let made = made.send().await.unwrap();
    let mut search = audit.poller(&made.id);
    let begun = http_core::time::Instant::now();
    let mut heartbeat = tokio::time::interval(Duration::from_millis(900));
    while begun.elapsed() < Duration::from_secs(25) {
        tokio::select! {
            _ = heartbeat.tick() => {}
            state = search.next_state() => if state.is_none() { break },
        }
    }
    // At 0, 5, 12.5 and 23.75 seconds, unless it was over before.
    let looks = bench.count("graph.audit_log.get_query");
    assert!((2..=4).contains(&looks), "{looks} looks");
    let done = audit.poller(&made.id).wait(Duration::MAX).await;
    assert!(matches!(done.unwrap(), Finished::Succeeded(_)));
}
