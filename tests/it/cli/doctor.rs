//! `auth doctor`: its report on sign-ins that work, work in part, or fail.

use sandbox::{Application, Sandbox};

use super::assert_shown;
use super::program::Program;

const CLIENT: &str = "aaaaaaaa-0000-4000-8000-00000000000a";

fn doctor(sandbox: &Sandbox, words: &str) -> Program {
    let line = format!("auth doctor -o ndjson --columns check,status,detail,hint {words}");
    Program::line(line.trim()).at(sandbox)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_works() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    assert_shown!(doctor(&sandbox, "").run().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_permission_that_a_command_lacks() {
    let application = Application::new(CLIENT, "a-secret").roles(["Alert.Read.All"]);
    let sandbox = Sandbox::builder()
        .application(application)
        .start()
        .await
        .unwrap();
    let line = Program::new(&[
        "auth",
        "doctor",
        "--for",
        "mde machines isolate",
        "-o",
        "json",
    ]);
    let line = line.at(&sandbox).env("AZURE_CLIENT_ID", CLIENT);
    let outcome = line.env("AZURE_CLIENT_SECRET", "a-secret").run().await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    let checks = outcome.json();
    let find = |name: &str| {
        let mut checks = checks.as_array().unwrap().iter();
        checks.find(|check| check["check"] == name).unwrap().clone()
    };
    let mde = find("service mde");
    assert_eq!(mde["status"], "attention");
    assert_eq!(mde["data"]["missing"][0], "Machine.Isolate");
    assert_eq!(mde["data"]["roles"][0], "Alert.Read.All");
    assert_eq!(
        find("service graph")["status"],
        "attention",
        "no permission at all"
    );
    assert_eq!(find("clock")["status"], "ok");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_that_is_dead() {
    let application = Application::new(CLIENT, "canary-secret").expired_secret();
    let sandbox = Sandbox::builder()
        .application(application)
        .start()
        .await
        .unwrap();
    let line = doctor(&sandbox, "").env("AZURE_CLIENT_ID", CLIENT);
    let outcome = line.env("AZURE_CLIENT_SECRET", "canary-secret").run().await;
    assert_eq!(outcome.code, Some(4), "{outcome}");
    assert!(outcome.stdout.contains("AADSTS7000222"), "{outcome}");
    assert!(!outcome.to_string().contains("canary"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_identity_service_that_is_not_there() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let line = doctor(&sandbox, "").env("DEFENDER_ENDPOINT_LOGIN", "http://127.0.0.1:1");
    let outcome = line.run().await;
    assert_eq!(outcome.code, Some(4), "{outcome}");
    assert!(
        outcome
            .stdout
            .contains("\"check\":\"identity service\",\"status\":\"failed\""),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_configured_says_which_settings_are_absent() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let line = Program::line("auth doctor -o json").reaching(&sandbox);
    let outcome = line.run().await;
    assert_eq!(outcome.code, Some(4), "{outcome}");
    let checks = outcome.json();
    let mut credentials = checks
        .as_array()
        .unwrap()
        .iter()
        .filter(|check| check["check"].as_str().unwrap().starts_with("credential "));
    assert!(
        credentials.all(|check| check["status"] == "skipped"),
        "{outcome}"
    );
}

/// The documents disagree about the audience of Defender for Endpoint: `doctor` tries each of them.
#[tokio::test(flavor = "multi_thread")]
async fn every_name_of_a_service_is_tried() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let line = Program::line("auth doctor -o json").at(&sandbox);
    let outcome = line.run().await;
    let checks = outcome.json();
    let mut checks = checks.as_array().unwrap().iter();
    let mde = checks
        .find(|check| check["check"] == "service mde")
        .unwrap();
    let names = mde["data"]["audiences"].as_array().unwrap();
    assert!(names.len() > 1, "{mde}");
    for name in names {
        // The emulator knows the API by its addresses and not by its number.
        let is_address = name["audience"].as_str().unwrap().starts_with("https://");
        assert_eq!(name["issued"], is_address, "{name}");
        assert_eq!(name["code"].is_null(), is_address, "{name}");
    }
}

/// A custom cloud with its own addresses and audiences.
#[tokio::test(flavor = "multi_thread")]
async fn an_audience_that_is_set_is_asked_for() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let other = "https://securitycenter.onmicrosoft.com/windowsatpservice";
    let line = Program::line("auth token --product mde").at(&sandbox);
    let token = line.env("DEFENDER_AUDIENCE_MDE", other).run().await;
    assert_eq!(token.code, Some(0), "{token}");
    let asked = sandbox.requests("token");
    let body = String::from_utf8(asked[0].body.clone()).unwrap();
    assert!(body.contains("windowsatpservice%2F.default"), "{body}");
    let line = Program::line("mde machines list -n 1").at(&sandbox);
    let used = line.env("DEFENDER_AUDIENCE_MDE", other).run().await;
    assert_eq!(used.code, Some(0), "{used}");
}
