//! Passes against a scripted service, with a sink in memory.

mod export;
mod limits;
mod query;
mod simulated;

use std::future::{pending, ready};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use http_core::testing::{Script, Step};
use http_core::{Operation, Record, RecordKind, Since, SinceForm};

use super::*;

pub(super) static RECORD: Record = Record::new(RecordKind::Mutable)
    .key(&["id"])
    .version("changed")
    .since(Since::new("changed", SinceForm::Filter("changed")));
pub(super) static LIST: Operation = Operation::get("t.alerts.list", "/alerts")
    .collection("value")
    .inputs(&[http_core::Param::query("$filter")])
    .record(&RECORD);

/// The service's clock in all answers.
const DATE: &str = "Sun, 01 Mar 2026 12:00:00 GMT";

/// A sink that keeps rows, cursor and receipts of the commits.
#[derive(Clone, Debug, Default)]
struct Memory(Arc<Mutex<Kept>>);

#[derive(Debug, Default)]
struct Kept {
    rows: Vec<String>,
    cursor: Option<Cursor>,
    receipts: Vec<Receipt>,
}

struct Open {
    memory: Memory,
    rows: Vec<String>,
}

#[async_trait]
impl Sink for Memory {
    async fn open(&self, _: &str, _: &str) -> Result<(Option<Cursor>, Box<dyn Writer>), SinkError> {
        let cursor = self.0.lock().unwrap().cursor.clone();
        let writer = Open {
            memory: self.clone(),
            rows: Vec::new(),
        };
        Ok((cursor, Box::new(writer)))
    }
}

#[async_trait]
impl Writer for Open {
    async fn write(&mut self, row: &[u8]) -> Result<(), SinkError> {
        self.rows.push(String::from_utf8(row.to_vec()).unwrap());
        Ok(())
    }

    async fn commit(self: Box<Self>, cursor: &Cursor, receipt: &Receipt) -> Result<(), SinkError> {
        let mut kept = self.memory.0.lock().unwrap();
        kept.rows.extend(self.rows);
        kept.cursor = Some(cursor.clone());
        kept.receipts.push(receipt.clone());
        Ok(())
    }
}

impl Memory {
    /// The rows, in the order in which they were written.
    fn rows(&self) -> Vec<serde_json::Value> {
        let rows = self.0.lock().unwrap().rows.clone();
        let parsed = rows.iter().map(|row| serde_json::from_str(row).unwrap());
        parsed.collect()
    }

    /// The ids of the rows.
    fn ids(&self) -> String {
        let rows = self.rows().into_iter();
        rows.map(|row| row["id"].as_str().unwrap().to_owned())
            .collect()
    }

    fn receipts(&self) -> Vec<Receipt> {
        self.0.lock().unwrap().receipts.clone()
    }
}

/// A page with records of these ids, each with the minute of its last change after 10:00.
fn page(records: &[(&str, u32)]) -> Step {
    let records: Vec<_> = records
        .iter()
        .map(|(id, minute)| {
            let hour = 10 + minute / 60;
            format!(
                r#"{{"id":"{id}","changed":"2026-03-01T{hour:02}:{:02}:00Z"}}"#,
                minute % 60
            )
        })
        .collect();
    answer(&format!("{{\"value\":[{}]}}", records.join(",")))
}

pub(super) fn answer(body: &str) -> Step {
    Step::new(200, body.to_owned()).header("date", DATE)
}

/// Runs a pass for each answer.
async fn passes(memory: &Memory, steps: impl IntoIterator<Item = Step>) -> (Script, Vec<String>) {
    let steps: Vec<_> = steps.into_iter().collect();
    let count = steps.len();
    let script = Script::new(steps);
    let collector = collector(&script);
    let mut ended = Vec::new();
    for _ in 0..count {
        ended.push(match collector.pass(memory, pending()).await {
            Ok(receipt) => receipt.to_string(),
            Err(error) => error.to_string(),
        });
    }
    (script, ended)
}

fn collector(script: &Script) -> Collector {
    let client = script.client().unwrap();
    Collector::new(client, Stream::of(&LIST).unwrap(), "t1")
}

/// The filters that were sent.
fn filters(script: &Script) -> Vec<String> {
    let filter = |request: http_core::http::Request<_>| {
        let query = request.uri().query().unwrap_or_default().to_owned();
        query
            .replace("%20", " ")
            .replace("%3A", ":")
            .replace('+', " ")
    };
    script.requests().into_iter().map(filter).collect()
}

#[tokio::test(start_paused = true)]
async fn late_records_and_equal_times_come_once() {
    let memory = Memory::default();
    let (script, _) = passes(
        &memory,
        [
            page(&[("a", 0), ("b", 10)]),
            // `c` has the time of `b`, and `d` came late.
            page(&[("a", 0), ("d", 5), ("b", 10), ("c", 10)]),
            page(&[("d", 5), ("b", 10), ("c", 10), ("e", 30)]),
            // `a` has changed.
            page(&[("e", 30), ("a", 31)]),
        ],
    )
    .await;
    assert_eq!(memory.ids(), "abdcea");
    let filters = filters(&script);
    assert!(!filters[0].contains("changed"), "{filters:?}");
    assert!(
        filters[1].contains("changed ge 2026-03-01T09:55:00Z"),
        "{filters:?}"
    );
    assert!(
        filters[3].contains("changed ge 2026-03-01T10:15:00Z"),
        "{filters:?}"
    );
    let row = memory.0.lock().unwrap().rows[0].clone();
    let begin = r#"{"_tenant":"t1","_fetched_at":"2026-03-01T12:00:00Z","_operation":"t.alerts.list","_version":"2026-03-01T10:00:00Z","id":"a","#;
    assert!(row.starts_with(begin), "{row}");
}

#[tokio::test(start_paused = true)]
async fn a_list_that_breaks_off_moves_nothing_on_and_its_rows_are_kept() {
    let memory = Memory::default();
    let broken = r#"{"value":[{"id":"b","changed":"2026-03-01T10:05:00Z"},{"id":"c","chan"#;
    let (script, ended) = passes(
        &memory,
        [
            page(&[("a", 0)]),
            answer(broken).cut(),
            page(&[("a", 0), ("b", 5), ("c", 6)]),
        ],
    )
    .await;
    assert_eq!(memory.ids(), "abc", "{ended:?}");
    assert_eq!(memory.receipts()[1].end, End::Partial);
    let filters = filters(&script);
    assert_eq!(filters[1], filters[2], "the same time is asked for again");
}

#[tokio::test(start_paused = true)]
async fn a_first_pass_that_breaks_off_or_is_ended_keeps_nothing() {
    let memory = Memory::default();
    let broken = answer(r#"{"value":[{"id":"a","changed":"2026-03-01T10:05:00Z"},{"#).cut();
    let (_, ended) = passes(&memory, [broken]).await;
    assert!(ended[0].contains("broke off"), "{ended:?}");
    let script = Script::new([page(&[("a", 0)])]);
    let stopped = collector(&script).pass(&memory, ready(())).await;
    assert!(matches!(stopped, Err(CollectError::Interrupted)));
    assert!(memory.receipts().is_empty());
    passes(&memory, [page(&[("a", 0)])]).await;
    assert_eq!(memory.ids(), "a");
}

#[tokio::test(start_paused = true)]
async fn a_later_pass_that_is_ended_commits_and_the_next_one_goes_on() {
    let memory = Memory::default();
    passes(&memory, [page(&[("a", 0)])]).await;
    let script = Script::new([page(&[("b", 1)])]);
    let receipt = collector(&script).pass(&memory, ready(())).await.unwrap();
    assert_eq!((receipt.end, receipt.rows_written), (End::Interrupted, 0));
    passes(&memory, [page(&[("a", 0), ("b", 1)])]).await;
    assert_eq!(memory.ids(), "ab");
}

#[tokio::test(start_paused = true)]
async fn a_record_from_the_future_is_written_and_moves_nothing_on() {
    let memory = Memory::default();
    let far = answer(
        r#"{"value":[{"id":"a","changed":"2026-03-01T11:00:00Z"},{"id":"z","changed":"2099-01-01T00:00:00Z"}]}"#,
    );
    let (script, _) = passes(&memory, [far, page(&[("a", 60), ("b", 70)])]).await;
    assert_eq!(memory.ids(), "azb");
    assert!(filters(&script)[1].contains("ge 2026-03-01T10:45:00Z"));
    let message = memory.receipts()[0].message.clone();
    assert!(message.unwrap().contains("ahead of the service's clock"));
}

#[tokio::test]
async fn a_name_that_leads_out_of_the_folder_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let spool = Spool::new(folder.path().join("spool"));
    for tenant in ["../x", "a/b", "", ".state"] {
        assert!(spool.open(tenant, "t.alerts").await.is_err(), "{tenant}");
    }
    assert_eq!(folder.path().read_dir().unwrap().count(), 0);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_read_or_has_no_time_is_counted() {
    let memory = Memory::default();
    let odd = answer(r#"{"value":[{"id":"a"},7,{"id":"b","changed":"2026-03-01T10:00:00Z"}]}"#);
    let again = answer(r#"{"value":[{"id":"a"},{"id":"b","changed":"2026-03-01T10:00:00Z"}]}"#);
    passes(&memory, [odd, again]).await;
    assert_eq!(memory.ids(), "ab");
    let receipts = memory.receipts();
    let first = &receipts[0];
    assert_eq!((first.rows_read, first.lost, first.undated), (3, 1, 1));
    assert_eq!(first.end, End::Partial);
    assert_eq!(
        (receipts[1].duplicates, receipts[1].lag_seconds),
        (2, Some(7200))
    );
}
