//! A list read by two processes: the second resumes from the continuation of the first.

use std::collections::BTreeSet;

use futures_util::TryStreamExt;
use http_core::Continuation;

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn a_list_of_records_goes_on_behind_the_last_page_that_was_taken_whole() {
    let bench = Bench::with_small_pages().await;
    let mde = bench.mde();
    let mut items = mde.machines().list().items();
    let mut first = Vec::new();
    // Two pages and a part of the third.
    while first.len() < 17 {
        first.push(items.next_item().await.unwrap().unwrap());
    }
    let kept = serde_json::to_string(&items.continuation().unwrap()).unwrap();
    drop(items);

    let kept: Continuation = serde_json::from_str(&kept).unwrap();
    let rest = mde.machines().list().resume(&kept).items();
    let rest: Vec<_> = rest.try_collect().await.unwrap();
    let all: Vec<_> = mde.machines().list().items().try_collect().await.unwrap();
    // The third page is read again from its beginning.
    assert!(rest[..] == all[14..], "{} of {}", rest.len(), all.len());
    let ids: BTreeSet<_> = first
        .iter()
        .chain(&rest)
        .map(|machine| &machine.id)
        .collect();
    assert_eq!(ids.len(), all.len());
}

#[tokio::test(start_paused = true)]
async fn a_list_read_by_its_last_change_goes_on_without_what_was_read() {
    let bench = Bench::with_small_pages().await;
    let xdr = bench.xdr();
    let mut pages = xdr.graph().alerts().list().pages();
    let first = pages.next_page().await.unwrap().unwrap();
    let kept = first.continuation.unwrap();
    let rest: Vec<_> = xdr
        .graph()
        .alerts()
        .list()
        .resume(&kept)
        .items()
        .try_collect()
        .await
        .unwrap();
    let all: Vec<_> = xdr
        .graph()
        .alerts()
        .list()
        .items()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(first.items.len() + rest.len(), all.len());
    assert!(rest[..] == all[first.items.len()..]);
}

#[tokio::test(start_paused = true)]
async fn a_stream_stands_nowhere_on_its_first_page_and_at_its_end() {
    let bench = Bench::with_small_pages().await;
    let mut items = bench.mde().machines().list().items();
    assert_eq!(items.continuation(), None);
    items.next_item().await.unwrap().unwrap();
    assert_eq!(items.continuation(), None);
    while let Some(item) = items.next_item().await {
        item.unwrap();
    }
    assert_eq!(items.continuation(), None);
}
