//! Lakes through the program: what the log of a table says after passes, and what is refused before anything is read.
//!
//! The tables are read here as their log and as text; engines of others read them in `cargo xtask collect-trial`.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::{Place, post};

/// The actions of a table, in order.
pub(super) fn log(lake: &Path, table: &str) -> Vec<Value> {
    let entries = std::fs::read_dir(lake.join(table).join("_delta_log")).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "json"));
    paths.sort();
    let texts = paths
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap());
    let lines: Vec<String> = texts
        .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    lines
        .iter()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The files that the log names last, each with its number of rows.
fn files(lake: &Path, table: &str) -> BTreeMap<String, u64> {
    let mut files = BTreeMap::new();
    for action in log(lake, table) {
        if let Some(path) = action["add"]["path"].as_str() {
            let stats: Value =
                serde_json::from_str(action["add"]["stats"].as_str().unwrap()).unwrap();
            files.insert(path.to_owned(), stats["numRecords"].as_u64().unwrap());
        }
        if let Some(path) = action["remove"]["path"].as_str() {
            files.remove(path);
        }
    }
    files
}

pub(super) fn rows(lake: &Path, table: &str) -> u64 {
    files(lake, table).values().sum()
}

impl Place {
    fn lake(&self) -> std::path::PathBuf {
        self.home.path().join("lake")
    }
}

/// A pass into the lake.
async fn pass(place: &Place, more: &str) -> super::Outcome {
    let line = format!("collect --to lake --format lake {more}");
    place.line(&line).run().await
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_cursor_and_receipt_are_in_the_log_and_the_next_pass_goes_on() {
    let place = Place::new().await;
    let first = pass(&place, "mde.alerts").await;
    assert_eq!(
        (first.code, first.stdout.as_str()),
        (Some(0), ""),
        "{first}"
    );
    let alerts = place.alerts().await;
    let (lake, count) = (place.lake(), alerts.len() as u64);
    assert_eq!(
        (rows(&lake, "mde.alerts"), rows(&lake, "_runs")),
        (count, 1)
    );
    let log = log(&lake, "mde.alerts");
    let meta = log
        .iter()
        .find(|action| action["metaData"].is_object())
        .unwrap();
    assert_eq!(
        meta["metaData"]["partitionColumns"],
        json!(["_tenant", "_date"])
    );
    let schema: Value =
        serde_json::from_str(meta["metaData"]["schemaString"].as_str().unwrap()).unwrap();
    let types: BTreeMap<&str, &str> = schema["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| {
            (
                field["name"].as_str().unwrap(),
                field["type"].as_str().unwrap(),
            )
        })
        .collect();
    for (name, kind) in [
        ("id", "string"),
        ("incidentId", "long"),
        ("lastUpdateTime", "timestamp"),
        ("evidence", "string"),
        ("_fetched_at", "timestamp"),
        ("_operation", "string"),
        ("_version", "string"),
        ("_raw", "string"),
    ] {
        assert_eq!(types.get(name), Some(&kind), "{name}");
    }
    let txn = log.iter().find(|action| action["txn"].is_object()).unwrap();
    let tenant = place.sandbox.tenant_id();
    assert_eq!(txn["txn"]["appId"], format!("defender/{tenant}/mde.alerts"));

    place
        .touch(alerts[7]["id"].as_str().unwrap(), "INC-7")
        .await;
    let second = pass(&place, "mde.alerts").await;
    assert!(
        second.stderr.starts_with("mde.alerts: 1 new of "),
        "{second}"
    );
    assert_eq!(
        (rows(&lake, "mde.alerts"), rows(&lake, "_runs")),
        (count + 1, 2)
    );
    let verified = place.line("lake verify lake -o json").run().await;
    assert_eq!(verified.code, Some(0), "{verified}");
    assert_eq!(verified.json()[1]["rows"], count + 1);
    let against = place
        .line("lake verify lake mde.alerts --against-service -o json")
        .run()
        .await;
    assert_eq!(against.code, Some(0), "{against}");
    let days = against.json();
    let sum: u64 = days
        .as_array()
        .unwrap()
        .iter()
        .map(|day| day["service"].as_u64().unwrap())
        .sum();
    assert_eq!(sum, count);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_that_changes_its_type_and_one_that_is_new_lose_nothing() {
    let place = Place::new().await;
    let mut alert = place.alerts().await.remove(0);
    alert["id"] = "odd".into();
    alert["incidentId"] = "seventeen".into();
    alert["brandNew"] = json!({"a": [1, 2]});
    post(&place.sandbox, "mde/alerts", &alert).await;
    let outcome = pass(&place, "mde.alerts -o json").await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let receipt: Value = serde_json::from_str(outcome.stderr.trim()).unwrap();
    assert_eq!(receipt["receipt"]["misfits"], 1, "{receipt}");
    let log = log(&place.lake(), "mde.alerts");
    let meta = log
        .iter()
        .find(|action| action["metaData"].is_object())
        .unwrap();
    assert!(
        meta["metaData"]["schemaString"]
            .as_str()
            .unwrap()
            .contains("\"brandNew\"")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_names_a_file_that_is_not_as_the_log_says() {
    let place = Place::new().await;
    pass(&place, "mde.alerts graph.incidents -q").await;
    let lake = place.lake();
    let path = files(&lake, "mde.alerts").into_keys().next().unwrap();
    let file = lake.join("mde.alerts").join(&path);
    let bytes = std::fs::read(&file).unwrap();
    std::fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    let outcome = place.line("lake verify lake").run().await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    assert!(
        outcome.stderr.contains(&format!("mde.alerts: {path} has")),
        "{outcome}"
    );
    let other = place.line("lake verify lake graph.incidents").run().await;
    assert_eq!(other.code, Some(0), "{other}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_finds_a_table_that_is_gone_and_a_tenant_that_was_never_there() {
    let place = Place::new().await;
    pass(&place, "mde.alerts mde.machines -q").await;
    // Records without a version are compared as well.
    let against = place
        .line("lake verify lake mde.machines --against-service -o json")
        .run()
        .await;
    assert_eq!(against.code, Some(0), "{against}");
    let days = against.json();
    let of = |name: &str| -> u64 {
        let days = days.as_array().unwrap().iter();
        days.map(|day| day[name].as_u64().unwrap()).sum()
    };
    assert_eq!(of("lake"), rows(&place.lake(), "mde.machines"));
    assert_eq!((of("lake"), of("missing")), (of("service"), 0));

    let log = place.lake().join("mde.alerts/_delta_log");
    let first = log.join("00000000000000000000.json");
    let text = std::fs::read_to_string(&first).unwrap();
    let other = "11111111-2222-3333-4444-555555555555";
    std::fs::write(&first, text.replace(place.sandbox.tenant_id(), other)).unwrap();
    let foreign = place
        .line("lake verify lake mde.alerts --against-service -o json")
        .run()
        .await;
    assert_eq!(foreign.code, Some(3), "{foreign}");
    let expected = format!(
        "mde.alerts: the lake has nothing of tenant {}",
        place.sandbox.tenant_id()
    );
    assert!(foreign.stderr.contains(&expected), "{foreign}");

    std::fs::remove_dir_all(place.lake().join("mde.alerts")).unwrap();
    let gone = place.line("lake verify lake -o json").run().await;
    assert_eq!(gone.code, Some(3), "{gone}");
    let tables = gone.json();
    let named = |table: &str| {
        let mut tables = tables.as_array().unwrap().iter();
        tables.find(|one| one["table"] == table).unwrap()["problem_count"].clone()
    };
    assert_eq!(
        (named("mde.alerts"), named("mde.machines")),
        (2.into(), 0.into())
    );
    assert!(
        gone.stderr
            .contains("mde.alerts: receipts name this table, and the lake has none"),
        "{gone}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_collected_since_a_time_is_compared_since_then() {
    let place = Place::new().await;
    let alerts = place.alerts().await;
    let mut times: Vec<_> = alerts
        .iter()
        .map(|alert| alert["lastUpdateTime"].as_str().unwrap())
        .collect();
    times.sort_unstable();
    let half = times[times.len() / 2];
    pass(&place, &format!("mde.alerts --since {half} -q")).await;
    let line = "lake verify lake --against-service -o json";
    let against = place.line(line).run().await;
    assert_eq!(against.code, Some(0), "{against}");
    assert!(!against.json().as_array().unwrap().is_empty(), "{against}");
    assert!(rows(&place.lake(), "mde.alerts") < alerts.len() as u64);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_is_broken_keeps_no_other_from_being_collected_checked_and_tidied() {
    let place = Place::new().await;
    let both = "graph.incidents mde.alerts";
    pass(&place, &format!("{both} -q")).await;
    let lake = place.lake();
    let first = lake.join("graph.incidents/_delta_log/00000000000000000000.json");
    let text = std::fs::read_to_string(&first).unwrap();
    std::fs::write(&first, &text[..text.len() / 2]).unwrap();
    let outcome = pass(&place, both).await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    for expected in [
        "graph.incidents/_delta_log/00000000000000000000.json` is broken: line ",
        "hint: restore what is broken from a copy of the lake, or collect into another address",
        "mde.alerts: 0 new of ",
    ] {
        assert!(outcome.stderr.contains(expected), "{expected}: {outcome}");
    }
    // That of the pass that failed as well.
    assert_eq!(rows(&lake, "_runs"), 4);
    for (command, problem) in [("verify", "problems"), ("maintain", "problem")] {
        let line = format!("lake {command} lake -o json");
        let outcome = place.line(&line).run().await;
        assert_eq!(outcome.code, Some(3), "{outcome}");
        let tables = outcome.json();
        let of = |table: &str| {
            let mut tables = tables.as_array().unwrap().iter();
            tables.find(|one| one["table"] == table).unwrap()[problem].to_string()
        };
        assert!(
            of("graph.incidents").contains("is broken: line"),
            "{outcome}"
        );
        assert!(
            ["[]", "null"].contains(&of("mde.alerts").as_str()),
            "{outcome}"
        );
        assert!(outcome.stderr.contains("is broken: line"), "{outcome}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn many_small_files_become_one_and_no_row_changes() {
    let place = Place::new().await;
    let ids: Vec<String> = place
        .alerts()
        .await
        .iter()
        .map(|alert| alert["id"].as_str().unwrap().to_owned())
        .collect();
    for id in &ids[..5] {
        place.touch(id, "again").await;
        pass(&place, "mde.alerts -q").await;
    }
    let lake = place.lake();
    let before = rows(&lake, "mde.alerts");
    assert_eq!(files(&lake, "mde.alerts").len(), 5);
    let outcome = place
        .line("lake maintain lake mde.alerts -o json")
        .run()
        .await;
    assert_eq!(outcome.json()[0]["filesAfter"], 1, "{outcome}");
    assert_eq!(
        (files(&lake, "mde.alerts").len(), rows(&lake, "mde.alerts")),
        (1, before)
    );
    assert_eq!(place.line("lake verify lake").run().await.code, Some(0));
    let next = pass(&place, "mde.alerts").await;
    assert!(next.stderr.starts_with("mde.alerts: 0 new of "), "{next}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_lake_of_this_tenant_and_program_is_refused_before_anything_is_read() {
    let place = Place::new().await;
    pass(&place, "mde.alerts -q").await;
    let lake = place.lake();
    let first = lake.join("mde.alerts/_delta_log/00000000000000000000.json");
    let text = std::fs::read_to_string(&first).unwrap();
    let tenant = place.sandbox.tenant_id().to_owned();
    let other = "11111111-2222-3333-4444-555555555555";
    for (from, to, code, expected) in [
        (
            tenant.as_str(),
            other,
            1,
            format!("holds rows of tenant {other} and none of {tenant}"),
        ),
        (
            "\"defender.form\":\"1\"",
            "\"other\":\"1\"",
            1,
            "is not a table of this program".to_owned(),
        ),
        (
            "\"minWriterVersion\":7",
            "\"minWriterVersion\":8",
            1,
            "it needs writers of version 8".to_owned(),
        ),
        (
            "\"domainMetadata\"]",
            "\"domainMetadata\",\"rowTracking\"]",
            1,
            "the feature `rowTracking`".to_owned(),
        ),
    ] {
        std::fs::write(&first, text.replace(from, to)).unwrap();
        let seen = reads(&place);
        let outcome = pass(&place, "mde.alerts").await;
        assert_eq!(outcome.code, Some(code), "{outcome}");
        assert!(outcome.stderr.contains(&expected), "{expected}: {outcome}");
        assert_eq!(reads(&place), seen, "{outcome}");
    }
    std::fs::write(&first, text).unwrap();
    assert_eq!(pass(&place, "mde.alerts").await.code, Some(0));
}

/// Requests for alerts so far.
pub(super) fn reads(place: &Place) -> usize {
    let all = place.sandbox.all_requests();
    all.iter()
        .filter(|request| request.path_and_query.contains("/alerts"))
        .count()
}

/// A disk without room: files cannot grow beyond some bytes. Nothing is visible, and the next pass has all.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_ends_a_pass_and_loses_nothing() {
    let place = Place::new().await;
    let (binary, words, environment) = place
        .line("collect --to lake --format lake mde.alerts")
        .parts();
    let mut shell = tokio::process::Command::new("bash");
    // Twenty blocks of a kibibyte. Without the signal that a shell would end by, the write fails.
    let script = "trap '' XFSZ; ulimit -f 20; exec \"$@\"";
    shell
        .args(["-c", script, "bash", &binary])
        .args(words)
        .env_clear()
        .envs(environment);
    let outcome = shell.current_dir(place.home.path()).output().await.unwrap();
    let stderr = String::from_utf8(outcome.stderr).unwrap();
    assert_eq!(outcome.status.code(), Some(1), "{stderr}");
    assert!(stderr.contains("File too large"), "{stderr}");
    assert!(stderr.contains("hint: make room on the disk"), "{stderr}");
    assert!(!place.lake().join("mde.alerts/_delta_log").exists());
    pass(&place, "mde.alerts -q").await;
    assert_eq!(
        rows(&place.lake(), "mde.alerts"),
        place.alerts().await.len() as u64
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn views_are_printed_for_the_tables_that_are_there() {
    let place = Place::new().await;
    pass(&place, "mde.alerts graph.incidents -q").await;
    for (dialect, reads) in [
        ("duckdb", "delta_scan('"),
        ("clickhouse", "deltaLakeLocal('"),
        ("spark", "delta.`"),
    ] {
        let outcome = place
            .line(&format!("lake views lake --dialect {dialect}"))
            .run()
            .await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        let whole = place.lake().canonicalize().unwrap();
        assert!(
            outcome
                .stdout
                .contains(&format!("{reads}{}/mde.alerts", whole.display())),
            "{outcome}"
        );
        for view in [
            "mde_alerts_latest",
            "open_incidents",
            "alert_timeline",
            "collect_lag",
        ] {
            assert!(
                outcome.stdout.contains(&format!(
                    "VIEW {quote}{view}{quote}",
                    quote = if dialect == "spark" { '`' } else { '"' }
                )),
                "{view}: {outcome}"
            );
        }
        assert!(
            !outcome.stdout.contains("device_vulnerabilities"),
            "{outcome}"
        );
    }
    for (line, expected) in [
        (
            "lake views nowhere",
            "`nowhere` is not a folder, so it has no lake",
        ),
        (
            "lake verify lake mde.machines",
            "the lake has no table `mde.machines`",
        ),
        (
            "lake maintain ftp://x/y",
            "rows cannot be written to `ftp://x/y`",
        ),
    ] {
        let outcome = place.line(line).run().await;
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert!(outcome.stderr.contains(expected), "{outcome}");
    }
}
