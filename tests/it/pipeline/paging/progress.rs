//! Lists that make no progress, end too early or fail midway: success never has more or fewer rows than the service
//! has.

use http_core::{ErrorKind, Gap, Operation, Paging, Param, RetryConfig, Value};
use serde_json::json;

use super::{ids, lists, page, request};
use crate::support::{Script, Step, read};

pub(super) static LINKED: Operation = Operation::get("t.things.list", "/api/things")
    .inputs(&[Param::query("$filter")])
    .collection("value")
    .paging(Paging::NextLink);

/// The answer has a count; a page has at most three rows.
pub(super) static COUNTED: Operation = Operation::get("t.things.list_counted", "/api/things")
    .inputs(&[Param::query("$skip"), Param::query("$top")])
    .collection("value")
    .paging(Paging::NextLink)
    .page_size(3);

/// The same for an operation without `$skip`.
static CAPPED: Operation = Operation::get("t.things.list_capped", "/api/things")
    .collection("value")
    .paging(Paging::None)
    .page_size(3);

pub(super) fn to(query: &str) -> Value {
    json!({"@odata.nextLink": format!("https://service.example/api/things?{query}")})
}

pub(super) fn last() -> Value {
    json!({})
}

/// Reads a list to its end: rows, error and gaps.
pub(super) async fn whole(
    script: &std::sync::Arc<Script>,
    operation: &'static Operation,
) -> (Vec<Value>, Option<http_core::Error>, Vec<Gap>) {
    let mut list = script.client().rows(request(operation));
    let (mut rows, mut error) = (Vec::new(), None);
    while let Some(batch) = list.next_batch().await {
        match batch {
            Ok(batch) => rows.extend(batch.iter().map(|row| {
                let row: Value = serde_json::from_slice(row).unwrap();
                row
            })),
            Err(failed) => error = Some(failed),
        }
    }
    (rows, error, list.gaps().get())
}

#[tokio::test(start_paused = true)]
async fn whether_more_remains_takes_no_row_away() {
    let text = page(&LINKED, &["a", "b", "c"], to("$skiptoken=1"));
    for piece in [1, 7, 30, 1_000] {
        let script = Script::new([
            Step::Pieces(piece, text.clone().into()),
            Step::ok(page(&LINKED, &["d"], last())),
        ]);
        let mut list = script.client().rows(request(&LINKED));
        let mut rows = Vec::new();
        while list.has_more().await && list.has_more().await {
            let (asked, came) = (script.count(), list.count());
            assert_eq!(came, rows.len() as u64, "pieces of {piece}");
            let Some(batch) = list.next_batch().await else {
                break;
            };
            rows.extend(batch.unwrap());
            assert!(script.count() <= asked + 1);
        }
        assert_eq!(rows.len(), 4, "pieces of {piece}");
        assert!(!list.has_more().await);
    }
}

#[tokio::test(start_paused = true)]
async fn what_breaks_off_while_one_looks_ahead_is_told_next() {
    let script = Script::new([Step::BreaksOff(r#"{"value":[{"id":"a"},{"id""#.into())]);
    let mut list = script.client().rows(request(&LINKED));
    assert_eq!(list.next_batch().await.unwrap().unwrap().len(), 1);
    assert!(list.has_more().await && list.has_more().await);
    let error = list.next_batch().await.unwrap().unwrap_err();
    assert_eq!(
        (error.kind(), error.rows()),
        (ErrorKind::Truncated, Some(1))
    );
    assert!(!list.has_more().await && list.next_batch().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_last_page_that_repeats_the_one_before_is_an_error() {
    let spaced = r#"{ "value" : [ {"id" : "a"} , { "id":"b" } ] }"#;
    for repeated in [page(&LINKED, &["a", "b"], last()), spaced.to_owned()] {
        for row in lists(Paging::NextLink) {
            let repeated = repeated.replace("\"value\"", &format!("\"{}\"", row.list_member()));
            let script = Script::new([
                Step::ok(page(row, &["a", "b"], to("$skiptoken=1"))),
                Step::ok(repeated),
            ]);
            let error = read(&script.client(), request(row)).await.error.unwrap();
            assert_eq!(error.kind(), ErrorKind::Paging, "{}", row.id);
            assert!(error.rows() >= Some(2), "{}: {error}", row.id);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn pages_that_take_turns_are_an_error() {
    let steps = (0..20).map(|n| {
        let ids = if n % 2 == 0 { ["a", "b"] } else { ["c", "d"] };
        Step::ok(page(&LINKED, &ids, to(&format!("$skiptoken={n}"))))
    });
    let script = Script::new(steps);
    let read = read(&script.client(), request(&LINKED)).await;
    assert_eq!(read.error.unwrap().kind(), ErrorKind::Paging);
    assert_eq!(script.count(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_first_page_that_links_to_itself_comes_once() {
    let request = || request(&LINKED).set("$filter", "a eq 'x y'");
    for query in ["$filter=a%20eq%20%27x%20y%27", "%24filter=a+eq+'x+y'"] {
        let script = Script::new([Step::ok(page(&LINKED, &["a", "b"], to(query)))]);
        let read = read(&script.client(), request()).await;
        let error = read.error.as_ref().unwrap();
        assert_eq!(error.kind(), ErrorKind::Paging, "{query}");
        assert!(error.to_string().contains("links back"), "{error}");
        assert_eq!(
            (ids(&read), error.rows()),
            (vec!["a".into(), "b".into()], Some(2))
        );
        assert_eq!(script.count(), 1, "{query}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_of_one_record_that_comes_twice_is_an_error() {
    let script = Script::new([
        Step::ok(page(&LINKED, &["a"], to("$skiptoken=1"))),
        Step::ok(page(&LINKED, &["a"], last())),
    ]);
    let error = read(&script.client(), request(&LINKED))
        .await
        .error
        .unwrap();
    assert_eq!(error.kind(), ErrorKind::Paging);
}

#[tokio::test(start_paused = true)]
async fn rows_that_are_rightly_equal_are_no_repetition() {
    let row = json!({"score": 7});
    for size in [1, 2, 3] {
        let rows: Vec<_> = std::iter::repeat_n(&row, size).collect();
        let page = |members: Value| {
            let mut page = members;
            page["value"] = json!(rows);
            Step::ok(page.to_string())
        };
        let script = Script::new([
            page(to("$skiptoken=1")),
            page(to("$skiptoken=2")),
            page(last()),
        ]);
        let (rows, error, _) = whole(&script, &LINKED).await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(rows.len(), 3 * size);
    }
    // Both pages have the same first row, last row and number of rows.
    let script = Script::new([
        Step::ok(page(
            &LINKED,
            &["a", "b", "c", "d", "z"],
            to("$skiptoken=1"),
        )),
        Step::ok(page(&LINKED, &["a", "b", "x", "d", "z"], last())),
    ]);
    let (rows, error, _) = whole(&script, &LINKED).await;
    // Not a repeated page: it has one new record.
    assert!(error.is_none() && rows.len() == 6, "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn pages_of_a_list_that_shifts_may_overlap() {
    for row in lists(Paging::Skip) {
        if row.list.unique_by.is_empty() {
            continue;
        }
        let rows = |ids: &[&str]| -> Step {
            let rows: Vec<_> = ids
                .iter()
                .map(|id| json!({row.list.unique_by: id}))
                .collect();
            Step::ok(json!({row.list_member(): rows}).to_string())
        };
        // A new first record shifts all others by one.
        let script = Script::new([rows(&["a"]), rows(&["a"]), rows(&["b"]), rows(&[])]);
        let read = read(&script.client(), request(row).set("$top", 1)).await;
        assert!(read.error.is_none(), "{}: {:?}", row.id, read.error);
        assert_eq!(read.keys(row.list.unique_by), ["a", "b"], "{}", row.id);
    }
}

#[tokio::test(start_paused = true)]
async fn a_full_page_without_a_link_is_not_taken_for_the_last() {
    let script = Script::new([
        Step::ok(page(&COUNTED, &["a", "b", "c"], last())),
        Step::ok(page(&COUNTED, &["d", "e"], last())),
    ]);
    let (rows, error, gaps) = whole(&script, &COUNTED).await;
    assert!(error.is_none() && gaps.is_empty(), "{error:?} {gaps:?}");
    assert_eq!((rows.len(), script.count()), (5, 2));
    assert!(script.each(|sent| sent.url.clone())[1].ends_with("?$skip=3"));
    // It was the last page: one more request, no gap.
    let script = Script::new([
        Step::ok(page(&COUNTED, &["a", "b", "c"], last())),
        Step::ok(page(&COUNTED, &[], last())),
    ]);
    let (rows, error, gaps) = whole(&script, &COUNTED).await;
    assert!(error.is_none() && gaps.is_empty(), "{error:?} {gaps:?}");
    assert_eq!((rows.len(), script.count()), (3, 2));
    // A page that is not full is the last one.
    let script = Script::new([Step::ok(page(&COUNTED, &["a", "b"], last()))]);
    assert_eq!(whole(&script, &COUNTED).await.0.len(), 2);
    assert_eq!(script.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_full_page_that_nothing_can_be_asked_behind_is_told() {
    let told = [Gap::FullLastPage { rows: 3 }];
    let script = Script::new([Step::ok(page(&CAPPED, &["a", "b", "c"], last()))]);
    let (rows, error, gaps) = whole(&script, &CAPPED).await;
    assert!(error.is_none() && rows.len() == 3);
    assert_eq!(gaps, told);
    // The service refuses the next page, or does not answer.
    for refusal in [
        Step::body(
            400,
            r#"{"error":{"code":"BadRequest","message":"The limit of '0' for Skip"}}"#,
        ),
        Step::status(404),
        Step::status(204),
        Step::ok(r#"{"value":null}"#),
    ] {
        let script = Script::new([Step::ok(page(&COUNTED, &["a", "b", "c"], last())), refusal]);
        let (rows, error, gaps) = whole(&script, &COUNTED).await;
        assert!(error.is_none() && rows.len() == 3, "{error:?}");
        assert_eq!(gaps, told);
    }
}

#[tokio::test(start_paused = true)]
async fn the_lists_of_the_tables_ask_behind_a_full_page() {
    let mut count = 0;
    for row in lists(Paging::NextLink) {
        let size = usize::try_from(row.list.page_size).unwrap();
        if size == 0 || row.input("$skip").is_none() {
            continue;
        }
        let full: Vec<String> = (0..size).map(|n| n.to_string()).collect();
        let full: Vec<&str> = full.iter().map(String::as_str).collect();
        let script = Script::new([
            Step::ok(page(row, &full, last())),
            Step::ok(page(row, &["last"], last())),
        ]);
        let read = read(&script.client(), request(row)).await;
        assert!(read.error.is_none(), "{}: {:?}", row.id, read.error);
        assert_eq!(
            (read.rows.len(), script.count()),
            (size + 1, 2),
            "{}",
            row.id
        );
        count += 1;
    }
    assert!(count >= 6, "{count}");
}

#[tokio::test(start_paused = true)]
async fn a_total_of_more_than_came_is_told() {
    for members in [json!({"@odata.count": 5}), json!({"@odata.count": "5"})] {
        let script = Script::new([Step::ok(page(&LINKED, &["a", "b"], members))]);
        let (rows, error, gaps) = whole(&script, &LINKED).await;
        assert!(error.is_none() && rows.len() == 2);
        assert_eq!(gaps, [Gap::Fewer { came: 2, said: 5 }]);
    }
    for row in lists(Paging::SkipLimit) {
        let script = Script::new([Step::ok(page(
            row,
            &["a", "b"],
            json!({"total": 5, "hasNext": false}),
        ))]);
        let (_, error, gaps) = whole(&script, row).await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!(gaps, [Gap::Fewer { came: 2, said: 5 }], "{}", row.id);
        // Rows created after the start are not part of the list.
        let script = Script::new([
            Step::ok(page(row, &["a"], json!({"total": 2, "hasNext": true}))),
            Step::ok(page(row, &["b"], json!({"total": 3, "hasNext": false}))),
        ]);
        assert!(whole(&script, row).await.2.is_empty(), "{}", row.id);
        // Only the total shows that rows are missing.
        let script = Script::new([
            Step::ok(page(row, &["a"], json!({"total": 2}))),
            Step::ok(page(row, &["b"], json!({"total": 2}))),
        ]);
        let (rows, _, gaps) = whole(&script, row).await;
        assert!(rows.len() == 2 && gaps.is_empty(), "{}", row.id);
    }
}

/// Every kind of failure on a later page.
fn failures() -> Vec<(Step, ErrorKind)> {
    vec![
        (Step::status(400), ErrorKind::Refused),
        (Step::status(401), ErrorKind::Unauthenticated),
        (Step::status(403), ErrorKind::Denied),
        (Step::status(404), ErrorKind::NotFound),
        (
            Step::body(404, r#"{"error":{"code":"ResourceNotFound"}}"#),
            ErrorKind::NotFound,
        ),
        (
            Step::status(429).header("retry-after", "86400"),
            ErrorKind::Throttled,
        ),
        (Step::status(500), ErrorKind::Service),
        (Step::status(503), ErrorKind::Service),
        (
            Step::Fails(http_core::TransportErrorKind::Interrupted),
            ErrorKind::Interrupted,
        ),
        (Step::BreaksOff("".into()), ErrorKind::Truncated),
        (
            Step::BreaksOff(r#"{"value":[{"id":"c"},"#.into()),
            ErrorKind::Truncated,
        ),
        (Step::ok("<html>sign in</html>"), ErrorKind::Decode),
        (Step::ok(r#"{"error":{"code":"x"}}"#), ErrorKind::Decode),
        (Step::ok(""), ErrorKind::Truncated),
        (Step::status(204), ErrorKind::Truncated),
        (
            Step::ok(r#"{"value":null,"data":null}"#),
            ErrorKind::Truncated,
        ),
        (Step::ok("null"), ErrorKind::Truncated),
    ]
}

#[tokio::test(start_paused = true)]
async fn every_failure_on_a_later_page_says_how_many_rows_came() {
    for (step, kind) in failures() {
        let script = Script::new([
            Step::ok(page(&LINKED, &["a", "b"], to("$skiptoken=1"))),
            step.clone(),
        ]);
        let retry = RetryConfig::default().with_attempts(2);
        let client = script.client_with(|builder| builder.retry(retry));
        let read = read(&client, request(&LINKED)).await;
        let error = read.error.unwrap();
        assert_eq!(error.kind(), kind, "{step:?}: {error}");
        assert_eq!(
            error.rows(),
            Some(read.rows.len() as u64),
            "{step:?}: {error}"
        );
        assert!(read.rows.len() >= 2 && error.to_string().contains("rows came before it"));
    }
}

#[tokio::test(start_paused = true)]
async fn a_link_is_text_or_there_is_none() {
    for none in [json!(null), json!("")] {
        let script = Script::new([Step::ok(page(
            &LINKED,
            &["a"],
            json!({"@odata.nextLink": none}),
        ))]);
        let (rows, error, gaps) = whole(&script, &LINKED).await;
        assert!(
            error.is_none() && gaps.is_empty() && rows.len() == 1,
            "{none}"
        );
    }
    for odd in [
        json!(7),
        json!(true),
        json!(false),
        json!({"href": "/x"}),
        json!(["/x"]),
        json!("  "),
        json!("\t"),
    ] {
        let script = Script::new([Step::ok(page(
            &LINKED,
            &["a"],
            json!({"@odata.nextLink": odd}),
        ))]);
        let error = read(&script.client(), request(&LINKED))
            .await
            .error
            .unwrap();
        assert_eq!(
            (error.kind(), error.rows()),
            (ErrorKind::Paging, Some(1)),
            "{odd}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_relative_link_begins_at_its_page() {
    for link in [
        "?$skiptoken=1",
        "things?$skiptoken=1",
        "/api/things?$skiptoken=1",
    ] {
        let script = Script::new([
            Step::ok(page(&LINKED, &["a"], json!({"@odata.nextLink": link}))),
            Step::ok(page(&LINKED, &["b"], last())),
        ]);
        let read = read(&script.client(), request(&LINKED)).await;
        assert_eq!(ids(&read), ["a", "b"], "{link}");
        let urls = script.each(|sent| sent.url.clone());
        assert_eq!(urls[1], "https://service.example/api/things?$skiptoken=1");
    }
}

#[tokio::test(start_paused = true)]
async fn pages_without_rows_are_followed_for_a_while_and_not_for_ever() {
    let empty = |n: usize| Step::ok(page(&LINKED, &[], to(&format!("$skiptoken={n}"))));
    let script = Script::new(
        std::iter::once(Step::ok(page(&LINKED, &["a"], to("$skiptoken=x"))))
            .chain((0..900).map(empty))
            .chain([Step::ok(page(&LINKED, &["b"], last()))]),
    );
    let read_one = read(&script.client(), request(&LINKED)).await;
    assert!(read_one.error.is_none(), "{:?}", read_one.error);
    assert_eq!(ids(&read_one), ["a", "b"]);
    let script = Script::new(
        std::iter::once(Step::ok(page(&LINKED, &["a"], to("$skiptoken=x"))))
            .chain((0..5_000).map(empty)),
    );
    let read = read(&script.client(), request(&LINKED)).await;
    let error = read.error.unwrap();
    assert_eq!((error.kind(), error.rows()), (ErrorKind::Paging, Some(1)));
    assert_eq!(script.count(), 1_001);
}

#[tokio::test(start_paused = true)]
async fn the_same_continuation_again_is_an_error_in_every_kind_of_paging() {
    for row in lists(Paging::Scan) {
        let next = json!({"date": {"gte": 1}});
        let again = |ids: &[&str]| {
            let members = json!({"hasNext": true, "nextQueryFilters": next});
            Step::ok(page(row, ids, members))
        };
        let script = Script::new([again(&["a"]), again(&["b"]), again(&["c"])]);
        let error = read(&script.client(), request(row)).await.error.unwrap();
        assert_eq!(
            (error.kind(), error.rows()),
            (ErrorKind::Paging, Some(2)),
            "{}",
            row.id
        );
        assert_eq!(script.count(), 2, "{}", row.id);
    }
    for row in lists(Paging::SkipLimit) {
        let same = Step::ok(page(row, &["a"], json!({"hasNext": true})));
        let script = Script::new([same]);
        let error = read(&script.client(), request(row)).await.error.unwrap();
        assert_eq!(error.kind(), ErrorKind::Paging, "{}", row.id);
        assert_eq!(script.count(), 2, "{}", row.id);
    }
}
