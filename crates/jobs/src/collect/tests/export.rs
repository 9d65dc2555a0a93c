//! Exports against a scripted service.

use http_core::testing::Script;
use http_core::{AnswerKind, ErrorKind, Request};

use super::*;

static EXPORT: Operation =
    Operation::get("t.things.export_all", "/export").answer(AnswerKind::Files {
        links: "files",
        made: "made",
    });

const FILES: &str = r#"{"files":["https://s.example/1?sig=a","https://s.example/2?sig=a"],"made":"2026-03-02T06:00:00Z"}"#;

fn export(script: &Script, operation: &'static Operation) -> Export {
    Export::new(script.client().unwrap(), Request::new(operation), "t1").unwrap()
}

#[tokio::test(start_paused = true)]
async fn the_rows_of_all_files_become_visible_together() {
    let memory = Memory::default();
    let script = Script::new([
        FILES,
        "{\"id\":\"a\"}\n{\"id\":\"b\"}\n",
        "{\"id\":\"c\"}\n",
    ]);
    let export = export(&script, &EXPORT);
    let receipt = export.run(&memory, pending()).await.unwrap();
    assert_eq!(memory.ids(), "abc");
    assert_eq!(
        (receipt.stream.as_str(), receipt.pages, receipt.rows_written),
        ("t.things.export_all", 2, 3)
    );
    assert_eq!((receipt.end, receipt.message), (End::Done, None));
    let row = memory.0.lock().unwrap().rows[0].clone();
    let version =
        r#""_operation":"t.things.export_all","_version":"2026-03-02T06:00:00Z","id":"a"}"#;
    assert!(row.ends_with(version), "{row}");
}

#[tokio::test(start_paused = true)]
async fn an_export_that_lacks_a_file_or_breaks_off_or_is_ended_leaves_nothing() {
    let memory = Memory::default();
    let gone = || Step::new(404, "");
    let steps = [FILES.into(), Step::from("{\"id\":\"a\"}\n")];
    let script = Script::new(steps.into_iter().chain((0..60).map(|_| gone())));
    let failed = export(&script, &EXPORT).run(&memory, pending()).await;
    assert!(matches!(failed, Err(CollectError::Call(_))), "{failed:?}");
    let script = Script::new([answer(r#"{"value":[{"id":"a"},{"i"#).cut()]);
    let broken = export(&script, &LIST).run(&memory, pending()).await;
    assert!(matches!(broken, Err(CollectError::Call(_))), "{broken:?}");
    let script = Script::new([FILES]);
    let stopped = export(&script, &EXPORT).run(&memory, ready(())).await;
    assert!(matches!(stopped, Err(CollectError::Interrupted)));
    assert_eq!((memory.ids().as_str(), script.left()), ("", 1));
    assert!(memory.receipts().is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_is_there_is_not_written_again_whoever_wrote_it() {
    let memory = Memory::default();
    let script = Script::new([page(&[("a", 0)])]);
    export(&script, &LIST)
        .run(&memory, pending())
        .await
        .unwrap();
    let again = export(&script, &LIST).run(&memory, pending()).await;
    let text = again.unwrap_err().to_string();
    assert!(
        text.starts_with("`t.alerts` of tenant t1 is already there, from an export;"),
        "{text}"
    );
    let after = collector(&script).pass(&memory, pending()).await;
    assert!(matches!(after, Err(CollectError::Present(_))), "{after:?}");
    assert_eq!(memory.ids(), "a");

    let collected = Memory::default();
    passes(&collected, [page(&[("a", 0)])]).await;
    let over = export(&script, &LIST).run(&collected, pending()).await;
    let text = over.unwrap_err().to_string();
    assert!(text.contains("from collected rows;"), "{text}");
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_read_is_counted_and_said() {
    let memory = Memory::default();
    let script = Script::new([answer(r#"{"value":[{"id":"a"},7,{"id":b},{"id":"c"}]}"#)]);
    let receipt = export(&script, &LIST)
        .run(&memory, pending())
        .await
        .unwrap();
    assert_eq!(memory.ids(), "ac");
    assert_eq!(
        (receipt.rows_read, receipt.rows_written, receipt.lost),
        (4, 2, 2)
    );
    assert_eq!(receipt.end, End::Partial);
    assert_eq!(receipt.message.as_deref(), Some("a record is no object"));
}

#[tokio::test]
async fn what_is_no_source_or_lacks_an_input_is_refused() {
    static GET: Operation = Operation::get("t.alerts.get", "/alerts/1");
    static OF: Operation = Operation::get("t.machines.list_alerts", "/machines/{id}/alerts")
        .collection("value")
        .inputs(&[http_core::Param::path("id")]);
    let script = Script::new([""; 0]);
    for operation in [&GET, &OF] {
        let refused = Export::new(script.client().unwrap(), Request::new(operation), "t1");
        let error = refused.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Usage, "{error}");
    }
}

fn made(time: &str) -> Step {
    answer(&FILES.replace("2026-03-02T06:00:00Z", time))
}

fn collected(script: &Script) -> Collector {
    let stream = Stream::of(&EXPORT).unwrap();
    assert!(stream.is_export() && stream.sees_changes());
    Collector::new(script.client().unwrap(), stream, "t1")
}

#[tokio::test(start_paused = true)]
async fn an_export_that_was_generated_anew_is_written_whole_and_no_other() {
    let memory = Memory::default();
    let files = || ["{\"id\":\"a\"}\n", "{\"id\":\"b\"}\n"].map(Step::from);
    let [one, two] = files();
    let script = Script::new([made("2026-03-02T06:00:00Z"), one, two]);
    let first = collected(&script).pass(&memory, pending()).await.unwrap();
    assert_eq!(
        (first.rows_written, first.pages, first.end),
        (2, 2, End::Done)
    );
    assert_eq!(first.newest.unwrap().to_string(), "2026-03-02T06:00:00Z");

    // The same one again, and an older one: neither is read to its end.
    for time in ["2026-03-02T06:00:00.000Z", "2026-03-02T00:00:00Z"] {
        let [one, _] = files();
        let script = Script::new([made(time), one]);
        let again = collected(&script).pass(&memory, pending()).await.unwrap();
        assert_eq!(
            (again.rows_read, again.rows_written, again.end),
            (0, 0, End::Done)
        );
        assert_eq!(again.newest, first.newest);
    }

    let [one, two] = files();
    let script = Script::new([made("2026-03-02T12:00:00Z"), one, two]);
    let third = collected(&script).pass(&memory, pending()).await.unwrap();
    assert_eq!(third.rows_written, 2);
    assert_eq!(memory.ids(), "abab");
    let versions: Vec<_> = memory
        .rows()
        .iter()
        .map(|row| row["_version"].clone())
        .collect();
    assert_eq!(
        versions[1..3],
        ["2026-03-02T06:00:00Z", "2026-03-02T12:00:00Z"]
    );
}

#[tokio::test(start_paused = true)]
async fn an_export_that_breaks_off_or_says_no_time_leaves_the_store_as_it_was() {
    let memory = Memory::default();
    let undated = Script::new([answer(r#"{"files":[]}"#)]);
    let failed = collected(&undated).pass(&memory, pending()).await;
    assert!(matches!(failed, Err(CollectError::Undated)), "{failed:?}");
    let gone = (0..60).map(|_| Step::new(404, ""));
    let steps = [made("2026-03-02T06:00:00Z"), "{\"id\":\"a\"}\n".into()];
    let script = Script::new(steps.into_iter().chain(gone));
    let broken = collected(&script).pass(&memory, pending()).await;
    assert!(matches!(broken, Err(CollectError::Call(_))), "{broken:?}");
    let script = Script::new([FILES]);
    let stopped = collected(&script).pass(&memory, ready(())).await;
    assert!(matches!(stopped, Err(CollectError::Interrupted)));
    assert!(memory.receipts().is_empty());

    // An export without a row is one.
    let empty = Script::new([answer(r#"{"files":[],"made":"2026-03-02T06:00:00Z"}"#)]);
    let receipt = collected(&empty).pass(&memory, pending()).await.unwrap();
    assert_eq!((receipt.rows_written, receipt.end), (0, End::Done));
    assert!(receipt.newest.is_some());
}
