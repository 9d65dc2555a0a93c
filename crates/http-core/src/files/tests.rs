//! Exports whose files are late, replaced, cut or gone.

use super::*;
use crate::script::Script;

static EXPORT: Operation = Operation::get("t.things.export", "/export").answer(Answer::Files {
    links: "files",
    made: "made",
});

const TWO: &str = r#"{"files":["https://s.example/1?sig=a","https://s.example/2?sig=a"],"made":"2026-03-02T06:00:00Z"}"#;

async fn read(answers: &[&'static str]) -> (Vec<String>, Option<Error>, Option<Snapshot>) {
    let (_, client) = Script::new(answers.iter().copied());
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
async fn lines_are_rows_whatever_stands_between_them() {
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
async fn whether_rows_remain_is_told_without_taking_one() {
    let (_, client) = Script::new([TWO, "{\"a\":1}\n", "{\"a\":2}\n"]);
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
async fn a_line_that_is_cut_is_no_row_and_those_before_it_come_once() {
    let cut = "{\"a\":1}\n{\"a\":{\"b\":2}";
    let whole = "{\"a\":1}\n{\"a\":{\"b\":2}}\n";
    let (rows, error, _) = read(&[TWO, cut, "", whole, "{}"]).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(rows, [r#"{"a":1}"#, r#"{"a":{"b":2}}"#, "{}"]);
    let (rows, error, snapshot) = read(&[TWO, cut, cut, cut, cut, "{}"]).await;
    let (error, snapshot) = (error.unwrap(), snapshot.unwrap());
    assert_eq!((rows.len(), error.kind()), (2, ErrorKind::Truncated));
    assert!(!snapshot.complete && snapshot.rows == 2);
    assert_eq!(snapshot.reason, Some(error.to_string()));
}

#[tokio::test(start_paused = true)]
async fn a_file_with_fewer_rows_than_were_handed_on_is_another_file() {
    let (rows, error, _) = read(&[TWO, "{}\n{}\n{\"a\"", "{}\n"]).await;
    assert_eq!(rows.len(), 2);
    assert!(error.unwrap().message().contains("fewer rows than before"));
}
