//! Exports by files: complete in spite of failures of a file or its address, with the same rows as the paged lists.

use std::collections::BTreeSet;
use std::time::Duration;

use auth_core::{Cloud, Connector, SecretString, StaticToken};
use http_core::{AnswerKind, ErrorKind, FileRows, Request};
use mde_api::{ChangesWatermark, Client, VulnerabilityState};
use sandbox::{Fault, Sandbox};
use serde_json::Value;

use crate::support::{Bench, Script, Step};

const EXPORT: &str = "mde.assessments.export_software_vulnerabilities";

/// The emulator renews the files at 6 and at 12 o'clock.
async fn bench_at(time: &str) -> Bench {
    let builder = Sandbox::builder().devices(200).now(time.parse().unwrap());
    Bench::with(builder).await
}

/// A time of the day, some days ago. The service accepts only the last days, which the SDK checks by this machine's
/// clock.
fn ago(days: i64, time: &str) -> String {
    let day = jiff::Timestamp::now() - jiff::SignedDuration::from_hours(24 * days);
    format!("{}T{time}", day.strftime("%Y-%m-%d"))
}

fn vulnerabilities(client: &Client) -> FileRows {
    client
        .assessments()
        .export_software_vulnerabilities()
        .rows()
}

/// The ids of all rows, and how the stream ended.
async fn ids(rows: &mut FileRows) -> (Vec<String>, Option<http_core::Error>) {
    let mut ids = Vec::new();
    while let Some(row) = rows.next_row().await {
        match row {
            Ok(row) => {
                let row: Value = serde_json::from_slice(&row).unwrap();
                ids.push(row["Id"].as_str().unwrap().to_owned());
            }
            Err(error) => return (ids, Some(error)),
        }
    }
    (ids, None)
}

#[tokio::test(start_paused = true)]
async fn files_and_pages_give_the_same_records() {
    let bench = bench_at("2026-03-02T06:10:00Z").await;
    let client = bench.mde();
    let export = client.assessments().export_software_vulnerabilities();
    let from_files = export.items().collect_all().await.unwrap();
    let list = client.assessments().list_software_vulnerabilities();
    let from_pages = list.items().collect_all().await.unwrap();
    assert!(
        from_files.len() > 500,
        "more than two files: {}",
        from_files.len()
    );
    assert_eq!(from_files.len(), from_pages.len());
    for (file, page) in from_files.iter().zip(&from_pages) {
        assert_eq!(file.id, page.id);
        assert_eq!(file.os_platform, page.os_platform);
        assert_eq!(file.cve_id, page.cve_id);
        assert!(
            file.extra.is_empty(),
            "all members have their fields: {:?}",
            file.extra
        );
    }
    let downloads = bench.sandbox.requests("download");
    assert!(downloads.len() >= 3);
    assert!(
        downloads
            .iter()
            .all(|one| one.header("authorization").is_none())
    );
}

#[tokio::test(start_paused = true)]
async fn every_export_has_rows() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let exports = mde_api::OPERATIONS
        .iter()
        .filter(|row| matches!(row.answer.kind, AnswerKind::Files { .. }));
    let mut count = 0;
    for row in exports {
        let mut rows = bench.host("mde").file_rows(Request::new(row));
        let first: Value =
            serde_json::from_slice(&rows.next_row().await.unwrap().unwrap()).unwrap();
        assert!(first["DeviceId"].is_string(), "{}: {first}", row.id);
        let snapshot = rows.snapshot().unwrap();
        assert!(snapshot.files > 0 && snapshot.made.is_some(), "{}", row.id);
        count += 1;
    }
    assert_eq!(count, 10);
}

#[tokio::test(start_paused = true)]
async fn a_file_that_is_empty_or_cut_is_fetched_again_and_no_row_comes_twice() {
    let bench = bench_at("2026-03-02T06:10:00Z").await;
    let client = bench.mde();
    let (whole, error) = ids(&mut vulnerabilities(&client)).await;
    assert!(error.is_none(), "{error:?}");
    for fault in [
        Fault::on("download").empty_body(),
        Fault::on("download").nth(2).short(3_000),
        Fault::on("download").nth(2).truncate(3_000),
        Fault::on("download").disconnect(),
        Fault::on("download").status(503),
    ] {
        bench.sandbox.fault(fault.clone());
        let (again, error) = ids(&mut vulnerabilities(&client)).await;
        assert!(error.is_none(), "{fault:?}: {error:?}");
        assert_eq!(again, whole, "{fault:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_file_that_breaks_off_goes_on_by_its_rest() {
    let bench = bench_at("2026-03-02T06:10:00Z").await;
    let client = bench.mde();
    bench.sandbox.fault(Fault::on("download").truncate(3_000));
    let (_, error) = ids(&mut vulnerabilities(&client)).await;
    assert!(error.is_none(), "{error:?}");
    let downloads = bench.sandbox.requests("download");
    assert_eq!(downloads[1].header("range"), Some("bytes=3000-"));
    assert_eq!((downloads[0].status, downloads[1].status), (200, 206));
    assert_eq!(downloads[0].path_and_query, downloads[1].path_and_query);
}

#[tokio::test(start_paused = true)]
async fn the_account_of_an_export_says_whether_these_are_all_rows() {
    let bench = bench_at("2026-03-02T06:10:00Z").await;
    let client = bench.mde();
    let mut rows = vulnerabilities(&client);
    assert_eq!(rows.snapshot(), None);
    let (whole, _) = ids(&mut rows).await;
    let account = rows.snapshot().unwrap();
    assert!(account.complete && account.reason.is_none());
    assert_eq!(account.rows, whole.len() as u64);
    assert!(account.bytes > account.rows * 100 && account.files == account.files_read);
    let age = account.age("2026-03-02T06:10:00Z".parse().unwrap());
    assert_eq!(age, Some(Duration::from_secs(600)));
    bench
        .sandbox
        .fault(Fault::on("download").nth(2).always().empty_body());
    let mut rows = vulnerabilities(&client);
    let (_, error) = ids(&mut rows).await;
    let account = rows.snapshot().unwrap();
    assert!(!account.complete && account.files_read == 1);
    assert_eq!(account.reason, Some(error.unwrap().to_string()));
}

#[tokio::test(start_paused = true)]
async fn a_file_that_stays_empty_is_an_error_and_never_an_empty_export() {
    let bench = bench_at("2026-03-02T06:10:00Z").await;
    let client = bench.mde();
    bench
        .sandbox
        .fault(Fault::on("download").nth(2).always().empty_body());
    let (rows, error) = ids(&mut vulnerabilities(&client)).await;
    let error = error.unwrap();
    assert_eq!(error.kind(), ErrorKind::Truncated);
    assert_eq!(error.rows(), Some(rows.len() as u64));
    assert!(error.message().contains("file 2 of"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn addresses_that_run_out_are_asked_for_again() {
    let bench = bench_at("2026-03-02T06:10:00Z").await;
    let client = bench.mde();
    let (whole, _) = ids(&mut vulnerabilities(&client)).await;
    let asked = bench.count(EXPORT);
    let mut rows = vulnerabilities(&client);
    let first: Value = serde_json::from_slice(&rows.next_row().await.unwrap().unwrap()).unwrap();
    tokio::time::advance(Duration::from_secs(2 * 3600)).await;
    let (rest, error) = ids(&mut rows).await;
    assert!(error.is_none(), "{error:?}");
    assert_eq!(first["Id"], *whole[0]);
    assert_eq!(rest, whole[1..]);
    // Two requests for the list: the second one renews the address.
    assert!((2..=3).contains(&(bench.count(EXPORT) - asked)));
}

#[tokio::test(start_paused = true)]
async fn files_that_were_made_anew_are_not_mixed_with_the_old_ones() {
    let bench = bench_at("2026-03-02T11:30:00Z").await;
    let client = bench.mde();
    let mut rows = vulnerabilities(&client);
    rows.next_row().await.unwrap().unwrap();
    tokio::time::advance(Duration::from_secs(2 * 3600)).await;
    let (_, error) = ids(&mut rows).await;
    let error = error.unwrap();
    assert_eq!(error.kind(), ErrorKind::Truncated);
    assert!(error.message().contains("generated new files"), "{error}");
    assert!(error.hint().unwrap().contains("sasValidHours"));
    assert!(rows.next_row().await.is_none(), "it ends after an error");
}

#[tokio::test(start_paused = true)]
async fn what_a_device_reported_of_its_antivirus_is_taken_out_of_its_text() {
    let bench = Bench::new().await;
    let export = bench.mde().device_health().export_antivirus();
    let records = export.items().collect_all().await.unwrap();
    assert!(!records.is_empty());
    for record in records {
        assert!(
            record.gathered().keys().any(|name| name.starts_with("Av")),
            "{record:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn changes_overlap_and_have_no_gap() {
    let bench = bench_at(&ago(1, "06:10:00Z")).await;
    let client = bench.mde();
    let since = |time: &str| {
        client
            .assessments()
            .list_software_vulnerability_changes(time)
    };
    let ids = async |time: &str| -> BTreeSet<String> {
        let rows = since(time).items().collect_all().await.unwrap();
        let key = |row: mde_api::assessments::DeltaAssetVulnerability| {
            format!(
                "{:?} {:?} {:?} {:?}",
                row.id, row.rbac_group_id, row.event_timestamp, row.status
            )
        };
        rows.into_iter().map(key).collect()
    };
    let all = ids(&ago(11, "00:00:00Z")).await;
    let late = ids(&ago(4, "15:20:00Z")).await;
    assert!(!late.is_empty() && late.len() < all.len() && late.is_subset(&all));
    // The service returns the whole run that contains the instant, as for an instant at its beginning.
    assert_eq!(late, ids(&ago(4, "12:00:00Z")).await);
}

#[tokio::test(start_paused = true)]
async fn what_was_known_and_is_in_the_export_no_more_is_told_at_its_end() {
    let bench = bench_at("2026-03-02T06:10:00Z").await;
    let client = bench.mde();
    let (mut known, _) = ids(&mut vulnerabilities(&client)).await;
    let fresh = known.pop().unwrap();
    let count = known.len() + 1;
    known.extend(["gone-2".to_owned(), "gone-1".to_owned()]);
    let states = async |known: Vec<String>| {
        let mut snapshot = client.assessments().vulnerability_snapshot(known);
        let (mut present, mut gone, mut error) = (Vec::new(), Vec::new(), None);
        while let Some(state) = snapshot.next_state().await {
            match state {
                Ok(VulnerabilityState::Present(row)) => {
                    assert!(gone.is_empty(), "tombstones come last");
                    present.push(row.id.as_str().to_owned());
                }
                Ok(VulnerabilityState::Gone(id)) => gone.push(id),
                Ok(other) => panic!("{other:?}"),
                Err(why) => error = Some(why),
            }
        }
        (present, gone, error, snapshot.watermark())
    };
    let (present, gone, error, watermark) = states(known.clone()).await;
    assert!(error.is_none(), "{error:?}");
    assert!(present.len() == count && present.contains(&fresh));
    assert_eq!(gone, ["gone-1", "gone-2"]);
    let since = watermark.unwrap().since().instant().unwrap();
    let made = since.to_string();
    assert_eq!(made, "2026-03-02T06:00:00Z", "when the export was made");
    // Rows missing from a broken export are not known to be deleted.
    let fault = Fault::on("download").nth(2).always().empty_body();
    bench.sandbox.fault(fault);
    let (_, gone, error, watermark) = states(known).await;
    assert!(error.is_some() && gone.is_empty() && watermark.is_none());
}

#[tokio::test(start_paused = true)]
async fn a_watermark_leaves_out_what_was_handed_on_and_nothing_else() {
    let bench = bench_at(&ago(1, "06:10:00Z")).await;
    let assessments = bench.mde().assessments();
    let mut changes =
        assessments.vulnerability_changes(ChangesWatermark::new(ago(11, "00:00:00Z")));
    let mut count = 0;
    while let Some(change) = changes.next_change().await {
        change.unwrap();
        count += 1;
    }
    assert!(count > 0);
    // Stored, and resumed in another process.
    let stored = serde_json::to_string(&changes.watermark()).unwrap();
    let watermark: ChangesWatermark = serde_json::from_str(&stored).unwrap();
    let since = watermark.since().clone();
    let overlap = assessments
        .list_software_vulnerability_changes(since)
        .items();
    assert!(
        !overlap.collect_all().await.unwrap().is_empty(),
        "the service sends the last run again"
    );
    let mut again = assessments.vulnerability_changes(watermark.clone());
    assert!(again.next_change().await.is_none());
    assert_eq!(again.watermark().since(), watermark.since());
    // A window that was not read to its end is repeated.
    let start = ChangesWatermark::new(ago(11, "00:00:00Z"));
    let mut broken_off = assessments.vulnerability_changes(start.clone());
    broken_off.next_change().await.unwrap().unwrap();
    assert_eq!(broken_off.watermark(), start);
}

/// A client of a service that answers with literal bytes.
fn over(script: std::sync::Arc<Script>) -> Client {
    let token = StaticToken::new(SecretString::from("canary")).unwrap();
    let connector = Connector::new(std::sync::Arc::new(token)).with_transport(script);
    Client::connect(&connector, Cloud::Worldwide).unwrap()
}

/// An export of one file with these lines, read with the previous ids.
async fn states_of(lines: &'static str) -> (usize, Vec<String>, usize, Option<ChangesWatermark>) {
    let list =
        r#"{"exportFiles":["https://s.example/1?sig=a"],"generatedTime":"2026-03-02T06:00:00Z"}"#;
    let script = Script::new([Step::ok(list), Step::ok(lines)]);
    let client = over(script).assessments();
    let mut snapshot = client.vulnerability_snapshot(["a", "b", "c"]);
    let (mut present, mut gone, mut errors) = (0, Vec::new(), 0);
    while let Some(state) = snapshot.next_state().await {
        match state {
            Ok(VulnerabilityState::Gone(id)) => gone.push(id),
            Ok(_) => present += 1,
            Err(_) => errors += 1,
        }
    }
    (present, gone, errors, snapshot.watermark())
}

#[tokio::test(start_paused = true)]
async fn a_row_that_cannot_be_read_makes_no_tombstone_and_moves_no_watermark() {
    let whole = "{\"id\":\"a\"}\n{\"id\":\"b\"}\n";
    let (present, gone, errors, watermark) = states_of(whole).await;
    assert_eq!((present, errors), (2, 0));
    assert!(gone == ["c"] && watermark.is_some());
    let odd = "{\"id\":\"a\"}\n{\"id\":{\"is\":\"b\"}}\n{\"id\":\"c\"}\n";
    let (present, gone, errors, watermark) = states_of(odd).await;
    assert_eq!((present, errors), (2, 1), "the others come");
    assert!(gone.is_empty() && watermark.is_none(), "{gone:?}");
}

#[tokio::test(start_paused = true)]
async fn a_change_that_cannot_be_read_moves_no_watermark() {
    let page = |ids: &[&str]| {
        let rows: Vec<_> = ids
            .iter()
            .map(|id| match *id {
                "?" => {
                    serde_json::json!({"id": {"is": "odd"}, "eventTimestamp": ago(2, "10:00:00Z")})
                }
                id => serde_json::json!({"id": id, "eventTimestamp": ago(2, "10:00:00Z")}),
            })
            .collect();
        Step::ok(serde_json::json!({"value": rows}).to_string())
    };
    let start = ChangesWatermark::new(ago(3, "00:00:00Z"));
    for (ids, moves) in [(["a", "b"], true), (["a", "?"], false), (["?", "b"], false)] {
        let script = Script::new([page(&ids)]);
        let client = over(script).assessments();
        let mut changes = client.vulnerability_changes(start.clone());
        let mut seen = 0;
        while let Some(change) = changes.next_change().await {
            seen += usize::from(change.is_ok());
        }
        assert_eq!(seen, 2 - usize::from(!moves), "{ids:?}: the others come");
        assert_eq!(changes.watermark() != start, moves, "{ids:?}");
    }
}
