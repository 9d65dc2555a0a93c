//! A list of indicators from a file: every line is taken, or is among the rejects with its reason.

use std::collections::BTreeSet;
use std::path::Path;

use sandbox::{Fault, Sandbox};
use serde_json::{Value, json};

use super::program::{Outcome, Program, fixed};

/// The header of the portal's own file, with its columns that the API has no input for.
const PORTAL: &str = "IndicatorType,IndicatorValue,ExpirationTime,Action,Severity,Title,Description,RecommendedActions,RbacGroups,Category,MitreTechniques,GenerateAlert\n";

async fn import(sandbox: &Sandbox, folder: &Path, file: &str, more: &[&str]) -> Outcome {
    let path = folder.join(file);
    let words = [
        "mde",
        "indicators",
        "import",
        path.to_str().unwrap(),
        "--yes",
        "-o",
        "json",
    ];
    let words = [&words[..], more].concat();
    Program::new(&words).at(sandbox).within(folder).run().await
}

/// The values of the indicators of the tenant, as another command lists them.
async fn listed(sandbox: &Sandbox) -> BTreeSet<String> {
    let all = Program::line("mde indicators list -o json")
        .at(sandbox)
        .run()
        .await
        .json();
    let all = all.as_array().unwrap().iter();
    all.map(|one| one["indicatorValue"].as_str().unwrap().to_owned())
        .collect()
}

fn rejects(folder: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join("rejects.ndjson")).unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn address(number: usize) -> String {
    format!("10.{}.{}.9", number / 200, number % 200)
}

fn indicator(value: &str) -> Value {
    json!({"indicatorValue": value, "indicatorType": "IpAddress", "action": "Block", "title": "t", "description": "d"})
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_of_the_portal_is_sent_and_its_bad_lines_come_back() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let text = format!(
        "{PORTAL}IpAddress,203.0.113.7,2036-05-01T00:00:00.0Z,block,High,C2,From the list,,\"Servers,EMEA\",Malware,,TRUE\r\n\
         IpAddress,203.0.113.0/24,,Block,High,C2,a range,,,,,\r\n\
         DomainName,evil.example,,Block,Low,x,y,,,,,\r\n"
    );
    std::fs::write(folder.path().join("iocs.csv"), text).unwrap();
    let outcome = import(
        &sandbox,
        folder.path(),
        "iocs.csv",
        &["--rejects", "rejects.ndjson"],
    )
    .await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    assert_eq!(outcome.json().as_array().unwrap().len(), 2, "{outcome}");
    assert!(outcome.stderr.contains("line 3: "), "{outcome}");
    assert!(
        outcome.stderr.contains("Category"),
        "the column is named: {outcome}"
    );
    let known = listed(&sandbox).await;
    assert!(known.contains("203.0.113.7") && known.contains("evil.example"));
    assert!(!known.contains("203.0.113.0/24"));
    let sent = sandbox.requests("mde.indicators.import").remove(0).json();
    assert_eq!(
        sent["Indicators"][0]["rbacGroupNames"],
        json!(["Servers", "EMEA"])
    );
    assert_eq!(sent["Indicators"][0]["generateAlert"], true);
    assert_eq!(sent["Indicators"][0]["action"], "Block");

    let kept = rejects(folder.path());
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0]["IndicatorValue"], "203.0.113.0/24");
    assert_eq!(kept[0]["_reject"]["line"], 3);
    // Once it is mended the file of the rejects is taken.
    let mended = kept[0].to_string().replace("203.0.113.0/24", "203.0.113.9");
    std::fs::write(folder.path().join("mended.ndjson"), mended).unwrap();
    let outcome = import(&sandbox, folder.path(), "mended.ndjson", &[]).await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(listed(&sandbox).await.contains("203.0.113.9"));
}

#[tokio::test(flavor = "multi_thread")]
async fn any_number_goes_in_calls_of_five_hundred_from_a_file_or_a_pipe() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let lines: Vec<_> = (0..1_200)
        .map(|number| indicator(&address(number)).to_string())
        .collect();
    std::fs::write(folder.path().join("many.ndjson"), lines.join("\n")).unwrap();
    let outcome = import(&sandbox, folder.path(), "many.ndjson", &[]).await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(outcome.json().as_array().unwrap().len(), 1_200);
    let sizes: Vec<_> = sandbox
        .requests("mde.indicators.import")
        .iter()
        .map(items)
        .collect();
    assert_eq!(sizes, [500, 500, 200]);

    let piped = Program::line("mde indicators import - --yes -o json").at(&sandbox);
    let outcome = piped.run_with("indicatorValue;indicatorType;action;title;description\n192.0.2.1;ipaddress;Block;t;d\n").await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(listed(&sandbox).await.contains("192.0.2.1"));
}

fn items(request: &sandbox::Received) -> usize {
    request.json()["Indicators"].as_array().unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_fails_without_a_word_is_halved_until_the_item_is_found() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    // Three together, one of them, and the other two.
    let no_word = r#"{"error":{"code":"UnknownError","message":""}}"#;
    let fault = Fault::on("mde.indicators.import").times(2).status(400);
    sandbox.fault(fault.body(no_word));
    let lines: Vec<_> = (0..3)
        .map(|number| indicator(&address(number)).to_string())
        .collect();
    std::fs::write(folder.path().join("some.ndjson"), lines.join("\n")).unwrap();
    let outcome = import(
        &sandbox,
        folder.path(),
        "some.ndjson",
        &["--rejects", "rejects.ndjson"],
    )
    .await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    let kept = rejects(folder.path());
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!(kept[0]["indicatorValue"], address(0).as_str());
    assert_eq!(kept[0]["_reject"]["line"], 1);
    let sizes: Vec<_> = sandbox
        .requests("mde.indicators.import")
        .iter()
        .map(items)
        .collect();
    assert_eq!(sizes, [3, 1, 1, 1]);
    let known = listed(&sandbox).await;
    let taken: Vec<_> = (0..3)
        .filter(|number| known.contains(&address(*number)))
        .collect();
    assert_eq!(taken, [1, 2]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_sent_is_among_the_rejects_too() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    sandbox.fault(Fault::on("mde.indicators.import").nth(2).status(403));
    let lines: Vec<_> = (0..700)
        .map(|number| indicator(&address(number)).to_string())
        .collect();
    std::fs::write(folder.path().join("many.ndjson"), lines.join("\n")).unwrap();
    let outcome = import(
        &sandbox,
        folder.path(),
        "many.ndjson",
        &["--rejects", "rejects.ndjson"],
    )
    .await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    assert_eq!(outcome.json().as_array().unwrap().len(), 500, "{outcome}");
    let kept = rejects(folder.path());
    assert_eq!(kept.len(), 200);
    assert_eq!(kept[0]["indicatorValue"], address(500).as_str());
    assert!(outcome.stderr.contains("500 items are done"), "{outcome}");
    std::fs::rename(
        folder.path().join("rejects.ndjson"),
        folder.path().join("again.ndjson"),
    )
    .unwrap();
    let outcome = import(&sandbox, folder.path(), "again.ndjson", &[]).await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let known = listed(&sandbox).await;
    assert!((0..700).all(|number| known.contains(&address(number))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_without_any_indicator_sends_nothing() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    for (name, text, code) in [
        (
            "bad.csv",
            format!("{PORTAL}IpAddress,no address,,Block,High,a,b,,,,,\n"),
            1,
        ),
        ("plain.txt", "203.0.113.7\n203.0.113.8\n".to_owned(), 2),
        ("broken.json", "[{\"indicatorValue\":".to_owned(), 2),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
        let outcome = import(&sandbox, folder.path(), name, &[]).await;
        assert_eq!(outcome.code, Some(code), "{name}: {outcome}");
    }
    assert_eq!(sandbox.requests("mde.indicators.import").len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn items_that_other_changes_report_are_kept_as_well() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let answer = json!({"closed_benign": 1, "alertsNotFound": ["a2"]}).to_string();
    sandbox.fault(
        Fault::on("mdca.alerts.close_benign")
            .status(200)
            .body(answer),
    );
    let line = "mdca alerts close-benign --yes --rejects rejects.ndjson -o json";
    let words: Vec<&str> = line.split(' ').chain(["--filter", "id eq a1,a2"]).collect();
    let outcome = Program::new(&words)
        .at(&sandbox)
        .within(folder.path())
        .run()
        .await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    let kept = rejects(folder.path());
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!(kept[0]["id"], "a2");
    assert!(kept[0]["_reject"]["reason"].is_string());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_indicator_is_deleted_by_its_value() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let lines = [address(1), address(2), address(3)].map(|value| indicator(&value).to_string());
    std::fs::write(folder.path().join("some.ndjson"), lines.join("\n")).unwrap();
    let outcome = import(&sandbox, folder.path(), "some.ndjson", &[]).await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let one = address(1);
    let words = ["mde", "indicators", "delete", &one, "--yes"];
    let outcome = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(
        outcome.stderr.contains(&format!("`{one}` is ")),
        "{outcome}"
    );
    let both = format!("{},{}", address(2), address(3));
    let words = [
        "mde",
        "indicators",
        "batch-delete",
        "--indicator-ids",
        &both,
        "--yes",
    ];
    let outcome = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let known = listed(&sandbox).await;
    assert!((1..4).all(|number| !known.contains(&address(number))));
    let words = ["mde", "indicators", "delete", "nowhere.example", "--yes"];
    let outcome = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(6), "{outcome}");
    assert_eq!(sandbox.requests("mde.indicators.delete").len(), 1);
}
