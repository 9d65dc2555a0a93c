//! Alerts and incidents are complete in spite of the service's paging errors.

use http_core::{Gap, Operation, Request, Value};
use sandbox::{Fault, Sandbox, Service};
use xdr_api::graph::{alerts, incidents};

use crate::support::{Bench, Read, read};

async fn bench() -> Bench {
    Bench::with(Sandbox::builder().limits(false)).await
}

/// The ids of all records, read by a client that follows the next links.
async fn all(bench: &Bench, path: &str) -> Vec<String> {
    let mut ids = Vec::new();
    let mut next = path.to_owned();
    loop {
        let page = bench.caller().get(Service::Graph, &next).await.body;
        let rows = page["value"].as_array().unwrap();
        ids.extend(
            rows.iter()
                .map(|row| row["id"].as_str().unwrap().to_owned()),
        );
        let Some(link) = page["@odata.nextLink"].as_str() else {
            ids.sort();
            return ids;
        };
        next = format!("/{}", link.splitn(4, '/').nth(3).unwrap());
    }
}

fn sorted(read: &Read) -> Vec<String> {
    let mut ids = read.keys("id");
    ids.sort();
    ids
}

const LISTS: [(&Operation, &str); 2] = [
    (&alerts::LIST, "/v1.0/security/alerts_v2"),
    (&incidents::LIST, "/v1.0/security/incidents"),
];

#[tokio::test(start_paused = true)]
async fn no_record_is_lost_where_next_links_are() {
    let bench = bench().await;
    for (operation, path) in LISTS {
        let expected = all(&bench, path).await;
        assert!(expected.len() > 20, "{path}");
        bench
            .sandbox
            .fault(Fault::on(operation.id).without_next_link().always());
        let request = Request::new(operation).set("$top", 7);
        let read = read(&bench.host("graph"), request).await;
        assert!(read.error.is_none(), "{:?}", read.error);
        assert_eq!(sorted(&read), expected, "{path}");
        let sent = bench.sandbox.requests(operation.id);
        assert!(
            sent.iter().all(|one| !one.path_and_query.contains("skip=")),
            "{path}"
        );
        let prefer = sent
            .last()
            .unwrap()
            .header("prefer")
            .unwrap_or_default()
            .to_owned();
        assert!(prefer.contains("include-unknown-enum-members"), "{prefer}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_page_size_the_service_refuses_is_cut_before_it_is_sent() {
    let bench = bench().await;
    let request = Request::new(&incidents::LIST).set("$top", 500);
    let read = read(&bench.host("graph"), request).await;
    assert!(read.error.is_none(), "{:?}", read.error);
    assert_eq!(sorted(&read), all(&bench, "/v1.0/security/incidents").await);
}

#[tokio::test(start_paused = true)]
async fn an_incident_that_cannot_be_expanded_does_not_end_the_list() {
    let bench = bench().await;
    let expected = all(&bench, "/v1.0/security/incidents").await;
    let poison = expected[expected.len() / 2].clone();
    bench.sandbox.fault(
        Fault::on("graph.incidents.list")
            .poison_expanded(&poison)
            .always(),
    );
    let mut items = bench
        .xdr()
        .graph()
        .incidents()
        .list()
        .expand("alerts")
        .items();
    let gaps = items.gaps();
    let (mut ids, mut bare) = (Vec::new(), Vec::new());
    while let Some(incident) = items.next_item().await {
        let incident = incident.unwrap();
        if incident.alerts.is_empty() {
            bare.push(incident.id.to_string());
        }
        ids.push(incident.id.to_string());
    }
    ids.sort();
    assert_eq!(ids, expected);
    assert!(bare.contains(&poison), "{bare:?}");
    assert_eq!(gaps.get(), [Gap::NotExpanded { key: poison }]);
}

#[tokio::test(start_paused = true)]
async fn an_alert_that_the_service_fails_on_is_passed_over_and_told_of() {
    let bench = bench().await;
    let mut expected = all(&bench, "/v1.0/security/alerts_v2").await;
    let poison = expected.remove(expected.len() / 3);
    bench
        .sandbox
        .fault(Fault::on("graph.alerts.list").poison(&poison).always());
    let mut items = bench.xdr().graph().alerts().list().top(20).items();
    let gaps = items.gaps();
    let mut ids = Vec::new();
    while let Some(alert) = items.next_item().await {
        let alert = alert.unwrap_or_else(|error| {
            let sent = bench.sandbox.requests("graph.alerts.list");
            let sent: Vec<_> = sent
                .iter()
                .rev()
                .take(40)
                .map(|one| (one.status, one.path_and_query.clone()))
                .collect();
            panic!("{error} {sent:#?}")
        });
        ids.push(alert.id.to_string());
    }
    ids.sort();
    assert_eq!(ids, expected);
    let gaps = gaps.get();
    let Some(Gap::Missing { since, request_id }) = gaps.first() else {
        panic!("{gaps:?}");
    };
    assert!(!since.is_empty() && request_id.is_some(), "{gaps:?}");
}

#[tokio::test(start_paused = true)]
async fn the_newest_come_first_where_that_is_asked_for() {
    let bench = bench().await;
    let page = bench
        .xdr()
        .graph()
        .alerts()
        .list()
        .orderby("createdDateTime desc")
        .top(5)
        .send()
        .await
        .unwrap();
    let times: Vec<_> = page
        .items
        .iter()
        .map(|alert| alert.created_date_time.clone().unwrap().to_string())
        .collect();
    assert_eq!(times.len(), 5);
    assert!(times.is_sorted_by(|one, other| one >= other), "{times:?}");
}

#[tokio::test(start_paused = true)]
async fn every_piece_of_evidence_is_of_a_known_type() {
    let bench = bench().await;
    let mut items = bench.xdr().graph().alerts().list().items();
    let mut pieces = 0;
    while let Some(alert) = items.next_item().await {
        for piece in alert.unwrap().evidence {
            assert!(
                !matches!(piece, alerts::AlertEvidence::Other(_)),
                "{piece:?}"
            );
            pieces += 1;
        }
    }
    assert!(pieces > 50);
}

#[tokio::test(start_paused = true)]
async fn incidents_of_defender_xdr_come_once_each() {
    let bench = bench().await;
    let read = read(
        &bench.host("xdr"),
        Request::new(&xdr_api::incidents::LIST).set("$top", 10),
    )
    .await;
    assert!(read.error.is_none());
    let mut keys = read.keys("incidentId");
    let count = keys.len();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), count);
    assert!(read.rows.iter().all(Value::is_object));
}
