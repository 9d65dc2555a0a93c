//! Defender for Cloud Apps from the command line: its filters, and changes of all matching records.

use super::program::{Program, fixed};

#[tokio::test(flavor = "multi_thread")]
async fn conditions_narrow_a_list() {
    let sandbox = fixed().start().await.unwrap();
    let words = [
        "mdca",
        "alerts",
        "query",
        "--filter",
        "severity eq 2",
        "--filter",
        "date gte_ndays 365",
        "-o",
        "ndjson",
    ];
    let outcome = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(!outcome.lines().is_empty());
    assert!(
        outcome
            .lines()
            .iter()
            .all(|line| line.contains("\"severityValue\":2")),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_condition_that_cannot_be_right_is_not_sent() {
    let sandbox = fixed().start().await.unwrap();
    for (filter, allowed) in [
        ("sevrity eq 2", "severity"),
        ("severity contains 2", "eq, neq"),
        ("severity", "FIELD OPERATOR"),
    ] {
        let outcome = Program::new(&["mdca", "alerts", "query", "--filter", filter])
            .at(&sandbox)
            .run()
            .await;
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert!(outcome.stderr.contains(allowed), "{outcome}");
    }
    assert!(sandbox.requests("mdca.alerts.query").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_all_that_match_wants_a_word_of_its_own_and_says_how_many() {
    let sandbox = fixed().start().await.unwrap();
    let close = [
        "mdca",
        "alerts",
        "close-benign",
        "--filter",
        "severity eq 2",
        "--yes",
    ];
    let outcome = Program::new(&close).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(9), "{outcome}");
    assert!(sandbox.requests("mdca.alerts.close_benign").is_empty());

    let all = [&close[..], &["--all-that-match", "-o", "json"]].concat();
    let outcome = Program::new(&all).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let closed = outcome.json()["closed_benign"].as_u64().unwrap();
    assert!(closed > 0);
    assert!(
        outcome
            .stderr
            .contains(&format!("{closed} open records match")),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn named_alerts_are_closed_without_further_words() {
    let sandbox = fixed().start().await.unwrap();
    let ids = Program::line("mdca alerts query -n 1 -o id")
        .at(&sandbox)
        .run()
        .await;
    let filter = format!("id eq {}", ids.lines()[0]);
    let words = [
        "mdca",
        "alerts",
        "close-true-positive",
        "--filter",
        &filter,
        "--yes",
        "-o",
        "json",
    ];
    let outcome = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_portal_can_be_named_by_an_option() {
    let sandbox = fixed().start().await.unwrap();
    let portal = sandbox.url(sandbox::Service::Mdca);
    let words = [
        "mdca", "alerts", "query", "--portal", &portal, "-n", "1", "-o", "id",
    ];
    let outcome = Program::new(&words)
        .at(&sandbox)
        .env("DEFENDER_ENDPOINT_MDCA", "https://nowhere.example")
        .run()
        .await;
    assert_eq!(
        (outcome.code, outcome.lines().len()),
        (Some(0), 1),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_goes_up_from_its_file() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("proxy.log");
    std::fs::write(&path, "one line\n").unwrap();
    let path = path.to_str().unwrap();
    let words = |path| {
        [
            "upload-log",
            path,
            "--source",
            "SQUID",
            "--data-source",
            "Branches",
            "--yes",
        ]
    };
    let shown = Program::new(&words(path))
        .at(&sandbox)
        .env("DEFENDER_OUTPUT", "json");
    let outcome = shown.run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(
        (&outcome.json()["file"], &outcome.json()["bytes"]),
        (&"proxy.log".into(), &9.into())
    );
    assert_eq!(sandbox.requests("mdca.discovery.finalize_upload").len(), 1);

    let dry = [&words(path)[..], &["--dry-run"]].concat();
    let outcome = Program::new(&dry).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let unasked = Program::new(&words(path)[..6]).at(&sandbox).run().await;
    assert_eq!(unasked.code, Some(9), "{unasked}");
    let missing = Program::new(&words("/no such file"))
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(missing.code, Some(2), "{missing}");
    assert_eq!(sandbox.requests("mdca.discovery.initiate_upload").len(), 1);
}
