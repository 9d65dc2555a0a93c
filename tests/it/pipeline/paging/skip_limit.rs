//! `skip` and `limit` while the answer says `hasNext`: Defender for Cloud Apps.

use http_core::{ErrorKind, Operation, Paging, Place};
use serde_json::{Value, json};

use super::{ids, lists, page, request};
use crate::support::{Script, Step, read};

/// The paging member of a request, in the query or the body.
fn sent(script: &Script, row: &Operation, name: &str) -> Vec<Option<u64>> {
    let in_body = row
        .input(name)
        .is_some_and(|param| param.place == Place::Body);
    script.each(|sent| {
        if in_body {
            let body: Value = serde_json::from_slice(&sent.body).unwrap();
            return body[name].as_u64();
        }
        let url = http_core::Url::parse(&sent.url).unwrap();
        let found = url.query_pairs().find(|(known, _)| known == name)?;
        found.1.parse().ok()
    })
}

#[tokio::test(start_paused = true)]
async fn rows_are_counted_while_there_is_more() {
    for row in lists(Paging::SkipLimit) {
        let script = Script::new([
            Step::ok(page(row, &["a", "b"], json!({"hasNext": true}))),
            Step::ok(page(row, &["c"], json!({"hasNext": true}))),
            Step::ok(page(row, &["d"], json!({"hasNext": false}))),
        ]);
        let read = read(&script.client(), request(row)).await;
        assert!(read.error.is_none(), "{}: {:?}", row.id, read.error);
        assert_eq!(ids(&read), ["a", "b", "c", "d"], "{}", row.id);
        assert_eq!(
            sent(&script, row, "skip"),
            [None, Some(2), Some(3)],
            "{}",
            row.id
        );
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_does_not_say_ends_with_a_page_that_is_not_full() {
    for row in lists(Paging::SkipLimit) {
        let script = Script::new([
            Step::ok(page(row, &["a", "b"], json!({}))),
            Step::ok(page(row, &["c"], json!({}))),
        ]);
        let read = read(&script.client(), request(row).set("limit", 2)).await;
        assert_eq!(ids(&read), ["a", "b", "c"], "{}", row.id);
    }
}

#[tokio::test(start_paused = true)]
async fn a_limit_the_service_would_cut_is_cut_before() {
    for row in lists(Paging::SkipLimit) {
        let script = Script::new([Step::ok(page(row, &["a"], json!({"hasNext": false})))]);
        read(&script.client(), request(row).set("limit", 5000)).await;
        assert_eq!(sent(&script, row, "limit"), [Some(100)], "{}", row.id);
    }
}

#[tokio::test(start_paused = true)]
async fn more_that_never_comes_is_an_error() {
    for row in lists(Paging::SkipLimit) {
        let script = Script::new([Step::ok(page(row, &[], json!({"hasNext": true})))]);
        let read = read(&script.client(), request(row)).await;
        let error = read.error.unwrap();
        assert_eq!(error.kind(), ErrorKind::Paging, "{}", row.id);
        assert_eq!(script.count(), 1, "{}", row.id);
    }
}
