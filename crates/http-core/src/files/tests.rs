//! Exports whose files are late, replaced, cut or gone.

use std::time::Duration;

use serde_json::Value;

use super::*;
use crate::error::{Error, ErrorKind};
use crate::operation::AnswerKind;
use crate::testing::script::{Script, Step};
use crate::wire::Timestamp;

static EXPORT: Operation = Operation::get("t.things.export", "/export").answer(AnswerKind::Files {
    links: "files",
    made: "made",
});

const TWO: &str = r#"{"files":["https://s.example/1?sig=a","https://s.example/2?sig=a"],"made":"2026-03-02T06:00:00Z"}"#;

async fn read(answers: &[&'static str]) -> (Vec<String>, Option<Error>, Option<Snapshot>) {
    let (_, client) = Script::with_client(answers.iter().copied());
    let mut rows = client.file_rows(Request::new(&EXPORT));
    let mut read = Vec::new();
    while let Some(row) = rows.next_row().await {
        match row {
            Ok(row) => read.push(String::from_utf8(row.to_vec()).unwrap()),
            Err(error) => return (read, Some(error), rows.snapshot()),
        }
    }
    (read, None, rows.snapshot())
}

#[tokio::test(start_paused = true)]
async fn lines_are_rows_whatever_separates_them() {
    let (rows, error, snapshot) = read(&[TWO, "{\"a\":1}\r\n\n{\"a\":\"x\\ny\"}", " \n"]).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(rows, [r#"{"a":1}"#, r#"{"a":"x\ny"}"#]);
    let snapshot = snapshot.unwrap();
    assert_eq!(
        (snapshot.files, snapshot.files_read, snapshot.rows),
        (2, 2, 2)
    );
    assert_eq!(snapshot.made, Some(Timestamp::from("2026-03-02T06:00:00Z")));
    let at = |text: &str| snapshot.age(text.parse().unwrap()).unwrap().as_secs();
    assert_eq!(at("2026-03-02T08:00:01Z"), 7201);
    assert_eq!(at("2026-03-02T05:00:00Z"), 0, "clocks differ");
    let manifest = serde_json::json!({
        "generatedTime": "2026-03-02T06:00:00Z", "files": 2, "filesRead": 2, "rows": 2, "bytes": 19,
        "complete": true, "reason": null, "missing": [],
    });
    assert_eq!(serde_json::to_value(&snapshot).unwrap(), manifest);
}

#[tokio::test(start_paused = true)]
async fn has_more_does_not_consume_a_row() {
    let (_, client) = Script::with_client([TWO, "{\"a\":1}\n", "{\"a\":2}\n"]);
    let mut rows = client.file_rows(Request::new(&EXPORT));
    for number in 1..=2 {
        assert!(rows.has_more().await.unwrap() && rows.has_more().await.unwrap());
        assert_eq!(rows.snapshot().unwrap().rows, number - 1);
        let row = rows.next_row().await.unwrap().unwrap();
        assert_eq!(row, format!("{{\"a\":{number}}}"));
    }
    assert!(
        !rows.snapshot().unwrap().complete,
        "nobody has looked behind it"
    );
    assert!(!rows.has_more().await.unwrap());
    assert!(rows.snapshot().unwrap().complete);
    assert!(rows.next_row().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_cut_line_is_not_returned_and_earlier_rows_come_once() {
    let cut = "{\"a\":1}\n{\"a\":{\"b\":2}";
    let whole = "{\"a\":1}\n{\"a\":{\"b\":2}}\n";
    let (rows, error, _) = read(&[TWO, cut, "", whole, "{}"]).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(rows, [r#"{"a":1}"#, r#"{"a":{"b":2}}"#, "{}"]);
    let (rows, error, snapshot) = read(&[TWO, cut, cut, cut, cut, cut, "{}"]).await;
    let (error, snapshot) = (error.unwrap(), snapshot.unwrap());
    assert_eq!((rows.len(), error.kind()), (2, ErrorKind::Truncated));
    assert!(!snapshot.complete && snapshot.rows == 2);
    assert_eq!(snapshot.reason, Some(error.to_string()));
}

#[tokio::test(start_paused = true)]
async fn a_file_with_fewer_rows_than_returned_before_is_an_error() {
    let (rows, error, _) = read(&[TWO, "{}\n{}\n{\"a\"", "{}\n"]).await;
    assert_eq!(rows.len(), 2);
    assert!(error.unwrap().message().contains("fewer rows than before"));
}

/// Reads an export: the rows, the error, the snapshot, and how long it took.
async fn read_steps(
    steps: impl IntoIterator<Item = Step>,
) -> (Vec<String>, Option<Error>, Snapshot, Duration) {
    let begun = tokio::time::Instant::now();
    let (script, client) = Script::with_client(steps);
    let mut rows = client.file_rows(Request::new(&EXPORT));
    let (mut read, mut error) = (Vec::new(), None);
    while let Some(row) = rows.next_row().await {
        match row {
            Ok(row) => read.push(String::from_utf8(row.to_vec()).unwrap()),
            Err(failed) => error = Some(failed),
        }
    }
    assert_eq!(script.left(), 0, "{:?}", script.sent("range"));
    (read, error, rows.snapshot().unwrap(), begun.elapsed())
}

fn step(status: u16) -> Step {
    Step::new(status, "<Error><Code>BlobNotReady</Code></Error>")
}

#[tokio::test(start_paused = true)]
async fn a_file_that_storage_does_not_have_yet_is_waited_for_while_the_others_are_read() {
    for status in [404, 409] {
        let late = [TWO.into(), step(status), "{\"a\":2}".into()];
        let steps = late.into_iter().chain((0..3).map(|_| step(status)));
        let steps = steps.chain(["{\"a\":1}".into()]);
        let (rows, error, account, took) = read_steps(steps).await;
        assert!(error.is_none(), "{status}: {error:?}");
        assert_eq!(rows, [r#"{"a":2}"#, r#"{"a":1}"#], "{status}");
        assert!(account.complete && account.files_read == 2, "{status}");
        assert_eq!(took.as_secs(), 1 + 2 + 4 + 8, "{status}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_file_that_never_comes_is_named_once_the_others_are_read() {
    // Requested after 1, 2, 4, 8, 16 and then every 30 seconds, for five minutes.
    let looks = 1 + 5 + 8;
    let steps = [TWO.into(), step(409), "{}".into()].into_iter();
    let steps = steps.chain((1..looks).map(|_| step(409)));
    let (rows, error, account, took) = read_steps(steps).await;
    let error = error.unwrap();
    assert_eq!((rows.len(), error.kind()), (1, ErrorKind::Truncated));
    assert!(error.message().contains("file 1 of 2"), "{error}");
    assert!(error.message().contains("409"), "{error}");
    assert_eq!(error.rows(), Some(1));
    assert!(took < Duration::from_secs(301), "{took:?}");
    assert!(!account.complete && account.files_read == 1);
    let [missing] = &account.missing[..] else {
        panic!("{account:?}");
    };
    assert_eq!((missing.file, missing.rows), (1, 0));
}

#[tokio::test(start_paused = true)]
async fn a_file_that_storage_fails_on_is_not_waited_for() {
    for status in [500, 502, 504] {
        let failures = std::iter::repeat_n(step(status), 4);
        let steps = std::iter::once(Step::from(TWO)).chain(failures);
        let (rows, error, snapshot, time) = read_steps(steps.chain(["{\"a\":2}".into()])).await;
        assert_eq!(rows, ["{\"a\":2}"], "{status}");
        assert!(error.unwrap().to_string().contains("file 1 of 2"));
        assert!(time < Duration::from_secs(30), "{status}: {time:?}");
        assert_eq!((snapshot.missing.len(), snapshot.files_read), (1, 1));
    }
}

#[tokio::test(start_paused = true)]
async fn a_file_that_cannot_be_read_does_not_keep_back_the_others() {
    let steps = [TWO.into(), Step::new(400, "no"), "{}".into()];
    let (rows, error, account, _) = read_steps(steps).await;
    let error = error.unwrap();
    assert_eq!(rows, ["{}"]);
    assert!(error.message().starts_with("file 1 of 2"), "{error}");
    assert_eq!((account.files_read, account.missing.len()), (1, 1));
    assert_eq!(account.reason, Some(error.to_string()));
}

#[tokio::test(start_paused = true)]
async fn an_export_without_a_readable_file_has_the_kind_of_its_cause() {
    let out = || {
        Step::new(
            400,
            "<Error><Code>InvalidQueryParameterValue</Code></Error>",
        )
    };
    let (rows, error, account, _) = read_steps([TWO.into(), out(), out()]).await;
    let error = error.unwrap();
    assert_eq!((rows.len(), error.kind()), (0, ErrorKind::Refused));
    assert!(error.message().contains("also missing: 2"), "{error}");
    assert_eq!(account.missing.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn an_invalid_address_is_a_missing_file() {
    let list = r#"{"files":[null,"https://s.example/2?sig=a"],"made":"2026-03-02T06:00:00Z"}"#;
    let (script, client) = Script::with_client([list, "{}", list, list]);
    let mut rows = client.file_rows(Request::new(&EXPORT));
    rows.next_row().await.unwrap().unwrap();
    let error = rows.next_row().await.unwrap().unwrap_err();
    assert!(error.message().contains("no address"), "{error}");
    assert_eq!((rows.snapshot().unwrap().files, script.left()), (2, 0));
}

#[tokio::test(start_paused = true)]
async fn a_file_that_was_replaced_while_it_was_read_is_never_mixed() {
    let cut = "{\"a\":1}\n{\"a\":2}\n{\"a\"";
    let other = "{\"a\":1}\n{\"b\":2}\n{\"a\":3}\n{\"a\":4}\n";
    let (rows, error, _) = read(&[TWO, cut, other]).await;
    assert_eq!(rows, [r#"{"a":1}"#, r#"{"a":2}"#]);
    let error = error.unwrap();
    assert_eq!(error.kind(), ErrorKind::Truncated);
    assert!(error.message().contains("replaced"), "{error}");
    assert_eq!(error.rows(), Some(2));
    // The rows are the same, but storage declares another version.
    let step = |text, tag| Step::new(200, text).header("etag", tag);
    let same = "{\"a\":1}\n{\"a\":2}\n{\"b\":3}\n";
    let steps = [
        TWO.into(),
        step(cut, "W/\"1\""),
        step(same, "\"2\""),
        "{}".into(),
    ];
    assert!(
        read_steps(steps).await.1.is_none(),
        "a weak tag tells nothing"
    );
    let steps = [TWO.into(), step(cut, "\"1\""), step(same, "\"2\"")];
    let (rows, error, _, _) = read_steps(steps).await;
    assert!(rows.len() == 2 && error.unwrap().message().contains("replaced"));
}

#[tokio::test(start_paused = true)]
async fn each_new_row_lets_a_file_break_off_once_more() {
    let lines: Vec<String> = (0..9).map(|n| format!("{{\"n\":{n}}}\n")).collect();
    let cuts = (1..9).map(|rows| Step::bytes((lines[..rows].concat() + "{\"n\"").as_bytes()));
    let whole = Step::bytes(lines.concat().as_bytes());
    let steps = std::iter::once(Step::from(TWO)).chain(cuts);
    let (rows, error, account, _) = read_steps(steps.chain([whole, "{}".into()])).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(rows.len(), 10);
    assert!(account.complete);
}

#[tokio::test(start_paused = true)]
async fn decoded_or_not_the_rows_keep_what_is_known_of_their_export() {
    use futures_util::StreamExt as _;
    use futures_util::stream::FusedStream as _;

    let client = || Script::with_client([TWO, "{\"a\":1}\n", "{\"a\":\"x\ty\"}\n{\"a\":3}\n"]).1;
    let mut items = client()
        .file_rows(Request::new(&EXPORT))
        .into_items::<Value>();
    assert_eq!(items.snapshot(), None, "nothing was asked for");
    let mut count = 0;
    while let Some(item) = items.next().await {
        item.unwrap();
        count += 1;
    }
    let snapshot = items.snapshot().unwrap();
    assert_eq!((count, snapshot.rows, snapshot.complete), (3, 3, true));
    assert!(!items.gaps().is_empty(), "a tab had to be escaped");
    assert!(items.is_terminated() && items.next().await.is_none());

    let rows = client().file_rows(Request::new(&EXPORT));
    let rows: Vec<_> = rows.map(Result::unwrap).collect().await;
    assert_eq!(rows.len(), 3, "the rows are a stream themselves");
}

#[tokio::test(start_paused = true)]
async fn asking_for_a_row_and_going_away_repeats_no_request() {
    use futures_util::FutureExt as _;

    let (script, client) = Script::with_client([TWO, "{\"a\":1}\n", "{\"a\":2}\n"]);
    let mut rows = client.file_rows(Request::new(&EXPORT));
    let mut read = Vec::new();
    for _ in 0..3 {
        // Polled once and dropped, as a branch of `select!` is.
        read.extend(rows.next_row().now_or_never().flatten());
    }
    while let Some(row) = rows.next_row().await {
        read.push(row);
    }
    assert_eq!((read.len(), script.requests().len()), (2, 3));
}
