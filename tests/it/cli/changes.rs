//! Changes: confirmation, requests, and waiting for their end.

use sandbox::{Fault, Sandbox};

use super::assert_shown;
use super::program::{Outcome, Program, fixed};

/// A device that can be isolated.
async fn device(sandbox: &Sandbox) -> String {
    device_where(sandbox, "healthStatus eq 'Active'").await
}

async fn device_where(sandbox: &Sandbox, filter: &str) -> String {
    let line = [
        "mde", "machines", "list", "--filter", filter, "-o", "id", "-n", "1", "-q",
    ];
    let outcome = Program::new(&line).at(sandbox).run().await;
    outcome.stdout.trim().to_owned()
}

fn isolate(device: &str, more: &[&str]) -> Program {
    let mut line = vec![
        "mde",
        "machines",
        "isolate",
        device,
        "--comment",
        "Ticket 4711",
    ];
    line.extend(more);
    Program::new(&line)
}

fn sent(sandbox: &Sandbox) -> usize {
    sandbox.requests("mde.machines.isolate").len()
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_yes_nothing_is_sent() {
    let sandbox = fixed().start().await.unwrap();
    let outcome = isolate("m1", &[]).at(&sandbox).run().await;
    assert_eq!(sent(&sandbox), 0);
    assert_shown!(outcome);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_shows_what_would_be_sent() {
    let sandbox = fixed().start().await.unwrap();
    let outcome = isolate("m 1", &["--dry-run", "--isolation-type", "full"])
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(sandbox.all_requests().len(), 0);
    assert_shown!(outcome);
}

#[tokio::test]
async fn a_dry_run_needs_no_credential() {
    let outcome = isolate("m1", &["--dry-run", "-o", "table"]).run().await;
    assert_shown!(outcome);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sandbox_of_the_process_itself_needs_no_yes() {
    let line = [
        "--sandbox",
        "mde",
        "machines",
        "list",
        "-o",
        "id",
        "-q",
        "--filter",
        "healthStatus eq 'Active'",
    ];
    let machines = Program::new(&line).run().await;
    let device = machines.lines()[0].to_owned();
    let outcome = isolate(&device, &["--sandbox", "--wait", "-o", "json"])
        .run()
        .await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(outcome.json()["status"], "Succeeded");
}

async fn waited(fault: Option<Fault>, wait: &str) -> Outcome {
    let sandbox = fixed()
        .speed(if fault.is_some() { 600.0 } else { 0.0 })
        .start()
        .await
        .unwrap();
    if let Some(fault) = fault {
        sandbox.fault(fault);
    }
    let device = device(&sandbox).await;
    let columns = ["--columns", "type,status", "-o", "table", "--yes", wait];
    isolate(&device, &columns).at(&sandbox).run().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_that_fails_is_a_failure() {
    let fault = Fault::on("mde.machines.isolate").action_ends("Failed");
    assert_shown!(waited(Some(fault), "--wait").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_that_is_not_finished_in_time_is_pending() {
    assert_shown!(waited(None, "--wait=1s").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_investigation_is_waited_for_as_an_action_is() {
    let start = "mde.machines.start_investigation";
    for (fault, code, state) in [
        (None, 0, "Benign"),
        (Some(Fault::on(start).action_ends("Failed")), 1, "Failed"),
    ] {
        let sandbox = fixed().speed(600.0).start().await.unwrap();
        if let Some(fault) = fault {
            sandbox.fault(fault);
        }
        let device = device_where(&sandbox, "osPlatform eq 'Windows11'").await;
        let line = [
            "mde",
            "machines",
            "start-investigation",
            &device,
            "--comment",
            "Ticket 4711",
            "--yes",
            "--wait",
        ];
        let outcome = Program::new(&line).at(&sandbox).run().await;
        assert_eq!(outcome.code, Some(code), "{outcome}");
        assert_eq!(outcome.json()["state"], state);
        assert!(outcome.json()["endTime"].is_string());
        assert!(!sandbox.requests("mde.investigations.get").is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_that_timed_out_is_told_from_one_that_was_refused() {
    let fault = Fault::on("mde.machines.isolate").action_ends("TimeOut");
    let outcome = waited(Some(fault), "--wait").await;
    assert_eq!(outcome.code, Some(1), "{outcome}");
    assert!(outcome.stderr.contains("did not call in"), "{outcome}");
}

#[tokio::test]
async fn a_region_is_the_host_that_the_documents_name() {
    let address = async |program: Program| {
        let outcome = program.run().await;
        let shown = serde_json::from_str::<serde_json::Value>(&outcome.stdout);
        let address = shown.unwrap_or_default()["url"].as_str().map(str::to_owned);
        (outcome.code, address, outcome.stderr)
    };
    let dry = |more: &[&str]| isolate("m1", &[&["--dry-run", "-o", "json"], more].concat());
    let near = |region: &str| {
        let path = "/api/machines/m1/isolate";
        Some(format!("https://{region}api.security.microsoft.com{path}"))
    };
    assert_eq!(address(dry(&[])).await.1, near(""));
    assert_eq!(address(dry(&["--region", "EU"])).await.1, near("eu."));
    let variable = || dry(&[]).env("DEFENDER_REGION", "au");
    assert_eq!(address(variable()).await.1, near("au."));
    let option = dry(&["--region", "uk"]).env("DEFENDER_REGION", "au");
    assert_eq!(address(option).await.1, near("uk."));
    let named = variable().env("DEFENDER_ENDPOINT_MDE", "https://127.0.0.1:9");
    assert!(
        address(named)
            .await
            .1
            .unwrap()
            .starts_with("https://127.0.0.1:9/")
    );
    for words in [
        &["--region", "mars"][..],
        &["--region", "eu", "--cloud", "gcc"],
    ] {
        let (code, _, stderr) = address(dry(words)).await;
        assert_eq!(code, Some(2), "{stderr}");
        assert!(stderr.contains("us, eu, uk, au, swa, ina, aea"), "{stderr}");
    }
}

#[tokio::test]
async fn a_region_may_stand_in_a_profile() {
    let folder = tempfile::tempdir().unwrap();
    let set = Program::line("profile set contoso tenant=contoso.example region=us -q");
    let set = set.home(folder.path()).run().await;
    assert_eq!(set.code, Some(0), "{set}");
    let outcome = isolate("m1", &["--dry-run", "-o", "json"]);
    let outcome = outcome.home(folder.path()).run().await;
    let address = outcome.json()["url"].as_str().unwrap().to_owned();
    assert!(address.starts_with("https://us.api.security."), "{address}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_comes_from_standard_input_and_is_checked_first() {
    let sandbox = fixed().start().await.unwrap();
    let device = device(&sandbox).await;
    let words = [
        "mde",
        "machines",
        "isolate",
        device.as_str(),
        "--body",
        "-",
        "--yes",
    ];
    let wrong = Program::new(&words)
        .at(&sandbox)
        .run_with(r#"{"Coment":"x"}"#)
        .await;
    assert_eq!((wrong.code, sent(&sandbox)), (Some(2), 0), "{wrong}");
    let body = r#"{"Comment":"x","IsolationType":"Full"}"#;
    let right = Program::new(&words).at(&sandbox).run_with(body).await;
    assert_eq!(right.code, Some(0), "{right}");
    let received: serde_json::Value =
        serde_json::from_slice(&sandbox.requests("mde.machines.isolate")[0].body).unwrap();
    assert_eq!(
        received,
        serde_json::json!({"Comment": "x", "IsolationType": "Full"})
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_undocumented_word_is_passed_on_with_a_warning() {
    let sandbox = fixed().start().await.unwrap();
    let outcome = isolate("m1", &["--isolation-type", "Partial", "--dry-run"])
        .at(&sandbox)
        .run()
        .await;
    assert_shown!(outcome);
}
