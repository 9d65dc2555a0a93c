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
    let batched = graph.batch().send_all(&requests).await.unwrap();
    let answers = batched.into_result().unwrap();
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
            .unwrap()
            .into_result()
            .unwrap_err()
            .is_denied()
    );
}

/// The second batch fails as a whole; the twenty answers of the first are returned.
#[tokio::test(start_paused = true)]
async fn a_batch_that_fails_later_keeps_the_answers_before_it() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let graph = bench.xdr().graph();
    let requests: Vec<_> = (0..41)
        .map(|number| Request::new(&incidents::GET).set("incident_id", format!("no-{number}")))
        .collect();
    bench
        .sandbox
        .fault(Fault::on("graph.batch.execute").nth(2).status(403));
    let batched = graph.batch().send_all(&requests).await.unwrap();
    assert!(batched.stopped.as_ref().unwrap().is_denied());
    assert_eq!(batched.answers.len(), 41);
    let statuses = |range: std::ops::Range<usize>| {
        let answers = batched.answers[range].iter();
        let statuses = answers.map(|answer| answer.as_ref().map(|answer| answer.status));
        statuses.collect::<Vec<_>>()
    };
    assert_eq!(statuses(0..20), [Some(404); 20]);
    assert_eq!(statuses(20..41), [None; 21]);
    assert_eq!(
        bench.count("graph.batch.execute"),
        2,
        "nothing follows a failure"
    );
    assert!(batched.into_result().unwrap_err().is_denied());
}
