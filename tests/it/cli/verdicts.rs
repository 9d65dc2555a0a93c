//! Changes with a success status and failed items.

use sandbox::{Fault, Sandbox};
use serde_json::{Value, json};

use super::program::{Outcome, Program, fixed};

/// A change with this answer and its success status.
async fn answered(operation: &str, status: u16, answer: Value, words: &[&str]) -> Outcome {
    let sandbox = fixed().start().await.unwrap();
    let fault = Fault::on(operation).status(status).body(answer.to_string());
    sandbox.fault(fault);
    let words = [words, &["--yes", "-o", "json"]].concat();
    let outcome = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(sandbox.requests(operation).len(), 1, "sent once: {outcome}");
    outcome
}

/// The names and reasons on standard error.
fn failures(outcome: &Outcome) -> Vec<String> {
    let lines = outcome.stderr.lines();
    let objects = lines.filter_map(|line| serde_json::from_str::<Value>(line).ok());
    objects
        .filter(|object| object["error"]["code"] == "item_failed")
        .map(|object| object["error"]["message"].as_str().unwrap().to_owned())
        .collect()
}

const INDICATOR: &str = r#"[{"indicatorValue":"198.51.100.7","indicatorType":"IpAddress","action":"Block","title":"t","description":"d"},{"indicatorValue":"198.51.100.8","indicatorType":"IpAddress","action":"Block","title":"t","description":"d"}]"#;

/// A change, its command line, an answer with a failed item, and the report about it.
type FailedItem = (&'static str, Vec<&'static str>, Value, &'static str);

fn changes_with_failed_items() -> Vec<FailedItem> {
    let closed = ["--filter", "id eq a1,a2"];
    let close = |verb: &'static str| [&["mdca", "alerts", verb][..], &closed].concat();
    vec![
        (
            "mde.indicators.import",
            vec!["mde", "indicators", "import", "--indicators", INDICATOR],
            json!({"value": [
                {"id": "1", "indicator": "198.51.100.7", "isFailed": false, "failureReason": null},
                {"id": null, "indicator": "198.51.100.8", "isFailed": true, "failureReason": "Max capacity"},
            ]}),
            "198.51.100.8: Max capacity",
        ),
        (
            "mde.machines.set_tag_bulk",
            vec![
                "mde",
                "machines",
                "set-tag-bulk",
                "--value",
                "x",
                "--action",
                "Add",
                "--machine-ids",
                "1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a,2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b",
            ],
            json!({"value": [{"id": "1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a"}]}),
            "2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b: the answer does not list the device among those that were changed",
        ),
        (
            "graph.batch.execute",
            vec![
                "graph",
                "batch",
                "execute",
                "--requests",
                r#"[{"id":"1","method":"GET","url":"/security/incidents/1"},{"id":"2","method":"GET","url":"/x"}]"#,
            ],
            json!({"responses": [
                {"id": "2", "status": 429, "body": {"error": {"code": "TooManyRequests", "message": "slow down"}}},
                {"id": "1", "status": 200, "body": {}},
            ]}),
            "2: slow down",
        ),
        (
            "mdca.alerts.close_benign",
            close("close-benign"),
            json!({"closed_benign": 1, "alertsNotFound": ["a2"]}),
            "a2: unknown, or closed before",
        ),
        (
            "mdca.alerts.close_false_positive",
            close("close-false-positive"),
            json!({"closed_false_positive": 1}),
            "1 of 2: not done; the answer does not say which",
        ),
        (
            "mdca.alerts.close_true_positive",
            close("close-true-positive"),
            json!({"closed_true_positive": 1, "alertsNotFound": ["a1"]}),
            "a1: unknown, or closed before",
        ),
        // No page describes this answer; other operations use these words.
        (
            "mde.alerts.batch_update",
            vec![
                "mde",
                "alerts",
                "batch-update",
                "--alert-ids",
                "da1,da2",
                "--status",
                "Resolved",
            ],
            json!({"value": [{"id": "da1"}, {"id": "da2", "isFailed": true, "failureReason": "locked"}]}),
            "da2: locked",
        ),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn every_described_change_says_which_items_failed() {
    for (operation, words, answer, failed) in changes_with_failed_items() {
        let outcome = answered(operation, 200, answer, &words).await;
        assert_eq!(outcome.code, Some(3), "{operation}: {outcome}");
        assert_eq!(failures(&outcome), [failed], "{operation}: {outcome}");
        assert!(
            !outcome.stdout.is_empty(),
            "the answer is printed: {outcome}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_which_nothing_was_done_is_a_failure() {
    for (operation, words, answer) in [
        (
            "mde.indicators.import",
            vec!["mde", "indicators", "import", "--indicators", INDICATOR],
            json!({"value": [
                {"indicator": "198.51.100.7", "isFailed": true, "failureReason": "x"},
                {"indicator": "198.51.100.8", "isFailed": true, "failureReason": "y"},
            ]}),
        ),
        (
            "mdca.alerts.close_benign",
            vec!["mdca", "alerts", "close-benign", "--filter", "id eq a1"],
            json!({"closed_benign": 0, "alertsNotFound": ["a1"]}),
        ),
        // Bodies that refuse the whole change.
        (
            "mde.alerts.batch_update",
            vec![
                "mde",
                "alerts",
                "batch-update",
                "--alert-ids",
                "da1",
                "--status",
                "Resolved",
            ],
            json!({"success": false, "message": "not now"}),
        ),
        (
            "mde.machines.isolate",
            vec!["mde", "machines", "isolate", ISOLATED, "--comment", "x"],
            json!({"error": {"code": "Busy", "message": "later"}}),
        ),
        (
            "mdca.alerts.dismiss",
            vec!["mdca", "alerts", "dismiss", "a1"],
            json!({"isSuccess": false}),
        ),
        (
            "mdca.discovery.finalize_upload",
            vec![
                "mdca",
                "discovery",
                "finalize-upload",
                "--upload-url",
                "https://s.example/x",
                "--input-stream-name",
                "y",
            ],
            json!({"success": false, "error": "no such data source"}),
        ),
    ] {
        let outcome = answered(operation, 200, answer, &words).await;
        assert_eq!(outcome.code, Some(1), "{operation}: {outcome}");
        assert!(!outcome.stderr.is_empty(), "{operation}: {outcome}");
    }
}

/// Looks like the id of a device.
const ISOLATED: &str = "0123456789abcdef0123456789abcdef01234567";

#[tokio::test(flavor = "multi_thread")]
async fn the_emulator_refuses_items_as_the_service_does() {
    let sandbox = fixed().start().await.unwrap();
    let known = Program::new(&[
        "mdca",
        "alerts",
        "query",
        "--filter",
        "alertOpen eq true",
        "-o",
        "id",
        "-n",
        "1",
        "-q",
    ]);
    let known = known.at(&sandbox).run().await;
    let filter = format!("id eq {},0123456789abcdef01234567", known.stdout.trim());
    let close = [
        "mdca",
        "alerts",
        "close-benign",
        "--filter",
        &filter,
        "--yes",
        "-o",
        "json",
    ];
    let outcome = Program::new(&close).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    assert_eq!(
        failures(&outcome),
        ["0123456789abcdef01234567: unknown, or closed before"]
    );
    assert_eq!(outcome.json()["closed_benign"], 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_told_in_words() {
    let sandbox = fixed().start().await.unwrap();
    let answer = json!({"value": [{"id": "da1"}, {"id": "da2", "isFailed": true, "failureReason": "locked"}]});
    sandbox.fault(
        Fault::on("mde.alerts.batch_update")
            .status(200)
            .body(answer.to_string()),
    );
    let line = "mde alerts batch-update --alert-ids da1,da2 --status Resolved --yes -o table -q";
    let outcome = Program::line(line).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    assert!(outcome.stderr.contains("error: da2: locked"), "{outcome}");
    assert!(
        outcome
            .stderr
            .contains("1 item failed; the others are done"),
        "{outcome}"
    );
}

async fn upload(sandbox: &Sandbox, more: &[&str]) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("proxy.log");
    std::fs::write(&log, "line\n").unwrap();
    let log = log.to_str().unwrap();
    let words = [
        "upload-log",
        log,
        "--source",
        "ZSCALER",
        "--data-source",
        "Branches",
        "--yes",
        "-o",
        "json",
    ];
    Program::new(&[&words, more].concat())
        .at(sandbox)
        .run()
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_that_the_portal_does_not_take_is_a_failure_and_one_it_takes_is_open() {
    let sandbox = fixed().start().await.unwrap();
    let taken = upload(&sandbox, &[]).await;
    assert_eq!(taken.code, Some(0), "{taken}");
    assert_eq!(taken.json()["state"], "uploaded");
    assert!(
        taken.stderr.contains("not parsed yet") && taken.stderr.contains("list-streams"),
        "{taken}"
    );
    for answer in [
        json!({"success": false, "error": "no such data source"}),
        json!({"error": {"message": "no such data source"}}),
        json!({"failedFiles": ["proxy.log"]}),
    ] {
        let fault = Fault::on("mdca.discovery.finalize_upload").status(200);
        sandbox.fault(fault.body(answer.to_string()));
        let refused = upload(&sandbox, &[]).await;
        assert_eq!(refused.code, Some(1), "{refused}");
        assert!(refused.stdout.is_empty(), "{refused}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_the_service_decides_later_says_how_to_ask() {
    let sandbox = fixed().start().await.unwrap();
    let words = [
        "mde",
        "machines",
        "list",
        "--filter",
        "healthStatus eq 'Active'",
        "-o",
        "id",
        "-n",
        "1",
        "-q",
    ];
    let device = Program::new(&words).at(&sandbox).run().await;
    let line = format!(
        "mde machines isolate {} --comment x --yes -o json",
        device.stdout.trim()
    );
    let outcome = Program::line(&line).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let id = outcome.json()["id"].as_str().unwrap().to_owned();
    let ask = format!("ask again with `defender mde machine-actions get {id}`");
    assert!(outcome.stderr.contains(&ask), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bare_path_is_judged_like_its_command() {
    let answer = json!({"value": [{"id": "da2", "isFailed": true, "failureReason": "locked"}]});
    let words = [
        "api",
        "POST",
        "/api/alerts/batchUpdate",
        "-F",
        r#"alertIds=["da2"]"#,
        "-f",
        "status=Resolved",
    ];
    let outcome = answered("mde.alerts.batch_update", 200, answer, &words).await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    assert_eq!(failures(&outcome), ["da2: locked"]);
    let whole = answered(
        "mde.alerts.batch_update",
        200,
        json!({"success": false}),
        &words,
    )
    .await;
    assert_eq!(whole.code, Some(1), "{whole}");
}
