//! Values and their number: refused before anything is sent, or sent in several calls.

use serde_json::{Value, json};

use super::program::{Program, fixed};

/// A command that submits an indicator.
pub(super) fn submit<'a>(more: &[&'a str]) -> Vec<&'a str> {
    let words = [
        "mde",
        "indicators",
        "submit",
        "--action",
        "Block",
        "--title",
        "t",
        "--description",
        "d",
    ];
    [&words, more].concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn values_that_do_not_fit_their_types_are_refused_before_anything_is_sent() {
    let sandbox = fixed().start().await.unwrap();
    let sha256 = "a".repeat(64);
    for (value, kind, told) in [
        ("", "IpAddress", "is empty"),
        (" ", "IpAddress", "is empty"),
        (&*sha256, "FileSha1", "it would fit FileSha256"),
        ("198.51.100.0/24", "IpAddress", "no range"),
        ("https://evil.example/", "DomainName", "it would fit Url"),
        ("evil example", "Url", "without white space"),
        ("zz", "CertificateThumbprint", "40 hexadecimal digits"),
    ] {
        let words = submit(&[
            "--indicator-value",
            value,
            "--indicator-type",
            kind,
            "--yes",
        ]);
        let outcome = Program::new(&words).at(&sandbox).run().await;
        assert_eq!(outcome.code, Some(2), "{value} {kind}: {outcome}");
        assert!(outcome.stderr.contains(told), "{value} {kind}: {outcome}");
        let item = json!([{
            "indicatorValue": value, "indicatorType": kind, "action": "Block", "title": "t", "description": "d"
        }]);
        let import = [
            "mde",
            "indicators",
            "import",
            "--yes",
            "--indicators",
            &item.to_string(),
        ];
        let outcome = Program::new(&import).at(&sandbox).run().await;
        assert_eq!(outcome.code, Some(2), "{value} {kind}: {outcome}");
        assert!(
            outcome.stderr.contains(told) && outcome.stderr.contains("item 1"),
            "{outcome}"
        );
    }
    let audit = submit(&[
        "--indicator-value",
        "198.51.100.7",
        "--indicator-type",
        "IpAddress",
        "--yes",
        "--action=Audit",
    ]);
    let audit: Vec<_> = audit
        .into_iter()
        .filter(|word| !["--action", "Block"].contains(word))
        .collect();
    let outcome = Program::new(&audit).at(&sandbox).run().await;
    assert!(
        outcome.code == Some(2) && outcome.stderr.contains("generateAlert"),
        "{outcome}"
    );
    assert_eq!(sandbox.all_requests().len(), 0);
}

fn items(count: usize) -> Value {
    let item = |number: usize| {
        json!({
            "indicatorValue": format!("198.18.{}.{}", number / 250, number % 250), "indicatorType": "ipaddress",
            "action": "block", "title": "t", "description": "d"
        })
    };
    (0..count).map(item).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_indicators_is_taken_bare_or_as_the_documented_body() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("indicators.json");
    for (text, option) in [
        (items(3), "--indicators"),
        (json!({"Indicators": items(3)}), "--indicators"),
        (json!({"Indicators": items(3)}), "--body"),
    ] {
        std::fs::write(&place, text.to_string()).unwrap();
        let file = format!("@{}", place.display());
        let words = [
            "mde",
            "indicators",
            "import",
            option,
            &file,
            "--yes",
            "-o",
            "json",
        ];
        let outcome = Program::new(&words).at(&sandbox).run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        assert_eq!(outcome.json().as_array().unwrap().len(), 3);
        let sent = sandbox
            .requests("mde.indicators.import")
            .pop()
            .unwrap()
            .json();
        assert_eq!(sent["Indicators"][0]["indicatorType"], "IpAddress");
        assert_eq!(sent["Indicators"][0]["action"], "Block");
    }
    let one = ["mde", "indicators", "import", "--indicators", "{}", "--yes"];
    let outcome = Program::new(&one).at(&sandbox).run().await;
    assert!(
        outcome.code == Some(2) && outcome.stderr.contains("takes an array"),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn more_items_than_one_call_takes_are_sent_in_several() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("indicators.json");
    std::fs::write(&place, items(1_001).to_string()).unwrap();
    let file = format!("@{}", place.display());
    let words = [
        "mde",
        "indicators",
        "import",
        "--indicators",
        &file,
        "--yes",
        "-o",
        "json",
    ];
    let outcome = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(outcome.json().as_array().unwrap().len(), 1_001);
    let sent = sandbox.requests("mde.indicators.import");
    let sizes: Vec<_> = sent
        .iter()
        .map(|call| call.json()["Indicators"].as_array().unwrap().len())
        .collect();
    assert_eq!(sizes, [500, 500, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_of_more_requests_than_one_call_takes_is_refused() {
    let sandbox = fixed().start().await.unwrap();
    let request =
        |id: usize| json!({"id": id.to_string(), "method": "GET", "url": "/security/alerts_v2"});
    let requests: Value = (0..21).map(request).collect();
    for (option, input) in [
        ("--requests", requests.clone()),
        ("--body", json!({"requests": requests})),
    ] {
        let words = [
            "graph",
            "batch",
            "execute",
            option,
            &input.to_string(),
            "--yes",
        ];
        let outcome = Program::new(&words).at(&sandbox).run().await;
        assert_eq!(outcome.code, Some(2), "{option}: {outcome}");
        for part in ["20 items at most, not 21", "several calls"] {
            assert!(outcome.stderr.contains(part), "{option}: {outcome}");
        }
    }
    assert!(sandbox.all_requests().is_empty());
}
