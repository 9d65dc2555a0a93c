//! Objects with a list, read while they arrive.

use super::*;
use crate::operation::{AnswerKind, Operation};
use crate::testing::script::{Script, Step};

static RUN: Operation = Operation::post("t.query.run", "/run")
    .answer(AnswerKind::Object)
    .idempotent();

fn table(steps: impl IntoIterator<Item = impl Into<Step>>) -> TableRows {
    let (_, client) = Script::with_client(steps);
    client.table_rows(Request::new(&RUN), "results")
}

async fn rows(table: &mut TableRows) -> (Vec<String>, Vec<Error>) {
    let (mut rows, mut errors) = (Vec::new(), Vec::new());
    while let Some(batch) = table.next_batch().await {
        match batch {
            Ok(batch) => rows.extend(
                batch
                    .iter()
                    .map(|row| String::from_utf8(row.to_vec()).unwrap()),
            ),
            Err(error) => errors.push(error),
        }
    }
    (rows, errors)
}

#[tokio::test(start_paused = true)]
async fn the_members_before_the_list_are_known_before_its_rows() {
    let mut table = table([
        r#"{"Stats":{"a":[]},"Schema":[{"Name":"A"}],"Results":[{"A":1.50},{"A":2}],"x":1}"#,
    ]);
    let head = table.head().await.unwrap();
    assert_eq!(head.keys().collect::<Vec<_>>(), ["Schema", "Stats"]);
    assert!(table.has_list());
    assert_eq!(rows(&mut table).await.0, [r#"{"A":1.50}"#, r#"{"A":2}"#]);
    assert_eq!(
        table.members().keys().collect::<Vec<_>>(),
        ["Schema", "Stats", "x"]
    );
    let (before, after) = table.around();
    let whole = [before, b"[]", after].concat();
    assert_eq!(
        whole,
        br#"{"Stats":{"a":[]},"Schema":[{"Name":"A"}],"Results":[],"x":1}"#
    );
}

#[tokio::test(start_paused = true)]
async fn an_object_without_the_list_is_all_head() {
    let mut table = table([r#"{"id":"1","note":"results"}"#]);
    assert_eq!(table.head().await.unwrap().len(), 2);
    assert!(!table.has_list());
    assert_eq!(table.around().0, br#"{"id":"1","note":"results"}"#);
    let (rows, errors) = rows(&mut table).await;
    assert!(rows.is_empty());
    assert_eq!(errors[0].kind(), ErrorKind::Decode);
}

#[tokio::test(start_paused = true)]
async fn another_value_in_place_of_the_list_is_an_error() {
    for (value, named) in [
        ("7", "a number"),
        ("null", "null"),
        ("{}", "an object"),
        ("\"none\"", "text"),
        ("true", "a boolean"),
    ] {
        let text: &'static str = format!(r#"{{"Schema":[],"Results":{value}}}"#).leak();
        let mut table = table([text]);
        let (rows, errors) = rows(&mut table).await;
        assert!(rows.is_empty() && errors.len() == 1, "{value}");
        let error = errors[0].to_string();
        assert_eq!(errors[0].kind(), ErrorKind::Decode, "{value}");
        assert!(
            error.contains("`Results`") && error.contains(named),
            "{error}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn an_invalid_row_is_an_error_and_the_others_are_returned() {
    let text = b"{\"results\":[{\"a\":1},{\"a\":NaN},{\"a\":\"\xff\"},{\"a\":4}]}";
    let mut table = table([Step::bytes(text)]);
    let (rows, errors) = rows(&mut table).await;
    assert_eq!(rows, ["{\"a\":1}", "{\"a\":\"\u{fffd}\"}", "{\"a\":4}"]);
    assert_eq!(errors.len(), 1);
    assert_eq!(
        (errors[0].row(), errors[0].kind()),
        (Some(2), ErrorKind::Decode)
    );
    assert!(
        errors[0].to_string().starts_with("t.query.run: row 2: "),
        "{}",
        errors[0]
    );
    assert_eq!(table.gaps().get().len(), 1);
    assert_eq!((table.count(), table.rows_read()), (3, 4));
}

#[tokio::test(start_paused = true)]
async fn rows_with_other_members_than_expected_are_noted() {
    let mut table = table([
        r#"{"schema":[],"results":[{"a":1,"b":2},{"b":2,"a":1},{"a":1},{"a":NaN},{"a":1},{"a":1,"b":2}]}"#,
    ]);
    table.head().await.unwrap();
    table.expect(["a", "b"]);
    let first = table.next_batch().await.unwrap().unwrap();
    assert_eq!((first.len(), first.unexpected()), (3, &[1, 2][..]));
    assert!(table.next_batch().await.unwrap().is_err());
    let second = table.next_batch().await.unwrap().unwrap();
    assert_eq!((second.len(), second.unexpected()), (2, &[0][..]));
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_breaks_off_before_its_first_row_is_requested_again() {
    let cut = Step::new(200, "{\"schema\":[],\"results\":[{\"a\"").cut();
    let mut whole = table([
        cut.clone(),
        Step::new(200, ""),
        Step::new(200, r#"{"results":[1]}"#),
    ]);
    assert_eq!(rows(&mut whole).await.0, ["1"]);

    let late = Step::new(200, "{\"results\":[1,2").cut();
    let (rows, errors) = rows(&mut table([late])).await;
    assert_eq!(rows, ["1"]);
    assert_eq!(
        (errors[0].kind(), errors[0].rows()),
        (ErrorKind::Truncated, Some(1))
    );
}

#[tokio::test(start_paused = true)]
async fn an_html_page_is_an_error() {
    let error = table(["<html>"]).head().await.err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.operation().unwrap().id, "t.query.run");
}
