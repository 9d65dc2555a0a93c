//! Lists, exports and waits against a misbehaving service: output, messages and exit code.

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};

use super::answering::{Answering, answer};
use super::program::Outcome;

const MACHINES: [&str; 6] = ["mde", "machines", "list", "--all-statuses", "-o", "ndjson"];

/// A page of machines with these ids.
fn page(ids: &[&str], members: Value) -> String {
    let mut page = members;
    page["value"] = ids.iter().map(|id| json!({"id": id})).collect();
    answer(200, &page.to_string())
}

fn error(outcome: &Outcome) -> Value {
    let line = outcome
        .stderr
        .lines()
        .find(|line| line.contains("\"error\""));
    serde_json::from_str(line.unwrap_or_else(|| panic!("{outcome}"))).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_fails_in_the_middle_says_how_many_rows_came() {
    let service = Answering::new(|number, line| match number {
        0 => page(&["a", "b"], json!({"@odata.nextLink": "?$skip=2"})),
        _ => {
            assert!(line.ends_with("/api/machines?$skip=2"), "{line}");
            answer(403, r#"{"error":{"code":"Forbidden","message":"no"}}"#)
        }
    });
    let outcome = service.run(&MACHINES).run().await;
    assert_eq!(
        (outcome.code, outcome.lines().len()),
        (Some(5), 2),
        "{outcome}"
    );
    let told = error(&outcome);
    assert_eq!(told["error"]["rows"], 2, "{outcome}");
    assert!(
        outcome.stderr.contains("2 rows came before it"),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_a_host_of_the_family_is_followed_here_and_another_is_explained() {
    let family = "https://api-au3.securitycenter.microsoft.com/api/machines?$skip=1";
    for (link, code) in [
        (family, 0),
        ("https://evil.example/api/machines?$skip=1", 1),
    ] {
        let service = Answering::new(move |number, _| match number {
            0 => page(&["a"], json!({"@odata.nextLink": link})),
            _ => page(&["b"], json!({})),
        });
        let outcome = service.run(&MACHINES).run().await;
        assert_eq!(outcome.code, Some(code), "{outcome}");
        assert_eq!(service.asked().len(), if code == 0 { 2 } else { 1 });
        if code == 1 {
            let told = error(&outcome);
            assert_eq!(told["error"]["code"], "foreign_next_link");
            let docs = told["error"]["docs"].as_str().unwrap();
            assert!(
                docs.ends_with("troubleshooting.md#foreign-next-link"),
                "{docs}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_may_be_missing_are_told_with_exit_3() {
    // The count is larger than the number of rows.
    let service = Answering::new(|_, _| page(&["a"], json!({"@odata.count": 3})));
    let outcome = service
        .run(&["graph", "detection-rules", "list", "-o", "ndjson"])
        .run()
        .await;
    assert_eq!(
        (outcome.code, outcome.lines().len()),
        (Some(3), 1),
        "{outcome}"
    );
    assert!(
        outcome
            .stderr
            .contains("1 were read, and the service counts 3"),
        "{outcome}"
    );
    // The service refuses the page after a full one.
    let service = Answering::new(|number, _| match number {
        0 => page(&["a", "b"], json!({})),
        _ => answer(400, r#"{"error":{"code":"BadRequest","message":"skip"}}"#),
    });
    let outcome = service
        .run(&[&MACHINES[..], &["--page-size", "2"]].concat())
        .run()
        .await;
    assert_eq!(
        (outcome.code, outcome.lines().len()),
        (Some(3), 2),
        "{outcome}"
    );
    assert!(
        outcome.stderr.contains("the last page was full"),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_last_page_that_repeats_the_one_before_is_no_success() {
    let service = Answering::new(|number, _| match number {
        0 => page(&["a", "b"], json!({"@odata.nextLink": "?$skiptoken=1"})),
        _ => page(&["a", "b"], json!({})),
    });
    let outcome = service.run(&MACHINES).run().await;
    assert_eq!(outcome.code, Some(1), "{outcome}");
    assert!(outcome.stderr.contains("same page again"), "{outcome}");
    assert!(error(&outcome)["error"]["rows"].as_u64() >= Some(2));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_that_is_not_kept_hands_the_rows_on() {
    let row = |id: &str, time: &str| json!({"id": id, "lastUpdateDateTime": time});
    let rows = [
        row("a", "2026-01-03T00:00:00Z"),
        row("b", "2026-01-02T00:00:00Z"),
    ];
    let list = ["graph", "incidents", "list", "-o", "ndjson"];
    let single = json!({"value": rows}).to_string();
    let service = Answering::new(move |_, _| answer(200, &single));
    let outcome = service.run(&list).run().await;
    assert_eq!(
        (outcome.code, outcome.lines().len()),
        (Some(0), 2),
        "{outcome}"
    );
    let first = json!({"value": rows, "@odata.nextLink": "?$skiptoken=1"}).to_string();
    let second = json!({"value": [row("c", "2026-01-01T00:00:00Z")]}).to_string();
    let service =
        Answering::new(move |number, _| answer(200, if number == 0 { &first } else { &second }));
    let outcome = service.run(&list).run().await;
    assert_eq!(
        (outcome.code, outcome.lines().len()),
        (Some(3), 3),
        "{outcome}"
    );
    assert!(
        outcome.stderr.contains("rows are not ordered by"),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_with_a_late_and_a_missing_file_gives_all_others_and_tells() {
    let service = Answering::new(|_, line| {
        let storage = |name: &str| line.contains(name);
        if storage("/late") || storage("/gone") || storage("/there") {
            // Three requests for the late file, without success.
            static LOOKS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
            let is_late =
                storage("/late") && LOOKS.fetch_add(1, std::sync::atomic::Ordering::SeqCst) < 2;
            return match (is_late, storage("/gone")) {
                (true, _) => answer(409, "<Error><Code>BlobNotReady</Code></Error>"),
                (_, true) => answer(400, "<Error><Code>InvalidUri</Code></Error>"),
                _ => answer(200, "{\"id\":\"x\"}\n"),
            };
        }
        String::new()
    });
    let base = service.address.clone();
    let links: Vec<_> = ["late", "gone", "there"]
        .iter()
        .map(|name| format!("{base}/{name}?sig=canary"))
        .collect();
    let list = json!({"exportFiles": links, "generatedTime": "2026-03-02T06:00:00Z"}).to_string();
    let api = Answering::new(move |_, _| answer(200, &list));
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("account.json");
    let words = [
        "mde",
        "assessments",
        "export-software-inventory",
        "-o",
        "ndjson",
        "--manifest",
        place.to_str().unwrap(),
    ];
    let outcome = api.run(&words).run().await;
    assert_eq!(
        (outcome.code, outcome.lines().len()),
        (Some(3), 2),
        "{outcome}"
    );
    assert!(outcome.stderr.contains("file 2 of 3"), "{outcome}");
    assert!(!outcome.stderr.contains("canary"), "{outcome}");
    let account: Value = serde_json::from_slice(&std::fs::read(&place).unwrap()).unwrap();
    assert_eq!(account["missing"][0]["file"], 2, "{account}");
    assert_eq!(
        (&account["complete"], &account["filesRead"]),
        (&json!(false), &json!(2))
    );
}

const ISOLATE: [&str; 9] = [
    "mde",
    "machines",
    "isolate",
    "0123456789012345678901234567890123456789",
    "--comment",
    "ticket",
    "--yes",
    "-o",
    "json",
];

/// An action that starts, and the result of each look.
fn isolating(look: impl Fn(usize) -> String + Send + Sync + 'static) -> Answering {
    let looks = std::sync::atomic::AtomicUsize::new(0);
    Answering::new(move |_, line| {
        if line.starts_with("POST") {
            let action = json!({"id": "act-1", "type": "Isolate", "status": "Pending"});
            return answer(201, &action.to_string());
        }
        if line.contains("/machineactions/act-1") {
            return look(looks.fetch_add(1, std::sync::atomic::Ordering::SeqCst));
        }
        // The open actions of the device.
        answer(200, r#"{"value":[]}"#)
    })
}

fn state(status: &str) -> String {
    answer(
        200,
        &json!({"id": "act-1", "type": "Isolate", "status": status}).to_string(),
    )
}

const AGAIN: &str = "defender mde machine-actions get act-1";

#[tokio::test(flavor = "multi_thread")]
async fn a_look_that_fails_is_no_action_that_failed() {
    for (failing, times) in [
        (answer(404, r#"{"error":{"code":"ResourceNotFound"}}"#), 2),
        (answer(200, "<html>sign in</html>"), 2),
        (String::new(), 1),
    ] {
        let service = isolating(move |number| match number < times {
            true => failing.clone(),
            false => state("Succeeded"),
        });
        let words = [&ISOLATE[..], &["--wait"]].concat();
        let outcome = service.run(&words).run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        assert_eq!(outcome.json()["status"], "Succeeded");
    }
    for (status, code) in [(403, "Forbidden"), (404, "ResourceNotFound")] {
        let body = json!({"error": {"code": code, "message": "no"}}).to_string();
        let service = isolating(move |_| answer(status, &body));
        let words = [&ISOLATE[..], &["--wait=1h"]].concat();
        let outcome = service.run(&words).run().await;
        assert_eq!(outcome.code, Some(8), "{outcome}");
        assert_eq!(outcome.json()["id"], "act-1", "{outcome}");
        let told = error(&outcome);
        let hint = told["error"]["hint"].as_str().unwrap();
        assert!(hint.contains(AGAIN), "{hint}");
        assert_eq!(told["error"]["status"], status);
        assert!(outcome.stderr.contains("act-1 was begun"), "{outcome}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wait_of_any_length_is_a_wait() {
    for wait in [
        "--wait=9223372036854775807",
        "--wait=9223372036854775807s",
        "--wait=1s",
    ] {
        let service = isolating(|number| state(if number < 1 { "Pending" } else { "Succeeded" }));
        let words = [&ISOLATE[..], &[wait]].concat();
        let outcome = service.run(&words).run().await;
        let sent = service
            .asked()
            .iter()
            .filter(|line| line.starts_with("POST"))
            .count();
        match outcome.code {
            Some(0) => assert_eq!(outcome.json()["status"], "Succeeded"),
            Some(8) => {
                assert_eq!(wait, "--wait=1s");
                assert!(outcome.stderr.contains(AGAIN), "{outcome}");
                assert_eq!(outcome.json()["id"], "act-1");
            }
            // Refused before anything is sent.
            code => assert_eq!((code, sent), (Some(2), 0), "{outcome}"),
        }
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_signal_ends_the_wait_and_the_action_is_named() {
    for (signal, code) in [("-INT", 130), ("-TERM", 143)] {
        let service = isolating(|_| state("Pending"));
        let words = [&ISOLATE[..], &["--wait=1h", "-v"]].concat();
        let mut child = service.run(&words).spawn();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut said = String::new();
        while !said.contains("asking again") {
            said += &lines.next_line().await.unwrap().unwrap();
        }
        let id = child.id().unwrap().to_string();
        let sent = std::process::Command::new("kill")
            .args([signal, &id])
            .status();
        assert!(sent.unwrap().success());
        let mut rest = String::new();
        while let Some(line) = lines.next_line().await.unwrap() {
            rest += &line;
        }
        let outcome = Outcome::from(child.wait_with_output().await.unwrap());
        assert_eq!(outcome.code, Some(code), "{outcome}{rest}");
        assert_eq!(outcome.json()["id"], "act-1", "{outcome}");
        assert!(rest.contains(AGAIN), "{rest}");
    }
}
