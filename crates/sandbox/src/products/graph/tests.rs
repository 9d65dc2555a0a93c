//! Graph security and Defender XDR.

use std::time::Duration;

use serde_json::{Value, json};

use crate::Service;
use crate::tests::testing::{Bench, TestResponse};

async fn send(bench: &Bench, method: &str, path: &str, body: Value) -> TestResponse {
    bench
        .send(Service::Graph, method, &format!("/v1.0{path}"), Some(body))
        .await
}

#[tokio::test(start_paused = true)]
async fn the_same_alert_is_found_in_every_product() {
    let bench = Bench::new().await;
    let alert = bench.get(Service::Mde, "/api/alerts?$top=1").await.rows()[0].clone();
    let path = format!("/v1.0/security/alerts_v2/{}", alert["id"].as_str().unwrap());
    let graph = bench.get(Service::Graph, &path).await.body;
    assert_eq!(graph["title"], alert["title"]);
    assert_eq!(graph["incidentId"], alert["incidentId"].to_string());
    let device = graph["evidence"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one.get("mdeDeviceId").is_some())
        .unwrap();
    assert_eq!(device["mdeDeviceId"], alert["machineId"]);
    let incident = bench
        .get(
            Service::Xdr,
            &format!("/api/incidents/{}", alert["incidentId"]),
        )
        .await
        .body;
    assert!(
        incident["alerts"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["alertId"] == alert["id"])
    );
    let path = format!(
        "/v1.0/security/incidents/{}?$expand=alerts",
        alert["incidentId"]
    );
    let incident = bench.get(Service::Graph, &path).await.body;
    assert!(
        incident["alerts"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["id"] == alert["id"])
    );
}

#[tokio::test(start_paused = true)]
async fn incidents_come_newest_first_and_alerts_only_when_expanded() {
    let bench = Bench::new().await;
    let incidents = bench.get(Service::Xdr, "/api/incidents").await;
    let times: Vec<&str> = incidents
        .rows()
        .iter()
        .map(|row| row["createdTime"].as_str().unwrap())
        .collect();
    assert!(times.windows(2).all(|pair| pair[0] >= pair[1]));
    assert!(incidents.body.get("@odata.nextLink").is_none());
    let plain = bench
        .get(Service::Graph, "/v1.0/security/incidents?$top=1")
        .await;
    assert!(plain.rows()[0].get("alerts").is_none());
    let filter = "$filter=evidence/any(e: e/microsoft.graph.security.deviceEvidence/deviceDnsName eq 'none')";
    assert!(
        bench
            .get(
                Service::Graph,
                &format!("/v1.0/security/alerts_v2?{filter}")
            )
            .await
            .rows()
            .is_empty()
    );
}

#[tokio::test(start_paused = true)]
async fn changes_and_comments() {
    let bench = Bench::new().await;
    let id = bench.sandbox.peek("xdr", "Alert")[0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/security/alerts_v2/{id}");
    let changed = send(
        &bench,
        "PATCH",
        &path,
        json!({"status": "Resolved", "classification": "FalsePositive"}),
    )
    .await;
    assert_eq!(
        (&changed.body["status"], &changed.body["classification"]),
        (&"resolved".into(), &"falsePositive".into())
    );
    assert_eq!(
        send(&bench, "PATCH", &path, json!({"status": "Nonsense"}))
            .await
            .status,
        400
    );
    let comment = |kind: &str| {
        let body = json!({"@odata.type": kind, "comment": "c"});
        let path = format!("{path}/comments");
        let bench = &bench;
        async move { send(bench, "POST", &path, body).await }
    };
    assert_eq!(comment("#microsoft.graph.security.alert").await.status, 400);
    // SDKs send the name as OData writes it, with a `#`.
    comment("#microsoft.graph.security.alertComment").await;
    let all = comment("microsoft.graph.security.alertComment").await;
    assert_eq!(
        (all.status, all.rows().len()),
        (200, 2),
        "the whole list comes back"
    );

    let incident = bench.sandbox.peek("xdr", "XdrIncident")[0]["incidentId"].to_string();
    let path = format!("/api/incidents/{incident}");
    let patch = |body: Value| bench.send(Service::Xdr, "PATCH", &path, Some(body));
    patch(json!({"tags": ["a"], "comment": "one"})).await;
    let changed = patch(json!({"tags": ["b"], "comment": "two"})).await;
    assert_eq!(changed.body["tags"], json!(["b"]));
    assert_eq!(changed.body["comments"].as_array().unwrap().len(), 2);
    assert_eq!(
        patch(json!({"comments": "x"})).await.body["error"]["code"],
        "InvalidRequestBody"
    );
}

#[tokio::test(start_paused = true)]
async fn merged_incidents_point_to_the_survivor() {
    let bench = Bench::new().await;
    let ids: Vec<Value> = bench
        .sandbox
        .peek("xdr", "Incident")
        .iter()
        .take(2)
        .map(|row| row["id"].clone())
        .collect();
    let merged = send(
        &bench,
        "POST",
        "/security/incidents/mergeIncidents",
        json!({"incidentIds": ids}),
    )
    .await;
    let target = merged.body["targetIncidentId"].as_str().unwrap();
    let gone = ids
        .iter()
        .find(|id| **id != *target)
        .unwrap()
        .as_str()
        .unwrap();
    let gone = bench
        .get(Service::Graph, &format!("/v1.0/security/incidents/{gone}"))
        .await;
    assert_eq!(
        (&gone.body["status"], &gone.body["redirectIncidentId"]),
        (&"redirected".into(), &target.into())
    );
}

#[tokio::test(start_paused = true)]
async fn hunting_answers_in_both_spellings() {
    let bench = Bench::new().await;
    let query = "DeviceInfo | where OSPlatform == 'Windows11' | project DeviceName | take 3";
    let graph = send(
        &bench,
        "POST",
        "/security/runHuntingQuery",
        json!({"query": query}),
    )
    .await;
    assert_eq!(
        (
            graph.body["results"].as_array().unwrap().len(),
            &graph.body["schema"][0]["name"]
        ),
        (3, &"DeviceName".into())
    );
    let xdr = bench
        .send(
            Service::Xdr,
            "POST",
            "/api/advancedhunting/run",
            Some(json!({"Query": query})),
        )
        .await;
    assert_eq!(
        (
            xdr.body["Results"].as_array().unwrap().len(),
            &xdr.body["Schema"][0]["Name"]
        ),
        (3, &"DeviceName".into())
    );
    let bad = send(
        &bench,
        "POST",
        "/security/runHuntingQuery",
        json!({"Query": "Nothing | take 1"}),
    )
    .await;
    assert_eq!(
        (bad.status, &bad.body["error"]["code"]),
        (400, &"BadRequest".into())
    );
}

#[tokio::test(start_paused = true)]
async fn a_batch_answers_for_each_part() {
    let bench = Bench::new().await;
    let requests = json!({"requests": [
        {"id": "1", "method": "GET", "url": "/security/alerts_v2?$top=1"},
        {"id": "2", "method": "GET", "url": "/security/alerts_v2/none"},
        {"id": "3", "method": "GET", "url": "/security/incidents?$top=1", "dependsOn": ["2"]},
    ]});
    let answer = send(&bench, "POST", "/$batch", requests).await;
    let statuses: Vec<i64> = answer.body["responses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["status"].as_i64().unwrap())
        .collect();
    assert_eq!((answer.status, statuses), (200, vec![200, 404, 424]));
    let many: Vec<Value> = (0..21)
        .map(|n| json!({"id": n.to_string(), "method": "GET", "url": "/x"}))
        .collect();
    assert_eq!(
        send(&bench, "POST", "/$batch", json!({"requests": many}))
            .await
            .status,
        400
    );
}

#[tokio::test(start_paused = true)]
async fn plain_entities_are_created_changed_and_deleted() {
    let bench = Bench::new().await;
    let path = "/beta/security/rules/detectionRules";
    let body = json!({"id": "rule-one", "displayName": "One", "status": "enabled",
                      "queryCondition": {"queryText": "DeviceInfo"}, "schedule": {"frequency": "PT1H"}});
    let made = bench
        .send(Service::Graph, "POST", path, Some(body.clone()))
        .await;
    assert_eq!(
        (made.status, &made.body["id"]),
        (201, &"rule-one".into()),
        "{}",
        made.body
    );
    let mut lacking = body;
    lacking.as_object_mut().unwrap().remove("schedule");
    assert_eq!(
        bench
            .send(Service::Graph, "POST", path, Some(lacking))
            .await
            .status,
        400
    );
    let one = format!("{path}/rule-one");
    let changed = bench
        .send(
            Service::Graph,
            "PATCH",
            &one,
            Some(json!({"displayName": "Two"})),
        )
        .await;
    assert_eq!(changed.body["displayName"], "Two");
    assert_eq!(
        bench
            .send(Service::Graph, "PATCH", &one, Some(json!({"unheardOf": 1})))
            .await
            .status,
        400
    );
    assert_eq!(
        bench
            .send(Service::Graph, "DELETE", &one, None)
            .await
            .status,
        204
    );
    assert_eq!(bench.get(Service::Graph, &one).await.status, 404);
}

#[tokio::test(start_paused = true)]
async fn audit_queries_run_for_a_while() {
    let bench = Bench::new().await;
    let made = send(
        &bench,
        "POST",
        "/security/auditLog/queries",
        json!({"displayName": "q"}),
    )
    .await;
    assert_eq!(
        (made.status, &made.body["status"]),
        (201, &"notStarted".into())
    );
    let path = format!(
        "/v1.0/security/auditLog/queries/{}",
        made.body["id"].as_str().unwrap()
    );
    assert!(
        bench
            .get(Service::Graph, &format!("{path}/records"))
            .await
            .rows()
            .is_empty()
    );
    bench.sandbox.advance(Duration::from_secs(60));
    assert_eq!(
        bench.get(Service::Graph, &path).await.body["status"],
        "succeeded"
    );
    assert!(
        !bench
            .get(Service::Graph, &format!("{path}/records"))
            .await
            .rows()
            .is_empty()
    );
}

#[tokio::test(start_paused = true)]
async fn a_change_in_one_product_shows_in_the_others() {
    let bench = Bench::new().await;
    let alert = bench.sandbox.peek("mde", "Alert")[0].clone();
    let id = alert["id"].as_str().unwrap();
    let mde = format!("/api/alerts/{id}");
    let change = json!({"status": "InProgress", "assignedTo": "a@contoso.com"});
    bench.send(Service::Mde, "PATCH", &mde, Some(change)).await;
    let graph = format!("/security/alerts_v2/{id}");
    let seen = bench
        .get(Service::Graph, &format!("/v1.0{graph}"))
        .await
        .body;
    assert_eq!(
        (&seen["status"], &seen["assignedTo"]),
        (&"inProgress".into(), &"a@contoso.com".into())
    );
    send(
        &bench,
        "PATCH",
        &graph,
        json!({"classification": "truePositive", "status": "resolved"}),
    )
    .await;
    let seen = bench.get(Service::Mde, &mde).await.body;
    assert_eq!(
        (&seen["classification"], &seen["status"]),
        (&"TruePositive".into(), &"Resolved".into())
    );
    let incident = bench
        .get(
            Service::Xdr,
            &format!("/api/incidents/{}", alert["incidentId"]),
        )
        .await
        .body;
    let inner = incident["alerts"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["alertId"] == id)
        .unwrap();
    assert_eq!(inner["status"], "Resolved");
}
