//! Undocumented answers: empty, HTML of a gateway, truncated, compressed, indented.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use http_core::{Bytes, ErrorKind, Operation, Paging, Request, RetryConfig};
use sandbox::Fault;
use serde_json::{Value, json};

use crate::support::{Bench, Read, Script, Step, mde_client, read};

static GET: Operation = Operation::get("t.things.get", "/things/1");
static LIST: Operation = Operation::get("t.things.list", "/things")
    .collection("value")
    .paging(Paging::NextLink);

async fn get(step: Step) -> http_core::Result<Value> {
    let script = Script::new([step]);
    let client = script.client_with(|builder| builder.retry(RetryConfig::never()));
    client.send(Request::new(&GET)).await
}

async fn list(step: Step) -> Read {
    let script = Script::new([step]);
    let client = script.client_with(|builder| builder.retry(RetryConfig::never()));
    read(&client, Request::new(&LIST)).await
}

fn packed(text: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

/// Five rows with values that are hard to parse.
fn rows() -> Value {
    json!([
        {"id": "1", "text": "a } ] \" \\ , {"},
        {"id": "2", "nested": {"value": [{"id": "not a row"}]}},
        {"id": "3", "text": "zażółć gęślą 🦀 \u{2028}"},
        {"id": "4", "number": 12_345_678_901_234_567_u64, "none": null, "list": [[], [[]]]},
        {"id": "5"},
    ])
}

#[tokio::test(start_paused = true)]
async fn an_empty_success_is_an_error_only_where_something_was_expected() {
    let error = get(Step::status(200)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("no body"), "{error}");
    for nothing in [Step::status(200), Step::status(204)] {
        let read = list(nothing).await;
        assert!(
            read.error.is_none() && read.rows.is_empty(),
            "{:?}",
            read.error
        );
    }
    // One such answer is retried.
    let script = Script::new([Step::status(200), Step::ok(r#"{"value":[{"id":"1"}]}"#)]);
    let rows = read(&script.client(), Request::new(&LIST)).await.rows;
    assert_eq!((rows.len(), script.count()), (1, 2));

    let script = Script::new([Step::status(204)]);
    let client = script.client();
    client.send_empty(Request::new(&GET)).await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn an_empty_answer_of_the_service_is_told_with_its_request_id() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::on("mde.alerts.get").always().empty_body());
    let alerts = bench
        .caller()
        .get(sandbox::Service::Mde, "/api/alerts?$top=1")
        .await;
    let id = alerts.rows()[0]["id"].as_str().unwrap().to_owned();
    let error = bench.mde().alerts().get(id).send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.request_id().is_some());
    assert_eq!(error.operation().unwrap().id, "mde.alerts.get");
}

#[tokio::test(start_paused = true)]
async fn a_gateways_page_is_summed_up_in_a_line() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::on("mde.alerts.list").always().html_502());
    let connector = bench.connector().with_retry(RetryConfig::never());
    let client = mde_client(&bench.sandbox, &connector);
    let error = client.alerts().list().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.status().unwrap().as_u16(), 502);
    let line = error.to_string();
    assert!(line.contains("502 Bad Gateway"), "{line}");
    assert!(!line.contains('<') && !line.contains('\n'), "{line}");
}

#[tokio::test(start_paused = true)]
async fn a_page_where_a_list_should_be_is_told_apart_from_a_list() {
    let page = "<!DOCTYPE html><html><head><title>Sign in</title></head><body></body></html>";
    let read = list(Step::ok(page)).await;
    let error = read.error.unwrap();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("not JSON"), "{error}");
    let error = get(Step::ok(page)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test(start_paused = true)]
async fn a_storage_hosts_xml_gives_code_message_and_request_id() {
    let xml = "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>AuthenticationFailed</Code>\
        <Message>Server failed to authenticate the request.\nRequestId:7a7a\nTime:2026-01-01</Message>\
        <AuthenticationErrorDetail>Signature not valid in the specified time frame</AuthenticationErrorDetail></Error>";
    let answer = Step::body(403, xml).header("x-ms-request-id", "7a7a");
    let error = get(answer).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Denied);
    assert_eq!(error.code(), Some("AuthenticationFailed"));
    assert_eq!(error.request_id(), Some("7a7a"));
    assert!(error.message().contains("Signature not valid"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_list_that_is_cut_short_says_how_many_rows_came() {
    let text = json!({"@odata.context": "c", "value": rows()}).to_string();
    for row in 1..=5 {
        // Truncated inside the next row.
        let needle = format!("\"id\":\"{}\"", row + 1);
        let cut = text.find(&needle).unwrap_or(text.len() - 1);
        let bytes = Bytes::copy_from_slice(&text.as_bytes()[..cut]);
        for step in [Step::BreaksOff(bytes.clone()), Step::ok(bytes)] {
            let read = list(step.clone()).await;
            let error = read.error.unwrap();
            assert_eq!(error.kind(), ErrorKind::Truncated, "{step:?}");
            assert_eq!(error.rows(), Some(row), "{step:?}");
            assert_eq!(read.rows.len() as u64, row, "{step:?}");
            assert!(
                error.to_string().contains(&format!("{row} rows")),
                "{error}"
            );
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_that_breaks_off_on_the_way_keeps_the_rows_before_it() {
    let bench = Bench::with_small_pages().await;
    // Small pages are packed: any cut is inside the packed body.
    bench
        .sandbox
        .fault(Fault::on("mde.alerts.list").nth(3).truncate(900).always());
    let read = read(&bench.host("mde"), Request::new(&mde_api::alerts::LIST)).await;
    let error = read.error.as_ref().unwrap();
    assert_eq!(error.kind(), ErrorKind::Truncated);
    assert!(read.rows.len() >= 14, "two whole pages came before");
    assert_eq!(error.rows(), Some(read.rows.len() as u64));
    assert_eq!(error.operation().unwrap().id, "mde.alerts.list");
}

#[tokio::test(start_paused = true)]
async fn packed_and_plain_are_the_same_however_they_arrive() {
    let text = json!({"value": rows()}).to_string();
    let whole = packed(text.as_bytes());
    for size in [1, 2, 3, 7, 64, 4096] {
        let plain = list(Step::Pieces(size, text.clone().into())).await;
        assert!(plain.error.is_none(), "{size}: {:?}", plain.error);
        assert_eq!(Value::Array(plain.rows), rows(), "pieces of {size}");
    }
    let answer = Step::ok(whole.clone()).header("content-encoding", "gzip");
    assert_eq!(Value::Array(list(answer).await.rows), rows());
    let answer = Step::ok(whole).header("content-encoding", "gzip");
    assert_eq!(get(answer).await.unwrap()["value"], rows());
}

#[tokio::test(start_paused = true)]
async fn a_packed_body_that_is_damaged_is_no_shorter_list() {
    let text = json!({"value": rows()}).to_string();
    let mut whole = packed(text.as_bytes());
    let shorter = whole[..whole.len() - 8].to_vec();
    let middle = whole.len() / 2;
    whole[middle] ^= 0xff;
    for bytes in [whole, shorter] {
        let answer = Step::ok(bytes).header("content-encoding", "gzip");
        let read = list(answer).await;
        assert!(
            read.error.is_some(),
            "{} rows and no error",
            read.rows.len()
        );
    }
}

#[tokio::test(start_paused = true)]
async fn the_emulators_packed_answers_are_read() {
    let bench = Bench::new().await;
    let page = bench.mde().alerts().list().send().await.unwrap();
    assert_eq!(page.items.len(), 300);
    let asked = &bench.sandbox.requests("mde.alerts.list")[0];
    assert_eq!(asked.header("accept-encoding"), Some("gzip"));
}

#[tokio::test(start_paused = true)]
async fn blanks_and_a_byte_order_mark_change_nothing() {
    let pretty = serde_json::to_string_pretty(&json!({"value": rows()})).unwrap();
    for text in [
        pretty.clone(),
        pretty.replace('\n', "\r\n"),
        format!("\u{feff}{pretty}"),
        format!("\n\n  {pretty}  \n"),
    ] {
        let read = list(Step::ok(text.clone())).await;
        assert!(read.error.is_none(), "{:?} in {text:?}", read.error);
        assert_eq!(Value::Array(read.rows), rows());
        let whole = get(Step::ok(text.clone())).await;
        assert_eq!(whole.unwrap()["value"], rows(), "{text:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_bare_array_is_a_list_too() {
    let read = list(Step::ok(rows().to_string())).await;
    assert!(read.error.is_none(), "{:?}", read.error);
    assert_eq!(Value::Array(read.rows), rows());
}

#[tokio::test(start_paused = true)]
async fn an_answer_without_the_list_names_what_it_holds() {
    let read = list(Step::ok(r#"{"values": [], "count": 0}"#)).await;
    let error = read.error.unwrap();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("values"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn members_that_no_page_documents_come_through() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::on("mde.alerts.list").unknown_fields());
    let page = bench.mde().alerts().list().send().await.unwrap();
    for alert in &page.items {
        assert_eq!(alert.extra["undocumentedText"], "sandbox");
        assert_eq!(
            alert.extra["undocumentedObject"],
            json!({"depth": [1, 2.5, null, true]})
        );
    }
    assert_eq!(page.members["undocumentedText"], "sandbox");
}

#[tokio::test(start_paused = true)]
async fn one_row_that_does_not_decode_spoils_no_other() {
    let body = r#"{"value": [{"id": "a"}, {"id": 7, "severity": {}}, {"id": "c"}]}"#;
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::on("mde.alerts.list").status(200).body(body));
    let mut items = bench.mde().alerts().list().items();
    assert_eq!(items.next_item().await.unwrap().unwrap().id.as_str(), "a");
    let error = items.next_item().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(items.next_item().await.unwrap().unwrap().id.as_str(), "c");
    assert!(items.next_item().await.is_none());
}
