//! Queries against a scripted service.

use http_core::{BodyKind, Effect, EffectKind};

use super::super::query::{Answers, Query};
use super::*;

static RUN: Operation = Operation::post("t.hunting.run", "/run")
    .body(BodyKind::Json)
    .idempotent()
    .effect(Effect::new(EffectKind::Read))
    .inputs(&[http_core::Param::body("Query").required()]);

const TEXT: &str = "let Bad = 'x';\nDeviceEvents\n| where ActionType == Bad; // the end\n";

fn hunt(script: &Script) -> Collector {
    let stream = Stream::query(&RUN, "bad", TEXT, TIME_COLUMN, None).unwrap();
    Collector::new(script.client().unwrap(), stream, "t1")
}

/// An answer with rows of these ids, each with its minute after 10:00.
fn rows(records: &[(&str, u32)]) -> Step {
    let rows: Vec<_> = records
        .iter()
        .map(|(id, minute)| {
            format!(r#"{{"Timestamp":"2026-03-01T10:{minute:02}:00.1234567Z","id":"{id}"}}"#)
        })
        .collect();
    answer(&format!(
        r#"{{"schema":[],"results":[{}]}}"#,
        rows.join(",")
    ))
}

/// The texts that were sent.
fn texts(script: &Script) -> Vec<String> {
    let text = |request: http_core::http::Request<http_core::Bytes>| {
        let body: serde_json::Value = serde_json::from_slice(request.body()).unwrap();
        body["Query"].as_str().unwrap().to_owned()
    };
    script.requests().into_iter().map(text).collect()
}

#[tokio::test(start_paused = true)]
async fn each_pass_asks_for_the_rows_from_a_time_on() {
    let memory = Memory::default();
    let script = Script::new([
        rows(&[("a", 0), ("b", 30)]),
        rows(&[("late", 20), ("b", 30), ("equal", 30), ("equal", 30)]),
    ]);
    for _ in 0..2 {
        hunt(&script).pass(&memory, pending()).await.unwrap();
    }
    let texts = texts(&script);
    let text = "let Bad = 'x';\nDeviceEvents\n| where ActionType == Bad\n";
    assert_eq!(texts[0], format!("{text}| top 100000 by Timestamp asc"));
    let since = "| where Timestamp >= datetime(2026-03-01T10:15:00Z)\n";
    assert_eq!(
        texts[1],
        format!("{text}{since}| top 100000 by Timestamp asc")
    );
    let ids: Vec<_> = memory
        .rows()
        .iter()
        .map(|row| row["id"].to_string())
        .collect();
    assert_eq!(ids, ["\"a\"", "\"b\"", "\"late\"", "\"equal\""]);
    let row = &memory.rows()[0];
    assert_eq!(row["_version"], "2026-03-01T10:00:00.1234567Z");
    assert_eq!(row["_operation"], "t.hunting.run");
    let receipt = &memory.receipts()[1];
    assert_eq!(
        (receipt.stream.as_str(), receipt.duplicates, receipt.end),
        ("hunt.bad", 2, End::Done)
    );
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_is_too_large_is_asked_for_in_smaller_parts() {
    let memory = Memory::default();
    let large = || {
        Step::new(
            400,
            r#"{"error":{"code":"BadRequest","message":"exceeded the allowed result size"}}"#,
        )
    };
    let many: Vec<_> = (0..1562_u32)
        .map(|number| (number.to_string(), number / 50))
        .collect();
    let part = |from: usize, to: usize| {
        rows(
            &many[from..to]
                .iter()
                .map(|(id, minute)| (id.as_str(), *minute))
                .collect::<Vec<_>>(),
        )
    };
    let script = Script::new((0..7).map(|_| large()).chain([
        part(0, 781),
        part(750, 1531),
        part(1500, 1562),
    ]));
    let receipt = hunt(&script).pass(&memory, pending()).await.unwrap();
    assert_eq!(
        (receipt.end, receipt.rows_written, receipt.pages),
        (End::Done, 1562, 3)
    );
    let texts = texts(&script);
    assert!(texts[7].ends_with("| where ActionType == Bad\n| top 781 by Timestamp asc"));
    assert!(texts[8].contains("| where Timestamp >= datetime(2026-03-01T10:15:00.1234567Z)\n"));
    // One that fails whatever its size is an error.
    let script = Script::new((0..9).map(|_| large()));
    let failed = hunt(&script).pass(&Memory::default(), pending()).await;
    assert!(matches!(failed, Err(CollectError::Call(_))), "{failed:?}");
    assert_eq!(script.left(), 1);
}

#[tokio::test(start_paused = true)]
async fn more_rows_at_one_time_than_an_answer_can_have_are_a_gap() {
    let many: Vec<_> = (0..781_u32).map(|number| number.to_string()).collect();
    let one = || rows(&many.iter().map(|id| (id.as_str(), 7)).collect::<Vec<_>>());
    let script = Script::new([one(), one(), rows(&[("z", 8)])]);
    let query = Query::new(&RUN, TEXT, TIME_COLUMN, None).unwrap();
    let mut answers = Answers::new(&script.client().unwrap(), query.into(), None).of_rows(781);
    let mut read = 0;
    while let Some(batch) = answers.next_batch().await {
        read += batch.unwrap().len();
    }
    assert_eq!((read, answers.pages()), (781 * 2 + 1, 3));
    let missing = answers.missing();
    assert_eq!(missing.len(), 1);
    assert!(
        missing[0].is_lost
            && missing[0]
                .what
                .contains("with the time 2026-03-01T10:07:00.1234567Z")
    );
    assert!(texts(&script)[2].contains("datetime(2026-03-01T10:07:00.1234568Z)"));
}

#[tokio::test]
async fn what_cannot_be_collected_is_refused_with_the_reason() {
    let mut schema = kql::Schema::new();
    schema.insert(
        "T",
        [("Timestamp", kql::Kind::Time), ("Name", kql::Kind::Text)],
    );
    for (name, text, column, told) in [
        ("a.b", "T", TIME_COLUMN, "`a.b` is no name"),
        (
            "a",
            "T",
            "Time stamp",
            "`Time stamp` is no name of a column",
        ),
        ("a", "T | where", TIME_COLUMN, "(line 1, column 10)"),
        ("a", "let x = 5;", TIME_COLUMN, "has not exactly one result"),
        ("a", "T; T", TIME_COLUMN, "has not exactly one result"),
        ("a", "T | take 5", TIME_COLUMN, "`take` returns any rows"),
        (
            "a",
            "union (T | take 5), T",
            TIME_COLUMN,
            "`take` returns any rows",
        ),
        (
            "a",
            "T | top 5 by Name",
            TIME_COLUMN,
            "`top` leaves rows out",
        ),
        (
            "a",
            "T | render timechart",
            TIME_COLUMN,
            "`render` ends a query",
        ),
        (
            "a",
            "T | project Name",
            TIME_COLUMN,
            "has no column `Timestamp`",
        ),
        (
            "a",
            "T | project Timestamp = Name",
            TIME_COLUMN,
            "`Timestamp` of the result is no time",
        ),
        ("a", "T", "Name", "`Name` of the result is no time"),
    ] {
        let refused = Stream::query(&RUN, name, text, column, Some(&schema));
        let error = refused.unwrap_err();
        assert!(error.message().contains(told), "{text}: {error}");
    }
    // What only the service knows is left to it.
    for text in [
        "Unknown",
        "T | evaluate bag_unpack(Name)",
        "T | summarize Timestamp = max(Timestamp) by Name",
        "union (T | top 5 by Timestamp), T",
    ] {
        let stream = Stream::query(&RUN, "a", text, TIME_COLUMN, Some(&schema));
        // Its time is a time in any case.
        let columns = stream.as_ref().map(Stream::columns);
        let time = kql::Column::new(TIME_COLUMN, kql::Kind::Time);
        assert!(
            columns.is_ok_and(|columns| columns.unwrap().contains(&time)),
            "{text}: {stream:?}"
        );
    }
}
