//! Machine actions.

use std::time::Duration;

use serde_json::{Value, json};

use crate::tests::testing::{Bench, TestResponse};
use crate::{Fault, Service};

async fn post(bench: &Bench, path: &str, body: Value) -> TestResponse {
    bench.send(Service::Mde, "POST", path, Some(body)).await
}

async fn machine(bench: &Bench) -> String {
    bench.sandbox.peek("mde", "Machine")[0]["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

async fn status(bench: &Bench, action: &TestResponse) -> String {
    let path = format!(
        "/api/machineactions/{}",
        action.body["id"].as_str().unwrap()
    );
    bench.get(Service::Mde, &path).await.body["status"]
        .as_str()
        .unwrap()
        .to_owned()
}

fn code(response: &TestResponse) -> (u16, &str) {
    (
        response.status,
        response.body["error"]["code"].as_str().unwrap_or_default(),
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
async fn null_leaves_an_optional_input_of_an_action_out() {
    let bench = Bench::new().await;
    let path = format!("/api/machines/{}", machine(&bench).await);
    let body = json!({
        "Comment": "x", "IsolationType": null, "ExternalId": null, "Title": null, "RequestSource": null,
    });
    let action = post(&bench, &format!("{path}/isolate"), body).await;
    assert_eq!(action.status, 201, "{}", action.body);
    let expected = json!(["Full", null, null, "PublicApi"]);
    let shown = ["scope", "externalId", "title", "requestSource"].map(|name| &action.body[name]);
    assert_eq!(json!(shown), expected);

    let scan = json!({
        "Comment": "x", "ScanType": "Quick", "ExternalId": "INC-1", "Title": "Sweep", "RequestSource": "Portal",
    });
    let action = post(&bench, &format!("{path}/runAntiVirusScan"), scan).await;
    let shown = ["externalId", "title", "requestSource"].map(|name| &action.body[name]);
    assert_eq!(json!(shown), json!(["INC-1", "Sweep", "Portal"]));

    // What is required cannot be left out, and a record's member that is never null cannot be cleared.
    let without = post(&bench, &format!("{path}/isolate"), json!({"Comment": null})).await;
    assert_eq!(code(&without).0, 400);
    let alert = bench.sandbox.peek("mde", "Alert")[0]["id"].clone();
    let alert = format!("/api/alerts/{}", alert.as_str().unwrap());
    let cleared = bench
        .send(Service::Mde, "PATCH", &alert, Some(json!({"status": null})))
        .await;
    assert_eq!(code(&cleared), (400, "InvalidRequestBody"));
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
    let fetch = || bench.send_as(Service::Storage, "GET", &link, None, "");
    let result = fetch().await;
    assert_eq!(
        result.header("content-disposition"),
        format!("attachment; filename=\"{id}_0.json\"")
    );
    assert_eq!(result.body["script_name"], "triage.sh");
    let output = result.body["script_output"].as_str().unwrap();
    assert!(output.contains("\r\n") && output.contains('\0'), "{output}");
    // As the documentation shows it: not valid JSON.
    bench
        .sandbox
        .fault(crate::Fault::on("download").raw_control_characters());
    let raw = fetch().await;
    assert!(raw.body.is_null());
    assert!(String::from_utf8(raw.bytes).unwrap().contains("\r\n"));
}

#[tokio::test(start_paused = true)]
async fn what_comes_after_a_failed_command_is_not_run() {
    let bench = Bench::new().await;
    let path = format!("/api/machines/{}/runliveresponse", machine(&bench).await);
    let get = |path: &str| json!({"type": "GetFile", "params": [{"key": "Path", "value": path}]});
    let body = json!({"Comment": "x", "Commands": [get("a"), get("b"), get("c")]});
    bench
        .sandbox
        .fault(crate::Fault::on("mde.machines.run_live_response").command_fails(1));
    let action = post(&bench, &path, body).await;
    bench.sandbox.advance(Duration::from_secs(90));
    let path = format!(
        "/api/machineactions/{}",
        action.body["id"].as_str().unwrap()
    );
    let action = bench.get(Service::Mde, &path).await.body;
    assert_eq!(action["status"], "Failed");
    let states: Vec<_> = action["commands"]
        .as_array()
        .unwrap()
        .iter()
        .map(|command| command["commandStatus"].clone())
        .collect();
    assert_eq!(states, ["Completed", "Failed", "Created"]);
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
