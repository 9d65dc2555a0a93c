//! Defender for Endpoint as a client meets it.

use std::time::Duration;

use serde_json::{Value, json};

use crate::testing::{Bench, Heard};
use crate::{Fault, Service};

async fn post(bench: &Bench, path: &str, body: Value) -> Heard {
    bench.send(Service::Mde, "POST", path, Some(body)).await
}

async fn machine(bench: &Bench) -> String {
    bench.sandbox.peek("mde", "Machine")[0]["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

async fn status(bench: &Bench, action: &Heard) -> String {
    let path = format!(
        "/api/machineactions/{}",
        action.body["id"].as_str().unwrap()
    );
    bench.get(Service::Mde, &path).await.body["status"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn code(heard: &Heard) -> (u16, &str) {
    (
        heard.status,
        heard.body["error"]["code"].as_str().unwrap_or_default(),
    )
}

#[tokio::test(start_paused = true)]
async fn isolation_takes_its_time_and_is_not_doubled() {
    let bench = Bench::new().await;
    let path = format!("/api/machines/{}", machine(&bench).await);
    let isolate = format!("{path}/isolate");
    let body = json!({"Comment": "test", "IsolationType": "Full"});
    assert_eq!(
        code(
            &post(
                &bench,
                &format!("{path}/unisolate"),
                json!({"Comment": "x"})
            )
            .await
        ),
        (400, "BadRequest")
    );

    let action = post(&bench, &isolate, body.clone()).await;
    assert_eq!(
        (action.status, &action.body["status"]),
        (201, &"Pending".into())
    );
    let again = post(&bench, &isolate, body.clone()).await;
    assert_eq!(code(&again), (400, "ActiveRequestAlreadyExists"));
    assert_eq!(
        again.body["error"]["message"],
        "Action is already in progress"
    );

    tokio::time::advance(Duration::from_secs(31)).await;
    assert_eq!(status(&bench, &action).await, "InProgress");
    tokio::time::advance(Duration::from_secs(60)).await;
    assert_eq!(status(&bench, &action).await, "Succeeded");
    assert_eq!(
        code(&post(&bench, &isolate, body).await),
        (400, "BadRequest"),
        "it is isolated by now"
    );
    assert_eq!(
        post(
            &bench,
            &format!("{path}/unisolate"),
            json!({"Comment": "x"})
        )
        .await
        .status,
        201
    );
}

#[tokio::test(start_paused = true)]
async fn actions_end_as_told_and_can_be_cancelled_early_only() {
    let bench = Bench::new().await;
    let path = format!("/api/machines/{}", machine(&bench).await);
    bench
        .sandbox
        .fault(Fault::on("mde.machines.run_antivirus_scan").action_ends("TimeOut"));
    let scan = json!({"Comment": "x", "ScanType": "Quick"});
    let action = post(&bench, &format!("{path}/runAntiVirusScan"), scan.clone()).await;
    bench.sandbox.advance(Duration::from_secs(100));
    let id = action.body["id"].as_str().unwrap();
    let ended = bench
        .get(Service::Mde, &format!("/api/machineactions/{id}"))
        .await;
    assert_eq!(
        (&ended.body["status"], &ended.body["errorHResult"]),
        (&"TimeOut".into(), &(-2_145_844_840).into())
    );

    let second = post(&bench, &format!("{path}/runAntiVirusScan"), scan).await;
    let cancel = format!(
        "/api/machineactions/{}/cancel",
        second.body["id"].as_str().unwrap()
    );
    assert_eq!(
        post(&bench, &cancel, json!({"Comment": "no"})).await.body["status"],
        "Cancelled"
    );
    assert_eq!(
        code(&post(&bench, &cancel, json!({"Comment": "no"})).await),
        (400, "BadRequest")
    );
}

#[tokio::test(start_paused = true)]
async fn bodies_are_checked() {
    let bench = Bench::new().await;
    let path = format!("/api/machines/{}/isolate", machine(&bench).await);
    for (body, wanted) in [
        (json!({}), "MissingRequiredParameter"),
        (json!({"comment": "x"}), "InvalidRequestBody"),
        (json!({"Comment": 5}), "InvalidRequestBody"),
        (
            json!({"Comment": "x", "IsolationType": "full"}),
            "InvalidRequestBody",
        ),
        (json!({"Comment": " "}), "MissingRequiredParameter"),
        (json!([1]), "InvalidRequestBody"),
    ] {
        assert_eq!(
            code(&post(&bench, &path, body.clone()).await),
            (400, wanted),
            "{body}"
        );
    }
    assert_eq!(
        code(
            &post(
                &bench,
                "/api/machines/none/isolate",
                json!({"Comment": "x"})
            )
            .await
        ),
        (404, "ResourceNotFound")
    );
}

#[tokio::test(start_paused = true)]
async fn a_package_can_be_fetched_once_it_is_there() {
    let bench = Bench::new().await;
    let path = format!(
        "/api/machines/{}/collectInvestigationPackage",
        machine(&bench).await
    );
    let action = post(&bench, &path, json!({"Comment": "x"})).await;
    let uri = format!(
        "/api/machineactions/{}/getPackageUri",
        action.body["id"].as_str().unwrap()
    );
    assert_eq!(bench.get(Service::Mde, &uri).await.status, 404);
    bench.sandbox.advance(Duration::from_secs(90));
    let value = bench.get(Service::Mde, &uri).await.body["value"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(value.starts_with('"') && value.ends_with('"'), "{value}");
    let link = value.trim_matches('"');
    let package = bench.send_as(Service::Storage, "GET", link, None, "").await;
    assert!(package.status == 200 && package.bytes.starts_with(b"PK"));
    let token = format!("Bearer {}", bench.token(Service::Mde).await);
    assert_eq!(
        bench
            .send_as(Service::Storage, "GET", link, None, &token)
            .await
            .status,
        403,
        "no token beside a signature"
    );
    assert_eq!(
        bench
            .send_as(
                Service::Storage,
                "GET",
                &link.replace("packages", "parcels"),
                None,
                ""
            )
            .await
            .status,
        403
    );
    bench.sandbox.advance(Duration::from_secs(700));
    let late = bench.send_as(Service::Storage, "GET", link, None, "").await;
    assert!(late.status == 403 && String::from_utf8_lossy(&late.bytes).contains("key time frame"));
}

#[tokio::test(start_paused = true)]
async fn live_response_runs_its_commands() {
    let bench = Bench::new().await;
    let path = format!("/api/machines/{}/runliveresponse", machine(&bench).await);
    let command = |script: &str| {
        json!({"Comment": "x", "Commands": [
            {"type": "RunScript", "params": [{"key": "ScriptName", "value": script}]}]})
    };
    assert_eq!(
        code(&post(&bench, &path, command("absent.ps1")).await),
        (400, "InvalidInput")
    );
    let action = post(&bench, &path, command("triage.sh")).await;
    assert_eq!(action.body["commands"][0]["commandStatus"], "Created");
    let id = action.body["id"].as_str().unwrap().to_owned();
    let result = format!("/api/machineactions/{id}/GetLiveResponseResultDownloadLink(index=0)");
    assert_eq!(bench.get(Service::Mde, &result).await.status, 404);
    bench.sandbox.advance(Duration::from_secs(90));
    let link = bench.get(Service::Mde, &result).await.body["value"]
        .as_str()
        .unwrap()
        .to_owned();
    assert_eq!(
        bench
            .send_as(Service::Storage, "GET", &link, None, "")
            .await
            .body["exit_code"],
        0
    );
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
    let bench = Bench::new().await;
    let machine = bench.sandbox.peek("mde", "Machine")[0].clone();
    let id = machine["id"].clone();
    let bench = &bench;
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

    let tags = format!("/api/machines/{}/tags", id.as_str().unwrap());
    post(
        &bench,
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
        &bench,
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
            &mut flate2::read::GzDecoder::new(file.bytes.as_slice()),
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

#[tokio::test(start_paused = true)]
async fn investigations_come_to_an_end() {
    let bench = Bench::new().await;
    let path = format!("/api/machines/{}/startInvestigation", machine(&bench).await);
    let started = post(&bench, &path, json!({"Comment": "x"})).await;
    assert_eq!(
        (started.status, &started.body["state"]),
        (201, &"Queued".into())
    );
    bench.sandbox.advance(Duration::from_secs(90));
    let path = format!(
        "/api/investigations/{}",
        started.body["id"].as_str().unwrap()
    );
    assert!(bench.get(Service::Mde, &path).await.body["endTime"].is_string());
}
