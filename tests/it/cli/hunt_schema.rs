//! `hunt schema`: tables, columns and functions without a request.

use super::program::{Program, fixed};

/// A run without a service: whatever is sent fails.
async fn alone(words: &[&str]) -> super::program::Outcome {
    Program::new(words).run().await
}

#[tokio::test]
async fn tables_and_functions_are_listed_without_a_service() {
    let listed = alone(&["hunt", "schema", "-o", "json"]).await;
    assert_eq!(listed.code, Some(0), "{listed}");
    let rows = listed.json();
    let rows = rows.as_array().unwrap();
    let named = |name: &str| rows.iter().find(|row| row["name"] == name).unwrap();
    assert!(rows.len() > 70, "{listed}");
    assert_eq!(named("DeviceProcessEvents")["kind"], "table");
    assert_eq!(named("AADSignInEventsBeta")["status"], "deprecated");
    assert_eq!(named("FileProfile")["kind"], "function");
    assert!(!named("CloudAppEvents")["help"].as_str().unwrap().is_empty());
}

#[tokio::test]
async fn columns_come_in_the_order_of_the_table_in_every_format() {
    for (format, begin) in [
        (
            "csv",
            "table,column,type\nAlertInfo,Timestamp,datetime\nAlertInfo,AlertId,string\n",
        ),
        (
            "ndjson",
            "{\"table\":\"AlertInfo\",\"column\":\"Timestamp\",\"type\":\"datetime\"}\n",
        ),
        (
            "tsv",
            "table\tcolumn\ttype\nAlertInfo\tTimestamp\tdatetime\n",
        ),
        (
            "yaml",
            "- table: AlertInfo\n  column: Timestamp\n  type: datetime\n",
        ),
        ("table", "table      column"),
    ] {
        let shown = alone(&["hunt", "schema", "alertinfo", "-o", format]).await;
        assert_eq!(shown.code, Some(0), "{shown}");
        assert!(shown.stdout.starts_with(begin), "{shown}");
    }
    let function = alone(&["hunt", "schema", "FileProfile", "-o", "csv"]).await;
    assert!(
        function
            .stdout
            .contains("FileProfile,GlobalPrevalence,int\n"),
        "{function}"
    );
}

#[tokio::test]
async fn an_unknown_name_is_an_error_with_the_nearest_one() {
    let near = alone(&["hunt", "schema", "DeviceProcesEvents"]).await;
    assert_eq!(near.code, Some(2), "{near}");
    assert!(
        near.stderr.contains("did you mean `DeviceProcessEvents`?"),
        "{near}"
    );
    let far = alone(&["hunt", "schema", "Contoso_CL"]).await;
    assert_eq!(far.code, Some(2), "{far}");
    assert!(far.stderr.contains("--live"), "{far}");
}

/// Adds tables, written as members of an object, to the schema that was pulled into this folder.
pub(super) fn add_to_pulled(home: &std::path::Path, tables: &str) {
    let mut files = std::fs::read_dir(home.join("schemas")).unwrap();
    let file = files.next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(&file).unwrap();
    let more = text.replace(r#""tables":{"#, &format!(r#""tables":{{{tables}"#));
    std::fs::write(&file, more).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_pulled_is_listed_too() {
    let sandbox = fixed().devices(20).limits(false).start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let run = async |words: &[&str]| {
        Program::new(words)
            .at(&sandbox)
            .home(home.path())
            .run()
            .await
    };
    let pulled = run(&["hunt", "schema", "pull", "DeviceInfo"]).await;
    assert_eq!(pulled.code, Some(0), "{pulled}");
    add_to_pulled(home.path(), r#""Contoso_CL":[["Answer","long"]],"#);
    let sent = sandbox.requests("graph.hunting.run").len();
    let columns = run(&["hunt", "schema", "Contoso_CL", "-o", "csv"]).await;
    assert_eq!(
        columns.stdout, "table,column,type\nContoso_CL,Answer,long\n",
        "{columns}"
    );
    let listed = run(&["hunt", "schema", "-o", "ndjson"]).await;
    assert!(
        listed
            .stdout
            .contains("\"Contoso_CL\",\"kind\":\"table\",\"status\":\"tenant\""),
        "{listed}"
    );
    assert_eq!(
        sandbox.requests("graph.hunting.run").len(),
        sent,
        "nothing was sent"
    );
}
