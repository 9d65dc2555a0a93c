//! Changes: who may make them, what is sent, and waiting for their end.

use sandbox::{Fault, Sandbox};

use super::assert_shown;
use super::program::{Outcome, Program, fixed};

/// A device that can be isolated.
async fn device(sandbox: &Sandbox) -> String {
    let filter = "healthStatus eq 'Active'";
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
