//! Scan mode: the answer contains the filters of the next page.

use http_core::{ErrorKind, Paging};
use serde_json::{Value, json};

use super::{ids, lists, page, request};
use crate::support::{Script, Step, read};

#[tokio::test(start_paused = true)]
async fn the_filters_of_the_answer_are_the_next_request() {
    for row in lists(Paging::Scan) {
        let next = json!({"date": {"lte": 1_700_000_000_000_u64}, "service": {"eq": [11161]}});
        let script = Script::new([
            Step::ok(page(
                row,
                &["a"],
                json!({"hasNext": true, "nextQueryFilters": next}),
            )),
            Step::ok(page(row, &["b"], json!({"hasNext": false}))),
        ]);
        let asked = json!({"service": {"eq": [11161]}});
        let read = read(&script.client(), request(row).set("filters", asked.clone())).await;
        assert_eq!(ids(&read), ["a", "b"], "{}", row.id);
        let bodies = script.each(|sent| serde_json::from_slice::<Value>(&sent.body).unwrap());
        assert_eq!(bodies[0]["filters"], asked);
        assert_eq!(bodies[1]["filters"], next);
        assert_eq!(bodies[1]["isScan"], true, "the rest stays as it was");
    }
}

#[tokio::test(start_paused = true)]
async fn more_without_a_way_there_is_an_error() {
    for row in lists(Paging::Scan) {
        let script = Script::new([Step::ok(page(row, &["a"], json!({"hasNext": true})))]);
        let read = read(&script.client(), request(row)).await;
        assert_eq!(ids(&read), ["a"]);
        assert_eq!(read.error.unwrap().kind(), ErrorKind::Paging);
    }
}
