//! The filter language: invalid filters are refused locally, valid ones are accepted by the service.

use http_core::{ErrorKind, Request};
use mdca_api::activities::{self, ActivityFilters};
use mdca_api::alerts::{self, AlertFilters};
use sandbox::Sandbox;
use serde_json::json;

use crate::support::{Bench, read};

#[tokio::test(start_paused = true)]
async fn typed_filters_are_taken_and_narrow_the_list() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let client = bench.mdca();
    let high = AlertFilters::new()
        .severity_eq([2])
        .date_range("2020-01-01", bench.sandbox.now());
    let found = client
        .alerts()
        .query()
        .filters(&high)
        .items()
        .collect_all()
        .await
        .unwrap();
    assert!(!found.is_empty());
    assert!(found.iter().all(|alert| alert.severity_value == Some(2)));
    let some = ActivityFilters::new()
        .date_gte_ndays(30)
        .user_username_isset();
    let all = client
        .activities()
        .scan()
        .filters(&some)
        .limit(500)
        .items()
        .collect_all()
        .await
        .unwrap();
    assert!(!all.is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_wrong_field_or_operator_is_not_sent() {
    let bench = Bench::new().await;
    for (operation, filters, allowed) in [
        (&alerts::QUERY, json!({"sevrity": {"eq": [2]}}), "severity"),
        (
            &alerts::QUERY,
            json!({"severity": {"contains": ["2"]}}),
            "eq, neq",
        ),
        (&alerts::QUERY, json!({"severity": 2}), "operator"),
        (
            &activities::SCAN,
            json!({"ip.address": {"contains": ["10."]}}),
            "startswith",
        ),
    ] {
        let request = Request::new(operation).set("isScan", true);
        let request = if operation.input("isScan").is_some() {
            request
        } else {
            Request::new(operation)
        };
        let read = read(&bench.host("mdca_portal"), request.set("filters", filters)).await;
        let error = read.error.unwrap();
        assert_eq!(error.kind(), ErrorKind::Usage);
        assert!(error.message().contains(allowed), "{error}");
        assert_eq!(bench.count(operation.id), 0);
    }
}

#[tokio::test(start_paused = true)]
async fn every_field_of_the_tables_is_one_the_service_knows() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let client = bench.host("mdca_portal");
    for operation in [
        &alerts::QUERY,
        &activities::QUERY,
        &mdca_api::entities::QUERY,
        &mdca_api::data_enrichment::QUERY,
    ] {
        for field in operation.list.filter_fields {
            for operator in field.operators {
                let time = |text: &str| Ok(text.to_owned());
                let value = match (*operator, field.kind) {
                    ("isset" | "isnotset", _) => "",
                    ("range", _) => "2026-01-01T00:00:00Z..2026-01-02T00:00:00Z",
                    (_, http_core::filters::FilterKind::Bool) => "true",
                    (_, http_core::filters::FilterKind::Time) if !operator.ends_with("ndays") => {
                        "2026-01-01T00:00:00Z"
                    }
                    _ => "1",
                };
                let value = field.parse(operator, value, &time).unwrap();
                // Counting reads every record, so one filter is enough.
                let request = Request::new(operation).set("limit", 1);
                let request = request.set("filters", json!({field.name: {*operator: value}}));
                let answer = client.send::<serde_json::Value>(request).await;
                let fault = answer.err();
                assert!(
                    fault.is_none(),
                    "{} {} {operator}: {fault:?}",
                    operation.id,
                    field.name
                );
            }
        }
    }
}
