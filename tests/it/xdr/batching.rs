//! Many requests in few calls.

use http_core::Request;
use sandbox::{Fault, Sandbox};
use xdr_api::graph::{alerts, incidents};

use crate::support::Bench;

#[tokio::test(start_paused = true)]
async fn parts_are_answered_in_the_order_of_the_requests() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let graph = bench.xdr().graph();
    let alerts = graph.alerts().list().top(44).send().await.unwrap().items;
    let mut requests: Vec<_> = alerts
        .iter()
        .map(|alert| Request::new(&alerts::GET).set("alert_id", alert.id.as_str()))
        .collect();
    requests.push(Request::new(&incidents::GET).set("incident_id", "no-such"));
    let answers = graph.batch().send_all(&requests).await.unwrap();
    assert_eq!(
        bench.count("graph.batch.execute"),
        requests.len().div_ceil(20)
    );
    let ids: Vec<_> = answers
        .iter()
        .filter_map(|answer| answer.body["id"].as_str())
        .collect();
    let expected: Vec<_> = alerts.iter().map(|alert| alert.id.as_str()).collect();
    assert_eq!(ids, expected);
    assert_eq!(answers.last().unwrap().status, 404);
}

#[tokio::test(start_paused = true)]
async fn a_batch_that_fails_as_a_whole_is_an_error() {
    let bench = Bench::new().await;
    bench
        .sandbox
        .fault(Fault::on("graph.batch.execute").always().status(403));
    let request = Request::new(&alerts::LIST);
    assert!(
        bench
            .xdr()
            .graph()
            .batch()
            .send_all(&[request])
            .await
            .unwrap_err()
            .is_denied()
    );
}
