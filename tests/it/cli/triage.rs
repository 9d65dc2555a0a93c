//! `defender triage` at a terminal, and what the emulator's records hold afterwards.

use sandbox::{Fault, Sandbox};
use serde_json::{Value, json};

use super::program::{Program, fixed};
use super::terminal::Terminal;

/// The first record of the queue: the most severe, then the newest.
async fn first(sandbox: &Sandbox, list: &str, created: &str, states: &str) -> String {
    let line = format!("{list} --status {states} --sort=-severity,-{created} -n 1 -o id -q");
    let outcome = Program::line(&line).at(sandbox).run().await;
    assert_eq!(outcome.lines().len(), 1, "{outcome}");
    outcome.lines()[0].to_owned()
}

async fn record(sandbox: &Sandbox, line: &str) -> Value {
    let outcome = Program::line(&format!("{line} -o json"))
        .at(sandbox)
        .run()
        .await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    outcome.json()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alert_is_assigned_classified_commented_and_resolved() {
    let sandbox = fixed().start().await.unwrap();
    let id = first(
        &sandbox,
        "graph alerts list",
        "createdDateTime",
        "new,inProgress",
    )
    .await;
    let program = Program::line("triage").at(&sandbox);
    let shown = Terminal::of(&program)
        .wait("[q]uit: ")
        .send("a\n")
        .wait("assign to (user@domain): ")
        .send("ann@contoso.com\n")
        .wait("assignedTo ann@contoso.com")
        .wait("[q]uit: ")
        .send("c\n")
        .wait("verdict: ")
        .send("truepositive\n")
        .wait("reason, or nothing: ")
        .send("malware\n")
        .wait("classification truePositive, determination malware")
        .wait("[q]uit: ")
        .send("m\n")
        .wait("comment: ")
        .send("it's INC-7\n")
        .wait("done")
        .wait("[q]uit: ")
        .send("r\n")
        .wait("status resolved")
        .wait("[2/")
        .wait("[q]uit: ")
        .send("q\n")
        .run()
        .await;
    assert_eq!(shown.code, Some(0), "{}", shown.screen());
    let alert = record(&sandbox, &format!("graph alerts get {id}")).await;
    assert_eq!(alert["status"], "resolved");
    assert_eq!(alert["assignedTo"], "ann@contoso.com");
    assert_eq!(alert["classification"], "truePositive");
    assert_eq!(alert["determination"], "malware");
    assert_eq!(alert["comments"][0]["comment"], "it's INC-7");
    assert_eq!(sandbox.requests("graph.alerts.update").len(), 3);
    // Each step is a command that can be copied.
    let screen = shown.screen();
    for command in [
        format!("defender graph alerts update {id} --assigned-to ann@contoso.com\n"),
        format!("defender graph alerts update {id} --classification truePositive --determination malware\n"),
        format!("defender graph alerts create-comment {id} --comment \"it's INC-7\"\n"),
        format!("defender graph alerts update {id} --status resolved\n"),
        "defender graph alerts list --status new,inProgress --sort -severity,-createdDateTime --limit 100\n".to_owned(),
    ] {
        assert!(screen.contains(&command), "{command}{screen}");
    }
    insta::assert_snapshot!(without_ages(&shown.drawn().to_string()));
}

/// The screen without ages, which count from the clock of this machine.
fn without_ages(screen: &str) -> String {
    let lines = screen
        .lines()
        .map(|line| match line.split_once("createdDateTime ") {
            Some((before, after)) if line.starts_with("  ") => {
                let after = after.split_once(" ago").map_or(after, |(_, after)| after);
                format!("{before}createdDateTime AGE{after}")
            }
            _ => line.to_owned(),
        });
    lines.collect::<Vec<_>>().join("\n")
}

#[tokio::test(flavor = "multi_thread")]
async fn incidents_and_the_alerts_of_defender_for_endpoint_too() {
    let sandbox = fixed().start().await.unwrap();
    let states = "active,inProgress,awaitingAction";
    let id = first(&sandbox, "graph incidents list", "createdDateTime", states).await;
    let program = Program::line("triage incidents").at(&sandbox);
    let shown = Terminal::of(&program)
        .wait("[q]uit: ")
        .send("r\n")
        .wait("status resolved")
        .wait("[q]uit: ")
        .send("q\n")
        .run()
        .await;
    assert_eq!(shown.code, Some(0), "{}", shown.screen());
    let incident = record(&sandbox, &format!("graph incidents get {id}")).await;
    assert_eq!(incident["status"], "resolved");

    let id = first(
        &sandbox,
        "mde alerts list",
        "alertCreationTime",
        "New,InProgress",
    )
    .await;
    let program = Program::line("triage --product mde").at(&sandbox);
    let shown = Terminal::of(&program)
        .wait("[q]uit: ")
        .send("m\n")
        .wait("comment: ")
        .send("seen\n")
        .wait("--comment seen")
        .wait("[q]uit: ")
        .send("r\n")
        .wait("status Resolved")
        .wait("[q]uit: ")
        .send("q\n")
        .run()
        .await;
    assert_eq!(shown.code, Some(0), "{}", shown.screen());
    let alert = record(&sandbox, &format!("mde alerts get {id}")).await;
    assert_eq!(alert["status"], "Resolved");
    assert_eq!(alert["comments"][0]["comment"], "seen");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_record_is_data_and_a_step_that_fails_does_not_end_it() {
    let sandbox = fixed().start().await.unwrap();
    let id = first(
        &sandbox,
        "graph alerts list",
        "createdDateTime",
        "new,inProgress",
    )
    .await;
    sandbox.fault(Fault::on("graph.alerts.update").always().status(403));
    let program = Program::line("triage -o json").at(&sandbox);
    let shown = Terminal::of(&program)
        .piped("stdout")
        .wait("[q]uit: ")
        .send("r\n")
        .wait("graph.alerts.update: 403")
        .wait("[q]uit: ")
        .send("x\n")
        .wait("type one of the letters in brackets")
        .wait("[q]uit: ")
        .send("c\n")
        .wait("verdict: ")
        .send("good\n")
        .wait("`good` is none of these")
        .send("\n")
        .wait("[q]uit: ")
        .send("s\n")
        .wait(&format!("defender graph alerts get {id}"))
        .wait("[q]uit: ")
        .send("q\n")
        .run()
        .await;
    assert_eq!(shown.code, Some(0), "{shown:?}");
    let alert: Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(alert["id"], id.as_str());
    assert_eq!(sandbox.requests("graph.alerts.update").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn texts_of_the_service_do_not_act_on_the_terminal_or_imitate_a_line() {
    let sandbox = fixed().start().await.unwrap();
    let title = "a\u{1b}[2J\u{202e}\n[9/9] forged\ndefender mde machines offboard";
    let alert = json!({
        "id": "a1", "title": title, "severity": "High", "status": "New", "computerDnsName": title,
    });
    let body = json!({"value": [alert]}).to_string().into_bytes();
    sandbox.fault(Fault::on("mde.alerts.list").always().status(200).body(body));
    let program = Program::line("triage --product mde")
        .at(&sandbox)
        .env("NO_COLOR", "1");
    let shown = Terminal::of(&program)
        .wait("[q]uit: ")
        .send("q\n")
        .run()
        .await;
    assert_eq!(shown.code, Some(0), "{}", shown.screen());
    let screen = shown.screen();
    assert!(!screen.contains(['\u{1b}', '\u{202e}']), "{screen:?}");
    let starts = |text: &str| {
        screen
            .lines()
            .filter(|line| line.trim_start().starts_with(text))
            .count()
    };
    assert_eq!((starts("[1/1] a"), starts("[9/9]")), (1, 0), "{screen}");
    assert_eq!(starts("defender "), 1, "{screen}");
}

#[tokio::test(flavor = "multi_thread")]
async fn it_ends_as_a_person_wants_and_needs_a_terminal() {
    let sandbox = fixed().start().await.unwrap();
    for (key, code) in [("\u{3}", 130), ("\u{4}", 0), ("q\n", 0)] {
        let program = Program::line("triage --severity high").at(&sandbox);
        let shown = Terminal::of(&program)
            .wait("[q]uit: ")
            .send(key)
            .run()
            .await;
        assert_eq!(shown.code, Some(code), "{}", shown.screen());
    }
    let before = sandbox.requests("graph.alerts.list").len();
    let outcome = Program::line("triage").at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    let said = "error: triage asks what to do, and there is no terminal\nhint: list with `defender graph alerts list ";
    assert!(outcome.stderr.starts_with(said), "{outcome}");
    let outcome = Program::line("triage incidents --product mde")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(
        outcome.stderr.contains("`mde` has no incidents"),
        "{outcome}"
    );
    let outcome = Program::line("triage --severity hihg")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(outcome.stderr.contains("`high`"), "{outcome}");
    let outcome = Program::line("triage --dry-run").at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(outcome.stdout.contains("/security/alerts_v2?"), "{outcome}");
    assert_eq!(sandbox.requests("graph.alerts.list").len(), before);
    assert!(sandbox.requests("graph.alerts.update").is_empty());
}
