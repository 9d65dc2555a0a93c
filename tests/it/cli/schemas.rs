//! `--schema`: alerts and incidents in the fields of other schemas.

use super::program::{Program, fixed};

#[tokio::test(flavor = "multi_thread")]
async fn lists_and_records_are_written_in_the_fields_of_a_schema() {
    let sandbox = fixed().start().await.unwrap();
    let run = |line: String| Program::line(&line).at(&sandbox).run();
    for command in [
        "graph alerts list",
        "graph incidents list",
        "xdr incidents list",
        "mde alerts list",
        "mdca alerts query",
    ] {
        let raw = run(format!("{command} -n 2 -o ndjson -q")).await;
        let ecs = run(format!("{command} -n 2 -o ndjson -q --schema ecs")).await;
        let ocsf = run(format!("{command} -n 2 -o ndjson -q --schema ocsf")).await;
        for (at, record) in raw.lines().iter().enumerate() {
            let ecs: serde_json::Value = serde_json::from_str(ecs.lines()[at]).unwrap();
            assert_eq!(ecs["event"]["kind"], "alert", "{command}");
            assert_eq!(ecs["event"]["original"], *record, "{command}");
            let ocsf: serde_json::Value = serde_json::from_str(ocsf.lines()[at]).unwrap();
            assert_eq!(ocsf["category_uid"], 2, "{command}");
            assert_eq!(ocsf["raw_data"], *record, "{command}");
            let class = ocsf["class_uid"].as_i64().unwrap();
            let activity = ocsf["activity_id"].as_i64().unwrap();
            assert_eq!(ocsf["type_uid"], class * 100 + activity, "{command}");
            assert!(
                ocsf["time"].is_i64() && ocsf["severity_id"].is_i64(),
                "{ocsf}"
            );
        }
        assert_eq!(raw.lines().len(), 2, "{raw}");
    }
    let table = run("graph alerts list -n 1 -o table -q --schema ecs".to_owned()).await;
    assert!(table.lines()[0].starts_with("@timestamp"), "{table}");
    let id = run("graph alerts list -n 1 -o id -q --schema ecs".to_owned()).await;
    let one = run(format!(
        "graph alerts get {} --schema ecs --columns event.id -o ndjson",
        id.stdout.trim()
    ));
    assert_eq!(one.await.json()["event.id"], id.stdout.trim());
}

#[tokio::test]
async fn what_would_be_sent_is_no_record() {
    let line = "graph alerts list --schema ecs --dry-run -o json";
    let outcome = Program::line(line).run().await;
    assert_eq!(outcome.json()["method"], "GET", "{outcome}");
}

#[tokio::test]
async fn records_without_a_mapping_are_refused_before_anything_is_sent() {
    for line in ["mde machines list --schema ecs", "operations --schema ocsf"] {
        let outcome = Program::line(line).run().await;
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert!(
            outcome.stderr.contains("mapped are graph alerts list"),
            "{outcome}"
        );
    }
}
