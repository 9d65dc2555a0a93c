//! Empty pages and repeated records.

use http_core::{ErrorKind, Gap, Operation, Paging, Value};
use serde_json::json;

use super::progress::{COUNTED, LINKED, last, to, whole};
use super::{ids, lists, page, request};
use crate::support::{Script, Step, read};

#[tokio::test(start_paused = true)]
async fn nothing_in_place_of_a_page_is_asked_for_again() {
    for nothing in [
        Step::ok(r#"{"value":null,"data":null}"#),
        Step::ok(""),
        Step::status(204),
        Step::ok("null"),
    ] {
        for row in lists(Paging::NextLink) {
            let script = Script::new([
                Step::ok(page(row, &["a"], to("$skiptoken=1"))),
                nothing.clone(),
                Step::ok(page(row, &["b"], last())),
            ]);
            let read = read(&script.client(), request(row)).await;
            assert!(read.error.is_none(), "{}: {:?}", row.id, read.error);
            assert_eq!(ids(&read), ["a", "b"], "{}", row.id);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn no_rows_on_the_first_page_are_an_empty_list() {
    for row in super::operations().filter(|row| row.list.paging != Paging::None) {
        for nothing in [
            Step::ok(format!(r#"{{"{}":null}}"#, row.list_member())),
            Step::status(204),
            Step::ok(""),
            Step::ok(" \r\n"),
        ] {
            let script = Script::new([nothing.clone()]);
            let read = read(&script.client(), request(row)).await;
            assert!(
                read.error.is_none(),
                "{} {nothing:?}: {:?}",
                row.id,
                read.error
            );
            assert!(read.rows.is_empty());
        }
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_in_place_of_the_first_page_is_asked_for_again() {
    for row in super::operations().filter(|row| row.list.paging != Paging::None) {
        for nothing in [Step::ok("null"), Step::ok(" null\n")] {
            let script = Script::new([nothing.clone()]);
            let error = read(&script.client(), request(row)).await.error.unwrap();
            assert_eq!(error.kind(), ErrorKind::Truncated, "{} {nothing:?}", row.id);
            assert!(error.to_string().contains("first page"), "{error}");
            assert_eq!(script.count(), 4, "{} {nothing:?}", row.id);
            let script = Script::new([nothing, Step::ok(page(row, &[], last()))]);
            let read = read(&script.client(), request(row)).await;
            assert!(read.error.is_none(), "{}: {:?}", row.id, read.error);
            assert_eq!(script.count(), 2, "{}", row.id);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_without_rows_that_says_more_follow_is_asked_for_again_and_then_an_error() {
    let hollow = |row: &Operation, more: &Value| {
        let mut page = more.clone();
        page[row.list_member()] = Value::Null;
        Step::ok(page.to_string())
    };
    let by_link = (to("$skiptoken=1"), lists(Paging::NextLink));
    let by_word = (json!({"hasNext": true}), lists(Paging::SkipLimit));
    for (more, rows) in [by_link, by_word] {
        for row in rows {
            let script = Script::new([hollow(row, &more)]);
            let error = read(&script.client(), request(row)).await.error.unwrap();
            assert_eq!(error.kind(), ErrorKind::Truncated, "{}", row.id);
            assert!(error.to_string().contains("announces more"), "{error}");
            let page = page(row, &["a"], last());
            let script = Script::new([hollow(row, &more), Step::ok(page)]);
            let read = read(&script.client(), request(row)).await;
            assert!(read.error.is_none(), "{}: {:?}", row.id, read.error);
            assert_eq!(read.rows.len(), 1, "{}", row.id);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_that_repeats_another_in_another_order_is_an_error_and_its_rows_do_not_come_again() {
    for again in [&["c", "d", "e"], &["e", "d", "c"], &["d", "c", "e"]] {
        let script = Script::new([
            Step::ok(page(&LINKED, &["a", "b"], to("$skiptoken=1"))),
            Step::ok(page(&LINKED, &["c", "d", "e"], to("$skiptoken=2"))),
            Step::ok(page(&LINKED, again, to("$skiptoken=3"))),
            Step::ok(page(&LINKED, &["f"], last())),
        ]);
        let (rows, error, _) = whole(&script, &LINKED).await;
        let error = error.unwrap();
        assert_eq!(error.kind(), ErrorKind::Paging, "{again:?}");
        assert!(error.to_string().contains("5 rows so far"), "{error}");
        assert_eq!((rows.len(), error.rows()), (5, Some(5)), "{again:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_record_that_comes_again_is_handed_on_once_and_a_newer_version_of_it_too() {
    let newer = json!({"value": [{"id": "c"}, {"id": "b", "n": 2}, {"id": "d"}]});
    let script = Script::new([
        Step::ok(page(&LINKED, &["a", "b", "c"], to("$skiptoken=1"))),
        Step::ok(newer.to_string()),
    ]);
    let (rows, error, gaps) = whole(&script, &LINKED).await;
    assert!(error.is_none() && gaps.is_empty(), "{error:?} {gaps:?}");
    let newer = json!({"id": "b", "n": 2});
    let all = [
        json!({"id": "a"}),
        json!({"id": "b"}),
        json!({"id": "c"}),
        newer,
        json!({"id": "d"}),
    ];
    assert_eq!(rows, all);
}

#[tokio::test(start_paused = true)]
async fn a_service_that_looks_at_no_skip_doubles_no_row() {
    // A full page is repeated in place of the next one: it is unknown whether there are more rows.
    let same = Step::ok(page(&COUNTED, &["a", "b", "c"], last()));
    let script = Script::new([same]);
    let (rows, error, gaps) = whole(&script, &COUNTED).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!((rows.len(), script.count()), (3, 2));
    assert_eq!(gaps, [Gap::FullLastPage { rows: 3 }]);
    // The answer has a count.
    for (said, told) in [
        (50, vec![Gap::Fewer { came: 2, said: 50 }]),
        (2, Vec::new()),
    ] {
        let same = page(&COUNTED, &["a", "b"], json!({"@odata.count": said}));
        let script = Script::new([Step::ok(same)]);
        let (rows, error, gaps) = whole(&script, &COUNTED).await;
        assert!(error.is_none(), "{error:?}");
        assert_eq!((rows.len(), gaps), (2, told), "{said}");
    }
}
