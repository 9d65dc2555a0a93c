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
    assert!(names.iter().all(|name| name["issued"] == true), "{mde}");
    let detail = mde["detail"].as_str().unwrap();
    assert!(
        detail.contains("for https://api.securitycenter.microsoft.com opens"),
        "{detail}"
    );
}

/// The check of one service.
async fn service(line: Program, name: &str) -> serde_json::Value {
    let outcome = line.run().await;
    let checks = outcome.json();
    let mut checks = checks.as_array().unwrap().iter();
    let found = checks.find(|check| check["check"] == name);
    found.unwrap_or_else(|| panic!("{outcome}")).clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_government_cloud_takes_the_names_of_its_own_services() {
    for (cloud, host) in [
        ("gcc", "https://api-gcc.securitycenter.microsoft.us"),
        ("gcc-high", "https://api-gov.securitycenter.microsoft.us"),
        ("dod", "https://api-gov.securitycenter.microsoft.us"),
    ] {
        let sandbox = Sandbox::builder().cloud(cloud).start().await.unwrap();
        let line = Program::line("auth doctor -o json").at(&sandbox);
        let mde = service(line.env("DEFENDER_CLOUD", cloud), "service mde").await;
        assert_eq!(mde["status"], "ok", "{mde}");
        assert_eq!(mde["data"]["audience"], host, "{mde}");
        let names = mde["data"]["audiences"].as_array().unwrap();
        assert!(
            names.len() > 2,
            "the host's name is not the only one: {mde}"
        );
        assert!(names.iter().all(|name| name["issued"] == true), "{mde}");
        for line in [
            "mde machines list -n 1",
            "xdr incidents list -n 1",
            "graph incidents list -n 1",
        ] {
            let read = Program::line(line)
                .at(&sandbox)
                .env("DEFENDER_CLOUD", cloud)
                .run()
                .await;
            assert_eq!(read.code, Some(0), "{cloud}: {read}");
        }
    }
}

/// The settings name a cloud that the tenant is not in.
#[tokio::test(flavor = "multi_thread")]
async fn the_name_that_worked_is_said_where_that_of_the_host_is_unknown() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let line = || {
        Program::line("auth doctor -o json")
            .at(&sandbox)
            .env("DEFENDER_CLOUD", "gcc-high")
    };
    let mde = service(line(), "service mde").await;
    assert_eq!(mde["status"], "failed", "{mde}");
    let names = mde["data"]["audiences"].as_array().unwrap();
    let issued: Vec<_> = names.iter().filter(|name| name["issued"] == true).collect();
    assert_eq!(issued.len(), 1, "{mde}");
    let id = "fc780465-2017-40d4-a0c5-307022471b92";
    assert_eq!(issued[0]["audience"], id);
    assert_eq!(names[0]["code"], "AADSTS500011", "{mde}");
    let hint = mde["hint"].as_str().unwrap();
    assert!(
        hint.contains(id) && hint.contains("DEFENDER_AUDIENCE_MDE"),
        "{hint}"
    );
    let mended = service(line().env("DEFENDER_AUDIENCE_MDE", id), "service mde").await;
    assert_eq!(
        (&mended["status"], &mended["data"]["audience"]),
        (&"ok".into(), &id.into())
    );
}

/// The setting names an audience that does not exist: those of the cloud are tried nevertheless.
#[tokio::test(flavor = "multi_thread")]
async fn names_of_the_cloud_are_tried_beside_the_one_that_is_set() {
    let sandbox = Sandbox::builder().cloud("gcc").start().await.unwrap();
    let line = Program::line("auth doctor -o json")
        .at(&sandbox)
        .env("DEFENDER_CLOUD", "gcc");
    let mde = service(
        line.env("DEFENDER_AUDIENCE_MDE", "https://mde.example"),
        "service mde",
    )
    .await;
    let hint = mde["hint"].as_str().unwrap();
    assert!(
        hint.contains("https://api-gcc.securitycenter.microsoft.us"),
        "{mde}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_of_the_commercial_service_does_not_open_that_of_a_government_cloud() {
    let sandbox = Sandbox::builder().cloud("gcc-high").start().await.unwrap();
    let refused = Program::line("mde machines list -n 1")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(refused.code, Some(4), "{refused}");
    assert!(refused.stderr.contains("AADSTS500011"), "{refused}");
    let sandbox = Sandbox::builder().start().await.unwrap();
    let line = Program::line("mde machines list -n 1").at(&sandbox);
    let refused = line.env("DEFENDER_CLOUD", "gcc").run().await;
    // The directory is the same and issues the token; the service refuses it.
    assert_eq!(refused.code, Some(5), "{refused}");
    assert!(refused.stderr.contains("is not accepted"), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_emulator_of_one_command_stands_for_the_cloud_of_the_option() {
    for cloud in ["gcc", "gcc-high", "dod"] {
        let line = format!("--sandbox --cloud {cloud} mde machines list -n 1 -o id -q");
        let outcome = Program::line(&line).run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
    }
    let outcome = Program::line("--sandbox --cloud china mde machines list")
        .run()
        .await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
}

/// A cloud that is not on the list: addresses and names of its own.
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
