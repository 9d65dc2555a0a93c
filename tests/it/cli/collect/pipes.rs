//! `--to -`: lines and Singer messages on standard output, at least once.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::super::program::{Outcome, Program, fixed};
use super::{Place, versions};

impl Place {
    async fn pipe(&self, more: &str) -> Outcome {
        self.line(&format!("collect --to - {more}")).run().await
    }

    fn file(&self, name: &str) -> std::path::PathBuf {
        self.home.path().join(name)
    }
}

pub(super) fn parsed(outcome: &Outcome) -> Vec<Value> {
    let lines = outcome.lines().into_iter();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Rows without the time at which they were read.
fn timeless(mut rows: Vec<Value>) -> BTreeSet<String> {
    for row in &mut rows {
        row.as_object_mut().unwrap().remove("_fetched_at").unwrap();
    }
    rows.iter().map(Value::to_string).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_are_those_of_a_spool_and_the_state_says_where_to_go_on() {
    let place = Place::new().await;
    let first = place.pipe("--state state.json mde.alerts -o json").await;
    assert_eq!(first.code, Some(0), "{first}");
    assert!(first.stderr.contains("\"receipt\":{"), "{first}");
    let lines = parsed(&first);
    place.collect("mde.alerts -q").await;
    assert_eq!(timeless(lines.clone()), timeless(place.rows("mde.alerts")));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(place.file("state.json")).unwrap();
        assert_eq!(mode.permissions().mode() & 0o777, 0o600);
    }

    let idle = place.pipe("--state state.json mde.alerts").await;
    assert_eq!(idle.stdout, "", "{idle}");
    assert!(idle.stderr.starts_with("mde.alerts: 0 new of "), "{idle}");
    let id = lines[7]["id"].as_str().unwrap();
    place.touch(id, "INC-7").await;
    let changed = parsed(&place.pipe("--state state.json mde.alerts").await);
    assert_eq!(changed.len(), 1);
    assert_eq!(changed[0]["id"], id);
    versions(&[lines, changed].concat());
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_state_every_run_begins_anew_and_says_so() {
    let place = Place::new().await;
    let runs = [
        place.pipe("mde.alerts").await,
        place.pipe("mde.alerts").await,
    ];
    for run in &runs {
        assert_eq!(run.code, Some(0), "{run}");
        assert!(
            run.stderr
                .starts_with("without --state: every stream begins"),
            "{run}"
        );
    }
    assert!(!runs[0].stdout.is_empty());
    assert_eq!(timeless(parsed(&runs[0])), timeless(parsed(&runs[1])));
}

/// The state is moved on after the rows were handed over, and never before.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_ends_moves_nothing_on() {
    let place = Place::new().await;
    let line = "collect --to - --state state.json mde.alerts";
    let mut child = place.line(line).spawn();
    drop(child.stdout.take());
    let ended: Outcome = child.wait_with_output().await.unwrap().into();
    assert_eq!(ended.code, Some(1), "{ended}");
    assert!(ended.stderr.contains("Broken pipe"), "{ended}");
    assert!(
        ended.stderr.contains("writes the rows of this pass again"),
        "{ended}"
    );
    assert!(!place.file("state.json").exists());
    let again = place.pipe("--state state.json mde.alerts").await;
    assert_eq!(again.lines().len(), place.alerts().await.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn many_tenants_share_standard_output_line_by_line() {
    let sandbox = fixed()
        .customers(5)
        .devices(60)
        .limits(false)
        .start()
        .await
        .unwrap();
    let home = tempfile::tempdir().unwrap();
    let run = |line: &str| {
        Program::line(line)
            .at(&sandbox)
            .home(home.path())
            .within(home.path())
            .run()
    };
    let line = "collect --to - --state s.json mde.machines mde.alerts --tenants all";
    let outcome = run(line).await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for row in parsed(&outcome) {
        let text = |name: &str| row[name].as_str().unwrap().to_owned();
        *counts
            .entry((text("_operation"), text("_tenant")))
            .or_default() += 1;
    }
    assert_eq!(counts.len(), 10);
    let devices = |(place, count): (&(String, String), &usize)| {
        place.0 != "mde.machines.list" || *count == 60
    };
    assert!(counts.iter().all(devices), "{counts:?}");
    let again = run(line).await;
    assert_eq!(
        (again.code, again.stdout.as_str()),
        (Some(0), ""),
        "{again}"
    );
}

/// The messages of a type.
pub(super) fn of_type<'a>(messages: &'a [Value], kind: &str) -> Vec<&'a Value> {
    let messages = messages.iter();
    messages.filter(|message| message["type"] == kind).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn singer_messages_describe_their_records_and_end_with_the_state() {
    let place = Place::new().await;
    let first = place
        .pipe("--format singer mde.alerts mdca.activities")
        .await;
    assert_eq!(first.code, Some(0), "{first}");
    let messages = parsed(&first);
    let kinds: Vec<_> = messages
        .iter()
        .map(|one| (one["type"].as_str().unwrap(), one["stream"].clone()))
        .collect();
    let (mut order, mut last) = (Vec::new(), None);
    for kind in kinds {
        if last.as_ref() != Some(&kind) {
            order.push(kind.0);
            last = Some(kind);
        }
    }
    let expected = ["SCHEMA", "RECORD", "STATE", "SCHEMA", "RECORD", "STATE"];
    assert_eq!(order, expected);

    for schema in of_type(&messages, "SCHEMA") {
        let known = schema["schema"]["properties"].as_object().unwrap();
        let key = schema["key_properties"].as_array().unwrap();
        assert!(key.len() >= 3, "{schema}");
        let records = of_type(&messages, "RECORD").into_iter();
        let mut records = records.filter(|record| record["stream"] == schema["stream"]);
        let mut seen = BTreeSet::new();
        assert!(
            records.all(|message| {
                let record = &message["record"];
                assert_eq!(message["time_extracted"], record["_fetched_at"]);
                let values: Vec<_> = key
                    .iter()
                    .map(|name| &record[name.as_str().unwrap()])
                    .collect();
                assert!(values.iter().all(|value| !value.is_null()), "{record}");
                for (name, value) in record.as_object().unwrap() {
                    assert!(fits(&known[name], value), "{name}: {value} {}", known[name]);
                }
                seen.insert(format!("{values:?}"))
            }),
            "the key tells records apart"
        );
    }
    // What the target has passed on: each state on a line.
    let states: String = of_type(&messages, "STATE")
        .iter()
        .map(|state| format!("{}\n", state["value"]))
        .collect();
    std::fs::write(place.file("states.jsonl"), &states).unwrap();
    let id = place.alerts().await[3]["id"].as_str().unwrap().to_owned();
    place.touch(&id, "INC-7").await;
    let again = place
        .pipe("--format singer --state states.jsonl mde.alerts mdca.activities")
        .await;
    assert_eq!(again.code, Some(0), "{again}");
    let messages = parsed(&again);
    let records = of_type(&messages, "RECORD");
    assert_eq!(records.len(), 1, "{again}");
    assert_eq!(records[0]["record"]["id"], id.as_str());
    assert_eq!(messages.last().unwrap()["type"], "STATE");
    assert_eq!(
        std::fs::read_to_string(place.file("states.jsonl")).unwrap(),
        states,
        "it is only read"
    );
}

/// Whether a value has a type of the schema.
pub(super) fn fits(schema: &Value, value: &Value) -> bool {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let Some(types) = schema["type"].as_array() else {
        return true;
    };
    types
        .iter()
        .any(|one| one == kind || (one == "number" && kind == "integer"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_singer_stream_has_one_schema_and_the_records_of_all_tenants() {
    let sandbox = fixed().customers(3).devices(4).start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let line = "collect --to - --format singer mde.machines --tenants all";
    let outcome = Program::line(line)
        .at(&sandbox)
        .home(home.path())
        .run()
        .await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let messages = parsed(&outcome);
    assert_eq!(of_type(&messages, "SCHEMA").len(), 1);
    assert_eq!(of_type(&messages, "RECORD").len(), 12);
    let state = messages.last().unwrap();
    let tenants = state["value"]["bookmarks"]["mde.machines"]
        .as_object()
        .unwrap();
    assert_eq!(tenants.len(), 3);
}
