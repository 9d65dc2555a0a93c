//! `defender api`: any path, with the same credential, paging and guards.

use sandbox::{Fault, Sandbox};

use super::program::{Program, fixed};

async fn path_of_an_alert(sandbox: &Sandbox) -> String {
    let alerts = Program::line("mde alerts list -o id -n 1 -q").at(sandbox);
    format!("/api/alerts/{}", alerts.run().await.stdout.trim())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_is_answered_by_the_service_it_belongs_to() {
    let sandbox = fixed().start().await.unwrap();
    let outcome = Program::line("api /api/machines?$top=2")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(
        outcome.json()["value"].as_array().unwrap().len(),
        2,
        "{outcome}"
    );
    let graph = "api --product graph /v1.0/security/incidents?$top=1";
    let outcome = Program::line(graph).at(&sandbox).run().await;
    assert_eq!(
        outcome.json()["value"].as_array().unwrap().len(),
        1,
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_followed_when_asked() {
    let sandbox = fixed().devices(45).page_size(20).start().await.unwrap();
    let line = "api --paginate /api/machines -o id";
    let outcome = Program::line(line).at(&sandbox).run().await;
    assert_eq!(outcome.lines().len(), 45, "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_foreign_host_gets_nothing() {
    let sandbox = fixed().start().await.unwrap();
    let line = "api https://elsewhere.example/api/machines";
    let outcome = Program::line(line).at(&sandbox).run().await;
    assert_eq!(
        (outcome.code, sandbox.all_requests().len()),
        (Some(2), 0),
        "{outcome}"
    );
    let line = "api --product mde https://elsewhere.example/api/machines";
    let outcome = Program::line(line).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(sandbox.requests("mde.machines.list").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_address_of_the_service_is_put_on_the_configured_base() {
    let sandbox = fixed().start().await.unwrap();
    let line = "api https://api.security.microsoft.com/api/machines?$top=1";
    let outcome = Program::line(line).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(sandbox.requests("mde.machines.list").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_make_the_body_and_changes_need_a_yes() {
    let sandbox = fixed().start().await.unwrap();
    let path = path_of_an_alert(&sandbox).await;
    let words = ["api", "PATCH", &path, "-f", "status=Resolved"];
    let refused = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(refused.code, Some(9), "{refused}");
    let words = [&words[..], &["--yes"]].concat();
    let changed = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(changed.json()["status"], "Resolved", "{changed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_head_of_the_answer_is_shown_when_asked() {
    let sandbox = fixed().start().await.unwrap();
    let outcome = Program::line("api -i /api/machines?$top=1")
        .at(&sandbox)
        .run()
        .await;
    assert!(outcome.stdout.starts_with("200 OK\n"), "{outcome}");
    assert!(
        outcome.stdout.contains("\ncontent-type: application/json"),
        "{outcome}"
    );
}

/// A method that no operation has reaches the service as it is, and changes nothing, so nothing is asked.
#[tokio::test(flavor = "multi_thread")]
async fn a_head_is_printed_and_no_body_is_missed() {
    let mut service = mockito::Server::new_async().await;
    let head = service
        .mock("HEAD", "/api/files/export?$top=1")
        .with_header("content-length", "4711")
        .with_header("x-kind", "export")
        .create_async()
        .await;
    let options = service
        .mock("OPTIONS", "/api/files/export")
        .with_header("allow", "GET, HEAD")
        .with_status(204)
        .create_async()
        .await;
    let run = |line: &str| {
        Program::line(line)
            .env("DEFENDER_ENDPOINT_MDE", &service.url())
            .env("DEFENDER_ACCESS_TOKEN_MDE", "t")
            .run()
    };
    let outcome = run("api HEAD /api/files/export -F $top=1 --product mde").await;
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
    assert!(outcome.stdout.starts_with("200 OK\n"), "{outcome}");
    assert!(outcome.stdout.contains("\nx-kind: export\n"), "{outcome}");
    let outcome = run("api OPTIONS /api/files/export --product mde -i").await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(outcome.stdout.contains("\nallow: GET, HEAD\n"), "{outcome}");
    head.assert_async().await;
    options.assert_async().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn formats_of_records_print_those_of_a_page_and_say_that_there_are_more() {
    let sandbox = fixed().start().await.unwrap();
    let note = "this is one page of the list; --paginate prints the records of all pages";
    for (path, rows, more) in [
        ("/v1.0/security/incidents?$top=2", 2, true),
        ("/api/v1/alerts/?limit=2", 2, true),
        // Defender for Endpoint has no link to a next page where the caller chose its size.
        ("/api/machines?$top=2", 2, false),
        ("/api/machines?$filter=id%20eq%20'none'", 0, false),
    ] {
        let outcome = Program::new(&["api", path, "-o", "id"])
            .at(&sandbox)
            .run()
            .await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        assert_eq!(outcome.lines().len(), rows, "{path}: {outcome}");
        assert_eq!(outcome.stderr.contains(note), more, "{path}: {outcome}");
    }
    // A table begins with the columns of the list.
    let words = ["api", "/api/alerts?$top=2", "-o", "table"];
    let outcome = Program::new(&words).at(&sandbox).run().await;
    let first = outcome.lines()[0].trim_start().to_owned();
    let listed = Program::line("mde alerts list -n 2 -o table")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(first, listed.lines()[0].trim_start(), "{outcome}{listed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn alerts_of_the_first_generation_are_an_error_with_the_way_to_the_second() {
    let sandbox = fixed().start().await.unwrap();
    for words in [
        &["api", "/v1.0/security/alerts"][..],
        &["api", "--paginate", "/v1.0/security/alerts?$top=5"],
        &["graph", "legacy-alerts", "list"],
    ] {
        let outcome = Program::new(words).at(&sandbox).run().await;
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert!(
            outcome.stderr.contains("/v1.0/security/alerts_v2"),
            "{outcome}"
        );
    }
    assert!(sandbox.requests("graph.legacy_alerts.list").is_empty());
    let meant = [
        "api",
        "--allow-retired",
        "/v1.0/security/alerts?$top=1",
        "-o",
        "json",
    ];
    let outcome = Program::new(&meant).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
}

/// Changes with an unknown outcome.
fn ambiguous() -> Vec<Fault> {
    let every = |fault: Fault| fault.always();
    vec![
        every(Fault::on("mde.alerts.update").disconnect()),
        every(Fault::on("mde.alerts.update").status(500)),
        every(Fault::on("mde.alerts.update").status(502)),
        every(Fault::on("mde.alerts.update").status(504)),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_unknown_outcome_is_sent_once() {
    let folder = tempfile::tempdir().unwrap();
    let body = folder.path().join("body.json");
    std::fs::write(&body, r#"{"status":"Resolved","comment":"seen"}"#).unwrap();
    let body = body.to_str().unwrap();
    for fault in ambiguous() {
        let sandbox = fixed().start().await.unwrap();
        sandbox.fault(fault);
        for fields in [
            &["-f", "comment=seen"][..],
            &["-f", "status=Resolved", "-f", "Comment=seen"],
            &["-f", "unheardOf=x"],
            &["--input", body],
        ] {
            let before = sandbox.requests("mde.alerts.update").len();
            let words = [&["api", "PATCH", "/api/alerts/x", "--yes"], fields].concat();
            let outcome = Program::new(&words).at(&sandbox).run().await;
            assert_eq!(outcome.code, Some(1), "{outcome}");
            let sent = sandbox.requests("mde.alerts.update").len() - before;
            assert_eq!(sent, 1, "{words:?}: {outcome}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_may_be_repeated_still_is() {
    let sandbox = fixed().start().await.unwrap();
    sandbox.fault(Fault::on("mde.alerts.update").nth(1).disconnect());
    let path = path_of_an_alert(&sandbox).await;
    let words = ["api", "PATCH", &path, "-f", "status=Resolved", "--yes"];
    let outcome = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(outcome.json()["status"], "Resolved", "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_whole_body_changes_a_record() {
    let sandbox = fixed().start().await.unwrap();
    let path = path_of_an_alert(&sandbox).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(std::ffi::OsStr::new("body.json"));
    std::fs::write(&file, r#"{"status":"InProgress"}"#).unwrap();
    let words = ["api", "PATCH", &path, "--yes", "-o", "json", "--input"];
    let changed = Program::new(&words)
        .arg(file.as_os_str())
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(changed.json()["status"], "InProgress", "{changed}");
    let words = [&words[..], &["-"]].concat();
    let changed = Program::new(&words)
        .at(&sandbox)
        .run_with(r#"{"status":"Resolved"}"#)
        .await;
    assert_eq!(changed.json()["status"], "Resolved", "{changed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn paths_of_cloud_apps_are_known_and_paged() {
    let sandbox = fixed().start().await.unwrap();
    let all = Program::line("mdca alerts list -o id -q")
        .at(&sandbox)
        .run()
        .await;
    let count = all.lines().len();
    assert!(count > 20, "{all}");
    for line in [
        "api --paginate /api/v1/alerts/?limit=20 -o id",
        "api --paginate /api/v1/alerts -F limit=20 -X GET -o id",
        "api --paginate POST /api/v1/alerts/ -F limit=20 -o id",
    ] {
        let outcome = Program::line(line).at(&sandbox).run().await;
        assert_eq!(outcome.lines().len(), count, "{line}: {outcome}");
    }
    let words = [
        "api",
        "--paginate",
        "POST",
        "/api/v1/alerts/",
        "--input",
        "-",
        "-o",
        "id",
    ];
    let outcome = Program::new(&words)
        .at(&sandbox)
        .run_with(r#"{"limit":20}"#)
        .await;
    assert_eq!(outcome.lines().len(), count, "{outcome}");
    let outcome = Program::line("api /api/v1/alerts/?limit=1")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(
        outcome.json()["data"].as_array().unwrap().len(),
        1,
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_that_is_known_by_another_method_or_its_version_needs_no_product() {
    let sandbox = fixed().start().await.unwrap();
    for (line, address) in [
        ("api DELETE /api/alerts/x --dry-run", "/api/alerts/x"),
        (
            "api /beta/security/unheardOf --dry-run",
            "/beta/security/unheardOf",
        ),
        ("api /v1.0/me --dry-run", "/v1.0/me"),
    ] {
        let outcome = Program::line(line).at(&sandbox).run().await;
        assert!(outcome.stdout.contains(address), "{outcome}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_of_rows_needs_rows() {
    let sandbox = fixed().start().await.unwrap();
    for line in [
        "api -n 1 /api/machines",
        "api --limit 1 -i /api/machines",
        "api --dry-run -n 1 /api/machines",
    ] {
        let outcome = Program::line(line).at(&sandbox).run().await;
        assert_eq!(outcome.code, Some(2), "{line}: {outcome}");
        assert!(outcome.stderr.contains("--paginate"), "{line}: {outcome}");
    }
    assert!(sandbox.all_requests().is_empty());
    let line = "api --paginate -n 1 /api/machines -o ndjson";
    let outcome = Program::line(line).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(outcome.lines().len(), 1, "{outcome}");
}
