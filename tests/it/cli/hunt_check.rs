//! What `hunt` says of a query before it is sent.

use sandbox::Sandbox;

use super::hunt_schema::add_to_pulled;
use super::program::{Outcome, Program, fixed};

async fn hunt(sandbox: &Sandbox, query: &str, more: &[&str]) -> Outcome {
    Program::new(&[&["hunt", "-e", query], more].concat())
        .at(sandbox)
        .run()
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_name_is_shown_in_its_line_and_nothing_is_sent() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    for (query, said) in [
        (
            "DeviceProcessEvents\n| where FileNmae == 'x'",
            "unknown column `FileNmae` (line 2, column 9); did you mean `FileName`?\n\
             | where FileNmae == 'x'\n        ^^^^^^^^\n",
        ),
        (
            "DeviceProcesEvents | take 1",
            "unknown table `DeviceProcesEvents` (line 1, column 1); did you mean `DeviceProcessEvents`?\n\
             DeviceProcesEvents | take 1\n^^^^^^^^^^^^^^^^^^\n",
        ),
        (
            "DeviceInfo | extend x = tostrng(DeviceId)",
            "unknown function `tostrng` (line 1, column 25); did you mean `tostring`?\n",
        ),
        (
            "EmailEvents | where MalwareFilterVerdict == 'x'",
            "(line 1, column 21); did you mean `ThreatTypes`?",
        ),
    ] {
        let refused = hunt(&sandbox, query, &[]).await;
        assert_eq!(refused.code, Some(2), "{refused}");
        assert!(refused.stderr.contains(said), "{refused}");
        assert!(refused.stderr.contains("--no-check"), "{refused}");
        assert!(refused.stdout.is_empty(), "{refused}");
    }
    assert!(sandbox.requests("graph.hunting.run").is_empty());
    let sent = hunt(&sandbox, "DeviceProcesEvents | take 1", &["--no-check"]).await;
    assert_eq!(sent.code, Some(1), "{sent}");
    assert_eq!(sandbox.requests("graph.hunting.run").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_reads_place_and_suggestion_from_the_error() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    let refused = hunt(&sandbox, "DeviceInfo | project Nothing", &["-o", "json"]).await;
    assert_eq!(refused.code, Some(2), "{refused}");
    let object: serde_json::Value = serde_json::from_str(refused.stderr.trim()).unwrap();
    let message = object["error"]["message"].as_str().unwrap();
    assert!(
        message.starts_with("unknown column `Nothing` (line 1, column 22)\n"),
        "{message}"
    );
    assert_eq!(object["error"]["exit_code"], 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_place_is_that_of_the_query_and_not_of_its_parameters() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    let query = "DeviceInfo | where DeviceName == device and DevceId == b";
    let refused = hunt(&sandbox, query, &["--param", "device=a", "--param", "b=2"]).await;
    assert_eq!(refused.code, Some(2), "{refused}");
    assert!(
        refused.stderr.contains("`DevceId` (line 1, column 45)"),
        "{refused}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_tenant_may_have_is_sent_with_a_warning() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    for (query, said) in [
        (
            "SigninLogs | take 1",
            "unknown table `SigninLogs`, which the tenant may have",
        ),
        (
            "DeviceInfo | where Timestamp > ago(90d) | count",
            "`ago(90d)` lies before the last 30 days",
        ),
        (
            "AADSignInEventsBeta | count",
            "did you mean `EntraIdSignInEvents`?",
        ),
    ] {
        let before = sandbox.requests("graph.hunting.run").len();
        let warned = hunt(&sandbox, query, &["-o", "ndjson"]).await;
        assert!(warned.stderr.contains(said), "{warned}");
        assert_eq!(
            sandbox.requests("graph.hunting.run").len(),
            before + 1,
            "{query}"
        );
        let checked = hunt(&sandbox, query, &["-o", "ndjson", "--no-check"]).await;
        assert!(!checked.stderr.contains(said), "{checked}");
    }
    let meant = hunt(
        &sandbox,
        "DeviceInfo | where Timestamp > ago(90d) | count",
        &["--any-age"],
    )
    .await;
    assert!(!meant.stderr.contains("30 days"), "{meant}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pulled_table_is_known_with_its_columns() {
    let sandbox = fixed().devices(20).limits(false).start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let run = async |words: &[&str]| {
        Program::new(words)
            .at(&sandbox)
            .home(home.path())
            .run()
            .await
    };
    run(&["hunt", "schema", "pull", "DeviceInfo"]).await;
    let tables = r#""Contoso_CL":[["Answer","long"]],"DeviceEvents":[["Newest","string"]],"#;
    add_to_pulled(home.path(), tables);
    for (query, code) in [
        ("Contoso_CL | where Answr == 1", Some(2)),
        (
            "DeviceEvents | where Newest == '' and ActionType == ''",
            None,
        ),
    ] {
        let outcome = run(&["hunt", "-e", query]).await;
        match code {
            Some(code) => assert_eq!(outcome.code, Some(code), "{outcome}"),
            None => assert!(!outcome.stderr.contains("unknown column `"), "{outcome}"),
        }
    }
}
