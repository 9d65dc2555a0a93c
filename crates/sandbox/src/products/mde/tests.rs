//! Defender for Endpoint. Actions have tests of their own.

use serde_json::{Value, json};

use crate::Service;
use crate::tests::testing::{Bench, TestResponse};

async fn post(bench: &Bench, path: &str, body: Value) -> TestResponse {
    bench.send(Service::Mde, "POST", path, Some(body)).await
}

fn code(response: &TestResponse) -> (u16, &str) {
    (
        response.status,
        response.body["error"]["code"].as_str().unwrap_or_default(),
    )
}

#[tokio::test(start_paused = true)]
async fn alerts_change_and_keep_their_comments() {
    let bench = Bench::new().await;
    let alerts = bench.sandbox.peek("mde", "Alert");
    let open = alerts
        .iter()
        .find(|alert| alert["status"] == "New")
        .unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let path = format!("/api/alerts/{open}");
    let patch = |body: Value| bench.send(Service::Mde, "PATCH", &path, Some(body));
    for comment in ["one", "two"] {
        patch(json!({"comment": comment})).await;
    }
    let body =
        json!({"status": "Resolved", "classification": "TruePositive", "determination": "Malware"});
    let changed = patch(body).await;
    assert_eq!(changed.body["comments"].as_array().unwrap().len(), 2);
    assert!(changed.body["resolvedTime"].is_string());
    assert_eq!(
        code(&patch(json!({"Status": "New"})).await),
        (400, "InvalidRequestBody")
    );
    assert_eq!(
        code(&patch(json!({"status": "new"})).await),
        (400, "InvalidRequestBody")
    );

    let other = alerts[5]["id"].clone();
    let batch = post(
        &bench,
        "/api/alerts/batchUpdate",
        json!({"alertIds": [other, "none"], "assignedTo": "a@b"}),
    )
    .await;
    assert_eq!(code(&batch), (404, "ResourceNotFound"));
    let path = format!("/api/alerts/{}", other.as_str().unwrap());
    assert_ne!(
        bench.get(Service::Mde, &path).await.body["assignedTo"],
        "a@b",
        "nothing has changed"
    );
    let batch = post(
        &bench,
        "/api/alerts/batchUpdate",
        json!({"alertIds": [other], "assignedTo": "a@b"}),
    )
    .await;
    assert!(batch.status == 200 && batch.bytes.is_empty());
    assert_eq!(
        bench.get(Service::Mde, &path).await.body["assignedTo"],
        "a@b"
    );
}

#[tokio::test(start_paused = true)]
async fn an_alert_is_made_from_an_event_that_hunting_shows() {
    let bench = Bench::new().await;
    let query = json!({"Query": "DeviceProcessEvents | take 1"});
    let found = post(&bench, "/api/advancedqueries/run", query).await;
    let event = &found.body["Results"][0];
    let mut body = json!({
        "eventTime": event["Timestamp"], "reportId": event["ReportId"].to_string(), "machineId": event["DeviceId"],
        "severity": "Low", "title": "Mine", "description": "d", "recommendedAction": "r", "category": "Exploit",
    });
    let made = post(&bench, "/api/alerts/CreateAlertByReference", body.clone()).await;
    assert_eq!(
        (made.status, &made.body["title"]),
        (200, &"Mine".into()),
        "{}",
        made.body
    );
    let again = post(&bench, "/api/alerts/CreateAlertByReference", body.clone()).await;
    assert_eq!(
        again.body["id"], made.body["id"],
        "an open alert absorbs the next"
    );
    body["reportId"] = "1".into();
    assert_eq!(
        code(&post(&bench, "/api/alerts/CreateAlertByReference", body).await),
        (404, "NotFound")
    );
}

#[tokio::test(start_paused = true)]
async fn machines_are_found_by_name_address_and_tag() {
    let bench = &Bench::new().await;
    let machine = bench.sandbox.peek("mde", "Machine")[0].clone();
    let id = machine["id"].clone();
    let get = |path: String| async move { bench.get(Service::Mde, &path).await };
    assert_eq!(
        get(format!(
            "/api/machines/{}",
            machine["computerDnsName"].as_str().unwrap()
        ))
        .await
        .body["id"],
        id
    );
    let by_address = |at: String| {
        format!(
            "/api/machines/findbyip(ip='{}',timestamp={at})",
            machine["lastIpAddress"].as_str().unwrap()
        )
    };
    let now = bench.sandbox.now();
    assert!(
        get(by_address(now.to_string()))
            .await
            .rows()
            .iter()
            .any(|row| row["id"] == id)
    );
    assert_eq!(
        get(by_address("2020-01-01T00:00:00Z".to_owned()))
            .await
            .status,
        400
    );
    assert_eq!(
        get("/api/machines/findbyip(ip='x',timestamp=2020-01-01T00:00:00Z)".to_owned())
            .await
            .status,
        400
    );
}

#[tokio::test(start_paused = true)]
async fn tags_are_set_and_found() {
    let bench = &Bench::new().await;
    let id = bench.sandbox.peek("mde", "Machine")[0]["id"].clone();
    let get = |path: String| async move { bench.get(Service::Mde, &path).await };
    let tags = format!("/api/machines/{}/tags", id.as_str().unwrap());
    post(
        bench,
        &tags,
        json!({"Value": "tag-of-mine", "Action": "Add"}),
    )
    .await;
    assert_eq!(
        get("/api/machines/findbytag?tag=tag-of-mine".to_owned())
            .await
            .rows()
            .len(),
        1
    );
    assert_eq!(
        get("/api/machines/findbytag?tag=tag-of".to_owned())
            .await
            .rows()
            .len(),
        0
    );
    assert_eq!(
        get("/api/machines/findbytag?tag=tag-of&useStartsWithFilter=true".to_owned())
            .await
            .rows()
            .len(),
        1
    );
    let removed = post(
        bench,
        &tags,
        json!({"Value": "tag-of-mine", "Action": "Remove"}),
    )
    .await;
    assert!(
        !removed.body["machineTags"]
            .as_array()
            .unwrap()
            .contains(&"tag-of-mine".into())
    );
    let path = format!("/api/machines/{}", id.as_str().unwrap());
    let cleared = bench
        .send(
            Service::Mde,
            "PATCH",
            &path,
            Some(json!({"machineTags": []})),
        )
        .await;
    assert_eq!(code(&cleared), (400, "InvalidRequestBody"));
}

#[tokio::test(start_paused = true)]
async fn what_belongs_together_is_found_from_both_sides() {
    let bench = Bench::new().await;
    let alert = bench
        .get(Service::Mde, "/api/alerts?$top=1&$expand=evidence")
        .await
        .rows()[0]
        .clone();
    let id = alert["id"].as_str().unwrap();
    let machine = bench
        .get(Service::Mde, &format!("/api/alerts/{id}/machine"))
        .await;
    assert_eq!(machine.body["id"], alert["machineId"]);
    let path = format!(
        "/api/machines/{}/alerts",
        alert["machineId"].as_str().unwrap()
    );
    let theirs = bench.get(Service::Mde, &path).await;
    assert!(theirs.rows().iter().any(|row| row["id"] == alert["id"]));
    let count = bench.get(Service::Mde, &format!("{path}/$count")).await;
    assert_eq!(count.body, Value::from(theirs.rows().len()));
    for (list, near) in [("files", "sha1"), ("ips", "id"), ("domains", "host")] {
        let things = bench
            .get(Service::Mde, &format!("/api/alerts/{id}/{list}"))
            .await;
        let key = things.rows()[0][near].as_str().unwrap().to_owned();
        let back = bench
            .get(Service::Mde, &format!("/api/{list}/{key}/alerts"))
            .await;
        assert!(
            back.rows().iter().any(|row| row["id"] == alert["id"]),
            "{list} {key}"
        );
    }
    let user = bench
        .get(Service::Mde, &format!("/api/alerts/{id}/user"))
        .await;
    let name = user.body["accountName"].as_str().unwrap();
    let back = bench
        .get(Service::Mde, &format!("/api/users/{name}/alerts"))
        .await;
    assert!(back.rows().iter().any(|row| row["id"] == alert["id"]));
    let unknown = bench
        .get(Service::Mde, "/api/domains/never-seen.example/stats")
        .await;
    assert_eq!(
        (unknown.status, &unknown.body["organizationPrevalence"]),
        (200, &0.into())
    );
    assert_eq!(
        code(&bench.get(Service::Mde, "/api/files/xyz").await),
        (400, "InvalidHashValue")
    );
    assert_eq!(
        code(&bench.get(Service::Mde, "/api/ips/xyz/alerts").await),
        (400, "InvalidIpAddress")
    );
}

#[tokio::test(start_paused = true)]
async fn indicators_are_keyed_on_their_value() {
    let bench = Bench::new().await;
    let mut body = json!({
        "indicatorValue": "198.51.100.77", "indicatorType": "IpAddress", "action": "Block", "title": "t",
        "description": "d", "application": "first",
    });
    let made = post(&bench, "/api/indicators", body.clone()).await;
    assert_eq!(made.status, 200, "{}", made.body);
    body["title"] = "changed".into();
    body["application"] = "second".into();
    let again = post(&bench, "/api/indicators", body.clone()).await;
    assert_eq!(again.body["id"], made.body["id"]);
    assert_eq!(
        (&again.body["title"], &again.body["application"]),
        (&"changed".into(), &"first".into())
    );
    body["indicatorValue"] = "198.51.100.0/24".into();
    assert_eq!(
        code(&post(&bench, "/api/indicators", body.clone()).await),
        (400, "InvalidRequestBody")
    );
    body["indicatorValue"] = "198.51.100.78".into();
    body["action"] = "Audit".into();
    assert_eq!(
        code(&post(&bench, "/api/indicators", body.clone()).await),
        (400, "InvalidRequestBody")
    );

    body["action"] = "Block".into();
    let bad = json!({"indicatorValue": "x"});
    let results = post(
        &bench,
        "/api/indicators/import",
        json!({"Indicators": [body, bad]}),
    )
    .await;
    assert_eq!(results.rows()[0]["isFailed"], false);
    assert_eq!(results.rows()[1]["isFailed"], true);
    assert!(results.body.get("@odata.context").is_none());

    let id = made.body["id"].clone();
    let path = "/api/indicators/BatchDelete";
    assert_eq!(
        code(&post(&bench, path, json!({"IndicatorIds": [id, "none"]})).await),
        (404, "ResourceNotFound")
    );
    assert_eq!(
        post(&bench, path, json!({"IndicatorIds": [id]}))
            .await
            .status,
        204
    );
    let gone = bench
        .send(
            Service::Mde,
            "DELETE",
            &format!("/api/indicators/{}", id.as_str().unwrap()),
            None,
        )
        .await;
    assert_eq!(code(&gone), (404, "ResourceNotFound"));
}

#[tokio::test(start_paused = true)]
async fn exports_lead_to_files_of_json_lines() {
    let bench = Bench::new().await;
    let export = bench
        .get(Service::Mde, "/api/machines/SoftwareInventoryExport")
        .await;
    let mut lines = 0;
    for link in export.body["exportFiles"].as_array().unwrap() {
        let file = bench
            .send_as(Service::Storage, "GET", link.as_str().unwrap(), None, "")
            .await;
        assert!(
            file.header("content-encoding").is_empty(),
            "the file itself is packed"
        );
        let mut text = String::new();
        std::io::Read::read_to_string(
            &mut flate2::read::MultiGzDecoder::new(file.bytes.as_slice()),
            &mut text,
        )
        .unwrap();
        for line in text.lines() {
            let row: Value = serde_json::from_str(line).unwrap();
            assert!(row["DeviceId"].is_string() && row["OSPlatform"].is_string());
            assert!(
                row.as_object()
                    .unwrap()
                    .values()
                    .all(|value| !value.is_null())
            );
            lines += 1;
        }
    }
    assert_eq!(lines, bench.sandbox.peek("mde", "AssetSoftware").len());
    let long = bench
        .get(
            Service::Mde,
            "/api/machines/SoftwareInventoryExport?sasValidHours=7",
        )
        .await;
    assert_eq!(long.status, 400);
    let page = bench
        .get(
            Service::Mde,
            "/api/machines/SoftwareInventoryByMachine?pageSize=1000",
        )
        .await;
    assert!(
        page.rows().len() == 1000
            && page.body["@odata.nextLink"]
                .as_str()
                .unwrap()
                .contains("$skiptoken")
    );
    let since = crate::clock::earlier(bench.sandbox.now(), 86_400);
    let path = format!("/api/machines/SoftwareVulnerabilityChangesByMachine?sinceTime={since}");
    assert!(!bench.get(Service::Mde, &path).await.rows().is_empty());
    let bare = bench
        .get(
            Service::Mde,
            "/api/machines/SoftwareVulnerabilityChangesByMachine",
        )
        .await;
    assert_eq!(code(&bare), (400, "MissingRequiredParameter"));
}

#[tokio::test(start_paused = true)]
async fn library_files_are_uploaded_once() {
    let bench = Bench::new().await;
    let token = bench.token(Service::Mde).await;
    let upload = |replace: bool| {
        let form = format!(
            "--x\r\nContent-Disposition: form-data; name=\"File\"; filename=\"new.ps1\"\r\n\r\nWrite-Host\r\n\
             --x\r\nContent-Disposition: form-data; name=\"OverrideIfExists\"\r\n\r\n{replace}\r\n--x--\r\n"
        );
        axum::http::Request::post(format!(
            "{}/api/libraryfiles",
            bench.sandbox.url(Service::Mde)
        ))
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", "multipart/form-data; boundary=x")
        .body(form.into_bytes())
        .unwrap()
    };
    assert_eq!(bench.sandbox.call(upload(false)).await.status(), 200);
    assert_eq!(bench.sandbox.call(upload(false)).await.status(), 400);
    assert_eq!(bench.sandbox.call(upload(true)).await.status(), 200);
    let gone = bench
        .send(Service::Mde, "DELETE", "/api/libraryfiles/new.ps1", None)
        .await;
    assert_eq!(gone.status, 204);
}
