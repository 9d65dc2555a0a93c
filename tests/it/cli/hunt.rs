//! Hunting from the command line.

use sandbox::Fault;

use super::program::{Program, fixed};

const QUERY: &str =
    "DeviceInfo | project DeviceName, OSBuild, IsAzureADJoined | sort by DeviceName asc | take 3";

#[tokio::test(flavor = "multi_thread")]
async fn rows_are_printed_in_the_order_of_the_querys_columns() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    for (format, first) in [
        ("csv", "DeviceName,OSBuild,IsAzureADJoined"),
        ("ndjson", "{\"DeviceName\":"),
    ] {
        let outcome = Program::new(&["hunt", "-e", QUERY, "-o", format])
            .at(&sandbox)
            .run()
            .await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        assert!(outcome.stdout.starts_with(first), "{outcome}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_query_comes_from_standard_input() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    let outcome = Program::new(&["hunt", "-", "-o", "ndjson", "--param", "os=Windows11"])
        .at(&sandbox)
        .run_with("DeviceInfo // all of them\n| where OSPlatform == os\n| count")
        .await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(outcome.stdout.starts_with("{\"Count\":"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_query_names_the_place() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    let outcome = Program::new(&["hunt", "-e", "DeviceInfo | frobnicate"])
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(outcome.code, Some(1), "{outcome}");
    assert!(outcome.stderr.contains("Position: 14"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_is_lost_is_told_of_and_the_rest_is_printed() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    let ids = Program::line("graph alerts list -o id")
        .at(&sandbox)
        .run()
        .await;
    let poison = ids.lines()[0].to_owned();
    sandbox.fault(Fault::on("graph.alerts.list").poison(&poison).always());
    let outcome = Program::line("graph alerts list -o ndjson --page-size 2 --columns id")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    assert_eq!(outcome.lines().len() + 1, ids.lines().len());
    assert!(outcome.stderr.contains("record_lost"), "{outcome}");
}
