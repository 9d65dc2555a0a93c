//! Hunting: typed rows, answers that were cut, time asked for in parts, refusals with their place.

use http_core::ErrorKind;
use sandbox::{Fault, Sandbox};
use xdr_api::hunting::{Cell, ColumnType, Hunt};

use crate::support::Bench;

const QUERY: &str = "DeviceProcessEvents | project Timestamp, ReportId, AdditionalFields";

fn hunt(bench: &Bench, query: &str) -> Hunt {
    bench.xdr().graph().hunting().hunt(query)
}

/// The last thirty days of the emulator.
fn last_month(bench: &Bench) -> (String, String) {
    let now = bench.sandbox.now();
    let from = now
        .checked_sub(jiff::SignedDuration::from_hours(24 * 30))
        .unwrap();
    (from.to_string(), now.to_string())
}

fn reports(table: &xdr_api::hunting::HuntingTable) -> Vec<i64> {
    let mut reports: Vec<_> = table
        .rows
        .iter()
        .map(|row| row.long("ReportId").unwrap())
        .collect();
    reports.sort_unstable();
    reports
}

#[tokio::test(start_paused = true)]
async fn rows_are_typed_by_the_schema() {
    let bench = Bench::new().await;
    let table = hunt(&bench, QUERY).send().await.unwrap();
    let kinds: Vec<_> = table
        .columns
        .iter()
        .map(|column| column.kind.clone())
        .collect();
    assert_eq!(
        kinds,
        [ColumnType::Time, ColumnType::Long, ColumnType::Dynamic]
    );
    let cells: Vec<_> = table.cells(&table.rows[0]).collect();
    assert!(matches!(cells[0], Cell::Time(_)), "{cells:?}");
    assert!(matches!(cells[1], Cell::Long(_)), "{cells:?}");
    let Cell::Dynamic(more) = &cells[2] else {
        panic!("{cells:?}");
    };
    assert_eq!(more["IsInteractive"], true);
    assert!(!table.is_truncated);
}

#[tokio::test(start_paused = true)]
async fn parameters_cannot_become_part_of_the_query() {
    let bench = Bench::new().await;
    let query = "DeviceInfo | where DeviceName == device | count";
    let count = |device: &str| hunt(&bench, query).parameter("device", device).send();
    let table = count("\" or true //").await.unwrap();
    assert_eq!(table.rows[0].long("Count"), Some(0));
    let name = hunt(&bench, "DeviceInfo | take 1")
        .send()
        .await
        .unwrap()
        .rows[0]
        .text("DeviceName")
        .unwrap()
        .to_owned();
    assert_eq!(count(&name).await.unwrap().rows[0].long("Count"), Some(1));
}

#[tokio::test(start_paused = true)]
async fn an_answer_of_the_greatest_length_is_taken_for_cut() {
    let bench = Bench::with(Sandbox::builder().hunting_rows(10)).await;
    let table = hunt(&bench, QUERY).row_limit(10).send().await.unwrap();
    assert_eq!((table.rows.len(), table.is_truncated), (10, true));
}

#[tokio::test(start_paused = true)]
async fn a_cut_answer_is_asked_for_in_parts_that_share_nothing() {
    let whole = Bench::with(Sandbox::builder().limits(false)).await;
    let (from, to) = last_month(&whole);
    let expected = hunt(&whole, QUERY)
        .within(&*from, &*to)
        .send()
        .await
        .unwrap();
    assert!(expected.rows.len() > 40, "{}", expected.rows.len());

    let cut = Bench::with(Sandbox::builder().limits(false).hunting_rows(10)).await;
    let table = hunt(&cut, QUERY)
        .within(&*from, &*to)
        .row_limit(10)
        .split()
        .send()
        .await
        .unwrap();
    assert_eq!(reports(&table), reports(&expected));
    assert!(!table.is_truncated);
    let times: Vec<_> = table
        .rows
        .iter()
        .map(|row| row.time("Timestamp").unwrap().instant())
        .collect();
    assert_eq!(table.columns, expected.columns);
    assert_eq!(times.len(), expected.rows.len());
}

#[tokio::test(start_paused = true)]
async fn a_query_that_is_too_slow_is_asked_for_in_halves() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let (from, to) = last_month(&bench);
    let expected = hunt(&bench, QUERY)
        .within(&*from, &*to)
        .send()
        .await
        .unwrap();
    // All four attempts at the whole time fail, the halves do not.
    bench
        .sandbox
        .fault(Fault::on("graph.hunting.run").times(4).status(504));
    let table = hunt(&bench, QUERY)
        .within(&*from, &*to)
        .split()
        .send()
        .await
        .unwrap();
    assert_eq!(reports(&table), reports(&expected));

    bench
        .sandbox
        .fault(Fault::on("graph.hunting.run").times(4).status(504));
    let error = hunt(&bench, QUERY)
        .within(&*from, &*to)
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert!(error.hint().unwrap().contains("narrow the time"));
}

#[tokio::test(start_paused = true)]
async fn a_sum_is_not_split() {
    let bench = Bench::new().await;
    let (from, to) = last_month(&bench);
    let query = "DeviceProcessEvents | summarize count() by DeviceName";
    let error = hunt(&bench, query)
        .within(&*from, &*to)
        .split()
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    assert_eq!(bench.count("graph.hunting.run"), 0);
    let table = hunt(&bench, query)
        .within(&*from, &*to)
        .send()
        .await
        .unwrap();
    assert!(table.rows.iter().all(|row| row.long("count_").is_some()));
}

#[tokio::test(start_paused = true)]
async fn what_the_service_cannot_read_is_refused_with_its_place() {
    let bench = Bench::new().await;
    let error = hunt(&bench, "DeviceInfo\n| evaluate bag_unpack(x)")
        .send()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Refused);
    assert!(error.message().contains("Line: 2, Position: 3"), "{error}");
}
