//! Passes into a lake in a folder: what one commit holds, and what the next process finds.

mod checks;

use std::future::pending;
use std::path::Path;

use http_core::testing::Script;
use serde_json::json;

use super::*;
use crate::collect::tests::{LIST, answer};
use crate::collect::{CollectError, Collector, Receipt, Stream};

/// The rows of a table as its engines would count them: files that the log names, by the number in the log.
fn counted(folder: &Path, table: &str) -> u64 {
    let log = folder.join(table).join("_delta_log");
    let mut rows = 0;
    for entry in std::fs::read_dir(log).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for line in text.lines() {
            let action: Value = serde_json::from_str(line).unwrap();
            let Some(stats) = action["add"]["stats"].as_str() else {
                continue;
            };
            let stats: Value = serde_json::from_str(stats).unwrap();
            rows += stats["numRecords"].as_u64().unwrap();
        }
    }
    rows
}

fn versions(folder: &Path, table: &str) -> usize {
    let log = folder.join(table).join("_delta_log");
    std::fs::read_dir(log).unwrap().count()
}

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn lake(&self) -> Lake {
        let store = Store::open(&self.path().display().to_string(), None).unwrap();
        Lake::new(store, |_| {
            vec![
                Column::new("id", Kind::Text),
                Column::new("changed", Kind::Time),
            ]
        })
    }
}

async fn pass(lake: &Lake, tenant: &str, rows: &[(&str, &str)]) -> Result<Receipt, CollectError> {
    let records = rows
        .iter()
        .map(|(id, changed)| json!({"id": id, "changed": changed}));
    let page = json!({"value": records.collect::<Vec<_>>()}).to_string();
    let client = Script::new([answer(&page)]).client().unwrap();
    let stream = Stream::of(&LIST).unwrap();
    let collector = Collector::new(client, stream, tenant);
    collector.pass(lake, pending()).await
}

#[tokio::test]
async fn rows_cursor_and_receipts_are_committed_and_found_by_the_next_process() {
    let place = Place::new();
    let rows = [("a", "2026-03-01T10:00:00Z"), ("b", "2026-03-01T10:01:00Z")];
    let first = pass(&place.lake(), "t1", &rows).await.unwrap();
    assert_eq!((first.rows_written, first.misfits), (2, 0));
    let again = pass(&place.lake(), "t1", &rows).await.unwrap();
    assert_eq!((again.rows_written, again.duplicates), (0, 2));
    assert_eq!(counted(place.path(), "t.alerts"), 2);
    assert_eq!(counted(place.path(), "_runs"), 2);
}

#[tokio::test(start_paused = true)]
async fn tenants_that_are_collected_at_the_same_time_share_a_commit() {
    let place = Place::new();
    let lake = place.lake();
    let rows = [("a", "2026-03-01T10:00:00Z")];
    let tenants = ["t1", "t2", "t3"];
    let passes = tenants.map(|tenant| pass(&lake, tenant, &rows));
    for receipt in futures_util::future::join_all(passes).await {
        assert_eq!(receipt.unwrap().rows_written, 1);
    }
    assert_eq!(
        (
            versions(place.path(), "t.alerts"),
            versions(place.path(), "_runs")
        ),
        (1, 1)
    );
    assert_eq!(
        (
            counted(place.path(), "t.alerts"),
            counted(place.path(), "_runs")
        ),
        (3, 3)
    );
}

#[tokio::test(start_paused = true)]
async fn a_pass_waits_no_longer_than_ten_seconds_for_one_that_takes_long() {
    let place = Place::new();
    let lake = place.lake();
    // It is read for ever.
    let (_, slow) = lake.open("slow", "t.alerts").await.unwrap();
    let begun = tokio::time::Instant::now();
    let late = async {
        // Counted is from the first one that waits.
        tokio::time::sleep(std::time::Duration::from_secs(7)).await;
        pass(&lake, "t2", &[("a", "2026-03-01T10:00:00Z")]).await
    };
    let early = pass(&lake, "t1", &[("a", "2026-03-01T10:00:00Z")]);
    let (early, late) = tokio::join!(early, late);
    assert_eq!(
        (early.unwrap().rows_written, late.unwrap().rows_written),
        (1, 1)
    );
    assert_eq!(begun.elapsed().as_secs(), 10);
    assert_eq!(versions(place.path(), "t.alerts"), 1);
    drop(slow);
}

/// One tenant hangs, and the deadline is shorter than the wait for it.
#[tokio::test(start_paused = true)]
async fn a_tenant_that_hangs_keeps_no_other_from_being_committed() {
    use crate::collect::Round;
    use crate::{Ended, Fanout, OutcomeKind, Task, Tenant};

    let place = Place::new();
    let lake = place.lake();
    let tenants = (0..4).map(|number| {
        let id = format!("aaaaaaaa-0000-0000-0000-{number:012}");
        Tenant::new(&id).unwrap()
    });
    let work = |task: Task| {
        let lake = &lake;
        async move {
            let tenant = task.tenant.id.clone();
            if tenant.ends_with('0') {
                let _open = lake.open(&tenant, "t.alerts").await.unwrap();
                return pending().await;
            }
            let page = json!({"value": [{"id": "a", "changed": "2026-03-01T10:00:00Z"}]});
            let client = Script::new([answer(&page.to_string())]).client().unwrap();
            let stream = Stream::of(&LIST).unwrap();
            let mut round = Round::new(lake).waiting(task.waiting.clone());
            round.pass(client, &stream, &tenant).await.unwrap();
            Ended::Ok
        }
    };
    let deadline = std::time::Duration::from_secs(5);
    let mut run = Fanout::new()
        .with_deadline(deadline)
        .run(tenants.collect(), work);
    let mut ended = 0;
    while let Some(outcome) = run.next().await {
        ended += usize::from(outcome.outcome == OutcomeKind::Ok);
    }
    assert_eq!((ended, counted(place.path(), "t.alerts")), (3, 3));
}

#[tokio::test]
async fn of_two_processes_on_one_tenant_one_commits_and_the_other_is_told() {
    let place = Place::new();
    let (one, other) = (place.lake(), place.lake());
    let (_, late) = other.open("t1", "t.alerts").await.unwrap();
    let first = pass(&one, "t1", &[("a", "2026-03-01T10:00:00Z")])
        .await
        .unwrap();
    let error = late.commit(&Cursor::new(), &first).await.unwrap_err();
    assert!(error.is_busy(), "{error}");
    assert_eq!(counted(place.path(), "t.alerts"), 1);
    assert_eq!(counted(place.path(), "_runs"), 1);
}

/// A process that is killed between the two tables.
#[tokio::test]
async fn a_receipt_that_a_killed_process_has_not_written_is_written_by_the_next() {
    let place = Place::new();
    let rows = [("a", "2026-03-01T10:00:00Z")];
    pass(&place.lake(), "t1", &rows).await.unwrap();
    std::fs::remove_dir_all(place.path().join("_runs")).unwrap();
    pass(&place.lake(), "t1", &rows).await.unwrap();
    assert_eq!(counted(place.path(), "_runs"), 2);
}

/// Two processes, one after the other, that are killed between the two tables: what the first left is written before the second commits.
#[tokio::test]
async fn no_receipt_is_lost_when_processes_are_killed_one_after_the_other() {
    let place = Place::new();
    let rows = [("a", "2026-03-01T10:00:00Z")];
    let runs = place.path().join("_runs");
    pass(&place.lake(), "t1", &rows).await.unwrap();
    let kept = place.path().join("kept");
    std::fs::rename(&runs, &kept).unwrap();
    for _ in 0..3 {
        // The table as it was before the receipt of this pass.
        let lake = place.lake();
        pass(&lake, "t1", &rows).await.unwrap();
        let log = runs.join("_delta_log");
        let newest = std::fs::read_dir(&log)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .max();
        std::fs::remove_file(newest.unwrap()).unwrap();
    }
    pass(&place.lake(), "t1", &rows).await.unwrap();
    // Also that of the first pass, whose table was taken away.
    assert_eq!(counted(place.path(), "_runs"), 5);
}

#[tokio::test]
async fn a_lake_of_one_tenant_takes_no_rows_of_another() {
    let place = Place::new();
    let rows = [("a", "2026-03-01T10:00:00Z")];
    pass(&place.lake(), "t1", &rows).await.unwrap();
    let lake = place.lake().of_one_tenant();
    pass(&lake, "t1", &rows).await.unwrap();
    let Err(CollectError::Sink(error)) = pass(&lake, "t2", &rows).await else {
        panic!("rows of another tenant were taken");
    };
    assert!(
        error
            .to_string()
            .ends_with("holds rows of tenant t1 and none of t2"),
        "{error}"
    );
    assert!(error.is_of_one() && error.hint().is_some());
    pass(&place.lake(), "t2", &rows).await.unwrap();
}

#[tokio::test]
async fn a_value_that_does_not_fit_is_counted_in_the_receipt() {
    let place = Place::new();
    let rows = json!({"value": [{"id": 5, "changed": "2026-03-01T10:00:00Z"}]}).to_string();
    let client = Script::new([answer(&rows)]).client().unwrap();
    let collector = Collector::new(client, Stream::of(&LIST).unwrap(), "t1");
    let receipt = collector.pass(&place.lake(), pending()).await.unwrap();
    assert_eq!((receipt.rows_written, receipt.misfits), (1, 1));
}

#[tokio::test]
async fn tenants_that_begin_together_read_the_log_once() {
    use std::sync::atomic::{AtomicUsize, Ordering};

    let place = Place::new();
    let store = Store::open(&place.path().display().to_string(), None).unwrap();
    // The columns are asked for whenever a table is read.
    let read = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&read);
    let lake = Lake::new(store, move |_| {
        counted.fetch_add(1, Ordering::Relaxed);
        vec![Column::new("id", Kind::Text)]
    });
    let rows = [("a", "2026-03-01T10:00:00Z")];
    let (one, two, three) = tokio::join!(
        pass(&lake, "t1", &rows),
        pass(&lake, "t2", &rows),
        pass(&lake, "t3", &rows),
    );
    for receipt in [one, two, three] {
        assert_eq!(receipt.unwrap().rows_written, 1);
    }
    assert_eq!(read.load(Ordering::Relaxed), 1);
}

#[test]
fn a_table_in_a_store_has_the_address_that_clickhouse_reads() {
    for (address, read) in [
        (
            "az://soc's/lake",
            "deltaLakeAzure(defender_lake, container = 'soc''s', blob_path = 'lake/_runs')",
        ),
        (
            "az://soc",
            "deltaLakeAzure(defender_lake, container = 'soc', blob_path = '_runs')",
        ),
        ("s3://soc/lake", "deltaLake('s3://soc/lake/_runs')"),
        (
            "https://minio.local:9000/soc/lake",
            "deltaLake('https://minio.local:9000/soc/lake/_runs')",
        ),
        (
            "gs://soc/lake",
            "deltaLake('https://storage.googleapis.com/soc/lake/_runs')",
        ),
    ] {
        let sql = views(address, &["_runs".to_owned()], &[], Dialect::ClickHouse);
        assert!(sql.contains(&format!("FROM {read};")), "{sql}");
    }
}

#[tokio::test]
async fn a_table_that_is_broken_is_of_one_stream_and_broken_receipts_are_of_all() {
    let place = Place::new();
    let rows = [("a", "2026-03-01T10:00:00Z")];
    pass(&place.lake(), "t1", &rows).await.unwrap();
    let first = |table: &str| {
        let log = place.path().join(table).join("_delta_log");
        log.join("00000000000000000000.json")
    };
    let text = std::fs::read_to_string(first("t.alerts")).unwrap();
    for broken in [
        "{".to_owned(),
        text.replace("\"minWriterVersion\":7", "\"minWriterVersion\":8"),
    ] {
        std::fs::write(first("t.alerts"), broken).unwrap();
        let Err(CollectError::Sink(error)) = pass(&place.lake(), "t1", &rows).await else {
            panic!("a broken table was written to");
        };
        assert!(error.is_of_one() && !error.is_busy(), "{error}");
        assert!(error.hint().is_some(), "{error}");
    }
    std::fs::write(first("t.alerts"), &text).unwrap();
    std::fs::write(first("_runs"), "{").unwrap();
    let Err(CollectError::Sink(error)) = pass(&place.lake(), "t1", &rows).await else {
        panic!("rows were written without a receipt");
    };
    assert!(!error.is_of_one(), "{error}");
}
