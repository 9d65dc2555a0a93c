//! `collect --query`: queries of advanced hunting as streams, by rows that are posted to the emulator's tables.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use sandbox::{Fault, Sandbox};
use serde_json::{Value, json};

use super::lake::{log, rows};
use super::pipes::{fits, of_type, parsed};
use super::{Place, post};

/// Written by another system, and ending in a comment.
const ALL: &str = "DeviceEvents\r\n| where DeviceName == 'posted' // all of them\r\n";

/// With names of its own.
const LATER: &str = "let Name = 'posted';\nDeviceEvents | where DeviceName == Name and ReportId > 1\n\
     | project Seen = Timestamp, Number = ReportId, IsBig = ReportId > 3, More = AdditionalFields;";

impl Place {
    /// A place in the present, with the files of two queries: the service does not look back further than 30 days.
    async fn of_queries() -> Self {
        let place = Self {
            sandbox: Sandbox::builder().limits(false).start().await.unwrap(),
            home: tempfile::tempdir().unwrap(),
        };
        place.keep("all.kql", ALL);
        place.keep("later.kql", LATER);
        place
    }

    fn keep(&self, name: &str, text: &str) {
        std::fs::write(self.home.path().join(name), text).unwrap();
    }

    /// Adds an event that happened so many minutes ago.
    async fn event(&self, number: u64, minutes: i64) {
        let at = self.sandbox.now() - SignedDuration::from_mins(minutes);
        let event = json!({
            "Timestamp": at.to_string(), "DeviceName": "posted", "ReportId": number, "AdditionalFields": {"a": [1]}
        });
        post(&self.sandbox, "hunting/DeviceEvents", &event).await;
    }

    /// The first events, then those of a second pass: one is shown late, and two have one time.
    async fn events(&self, pass: u64) {
        let events: &[(u64, i64)] = match pass {
            1 => &[(1, 300), (2, 60), (3, 30)],
            2 => &[(4, 40), (5, 10), (6, 10)],
            _ => &[],
        };
        for (number, minutes) in events {
            self.event(*number, *minutes).await;
        }
    }

    /// The numbers of the events in a stream of the spool, in order.
    fn numbers(&self, stream: &str, member: &str) -> Vec<u64> {
        let rows = self.rows(stream);
        let mut numbers: Vec<u64> = rows
            .iter()
            .map(|row| row[member].as_u64().unwrap())
            .collect();
        numbers.sort_unstable();
        numbers
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_of_two_queries_come_once_over_three_passes() {
    let place = Place::of_queries().await;
    place.keep(
        "other.kql",
        "DeviceEvents | where DeviceName == 'posted' and ReportId % 2 == 0",
    );
    for pass in 1..=3 {
        place.events(pass).await;
        let line = "--query all=all.kql --query even-ones=other.kql -o json";
        let outcome = place.collect(line).await;
        assert_eq!(
            (outcome.code, outcome.stdout.as_str()),
            (Some(0), ""),
            "{outcome}"
        );
        let receipts: Vec<Value> = outcome
            .stderr
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let counts: Vec<_> = receipts
            .iter()
            .map(|one| (&one["receipt"]["stream"], &one["receipt"]["rows_written"]))
            .collect();
        let [all, even] = [[3, 1], [3, 2], [0, 0]][pass as usize - 1].map(Value::from);
        assert_eq!(
            counts,
            [
                (&"hunt.all".into(), &all),
                (&"hunt.even-ones".into(), &even)
            ]
        );
    }
    assert_eq!(place.numbers("hunt.all", "ReportId"), [1, 2, 3, 4, 5, 6]);
    assert_eq!(place.numbers("hunt.even-ones", "ReportId"), [2, 4, 6]);
    let row = &place.rows("hunt.all")[0];
    assert_eq!(row["_operation"], "graph.hunting.run");
    assert_eq!(row["_version"], row["Timestamp"]);
    // Nothing else was read.
    assert!(place.sandbox.requests("mde.alerts.list").is_empty());
    let both = place.collect("mde.alerts --query all=all.kql").await;
    assert_eq!(both.code, Some(0), "{both}");
    assert!(!place.rows("mde.alerts").is_empty());
    assert_eq!(place.rows("hunt.all").len(), 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_query_fills_a_table_of_a_lake_whose_columns_are_those_of_its_result() {
    let place = Place::of_queries().await;
    let line = "collect --to lake --format lake --query later=later.kql --time-column Seen";
    for pass in 1..=3 {
        place.events(pass).await;
        let outcome = place.line(line).run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        let expected = [2, 5, 5][pass as usize - 1];
        assert_eq!(
            rows(&place.home.path().join("lake"), "hunt.later"),
            expected
        );
    }
    let log = log(&place.home.path().join("lake"), "hunt.later");
    let meta = log
        .iter()
        .find(|action| action["metaData"].is_object())
        .unwrap();
    let schema: Value =
        serde_json::from_str(meta["metaData"]["schemaString"].as_str().unwrap()).unwrap();
    let fields = schema["fields"].as_array().unwrap().iter();
    let types: BTreeMap<_, _> = fields
        .map(|field| {
            (
                field["name"].as_str().unwrap(),
                field["type"].as_str().unwrap(),
            )
        })
        .collect();
    // A truth value is text, because services write it in two ways.
    for (name, kind) in [
        ("Seen", "timestamp"),
        ("Number", "long"),
        ("IsBig", "string"),
        ("More", "string"),
    ] {
        assert_eq!(types.get(name), Some(&kind), "{name}");
    }
    let txn = log.iter().find(|action| action["txn"].is_object()).unwrap();
    let tenant = place.sandbox.tenant_id();
    assert_eq!(txn["txn"]["appId"], format!("defender/{tenant}/hunt.later"));
    let checked = place.line("lake verify lake -o json").run().await;
    assert_eq!(checked.code, Some(0), "{checked}");
    let views = place.line("lake views lake").run().await;
    assert!(views.stdout.contains("hunt.later"), "{views}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_singer_stream_of_a_query_describes_the_columns_of_its_result() {
    let place = Place::of_queries().await;
    place.events(1).await;
    let line = "collect --to - --format singer --query all=all.kql --query odd=odd.kql";
    place.keep(
        "odd.kql",
        "DeviceEvents | where ReportId in (1, 3) and DeviceName == 'posted'",
    );
    let outcome = place.line(line).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let messages = parsed(&outcome);
    let schemas = of_type(&messages, "SCHEMA");
    let names: Vec<_> = schemas
        .iter()
        .map(|one| one["stream"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["hunt.all", "hunt.odd"]);
    for (schema, count) in schemas.iter().zip([3, 2]) {
        let known = &schema["schema"]["properties"];
        assert_eq!(schema["key_properties"], json!([]));
        assert_eq!(
            known["Timestamp"],
            json!({"type": ["string", "null"], "format": "date-time"})
        );
        assert_eq!(known["ReportId"], json!({"type": ["integer", "null"]}));
        let records = of_type(&messages, "RECORD").into_iter();
        let records: Vec<_> = records
            .filter(|one| one["stream"] == schema["stream"])
            .collect();
        assert_eq!(records.len(), count);
        for (name, value) in records
            .iter()
            .flat_map(|one| one["record"].as_object().unwrap())
        {
            assert!(fits(&known[name], value), "{name}: {value} {}", known[name]);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_query_that_fails_is_named_and_the_other_goes_on() {
    let place = Place::of_queries().await;
    place.events(1).await;
    place.keep(
        "wrong.kql",
        "DeviceEvents | where Later() | project Timestamp",
    );
    let line = "--query wrong=wrong.kql --query all=all.kql -o json";
    place
        .sandbox
        .fault(Fault::on("graph.hunting.run").nth(1).status(403));
    let outcome = place.collect(line).await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    let failed: Value = serde_json::from_str(outcome.stderr.lines().next().unwrap()).unwrap();
    let failed = &failed["error"];
    assert_eq!(failed["operation"], "graph.hunting.run");
    let message = failed["message"].as_str().unwrap();
    assert!(
        message.starts_with("hunt.wrong: graph.hunting.run: 403"),
        "{message}"
    );
    assert_eq!(place.numbers("hunt.all", "ReportId"), [1, 2, 3]);
}

/// Queries that cannot be collected.
const REFUSED: &[(&str, &str)] = &[
    ("take.kql", "DeviceEvents | take 5"),
    ("top.kql", "DeviceEvents | top 5 by Timestamp"),
    (
        "render.kql",
        "DeviceEvents | summarize count() by bin(Timestamp, 1d) | render timechart",
    ),
    ("two.kql", "DeviceEvents; DeviceInfo"),
    (
        "count.kql",
        "DeviceEvents | summarize count() by DeviceName",
    ),
    ("text.kql", "DeviceEvents | where ("),
    ("empty.kql", ""),
];

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_collected_is_refused_before_anything_is_sent() {
    let place = Place::of_queries().await;
    for (name, text) in REFUSED {
        place.keep(name, text);
    }
    std::fs::create_dir_all(place.home.path().join("tables/hunt.all/_delta_log")).unwrap();
    for (line, told) in [
        (
            "--query a=take.kql",
            "--query a=take.kql: `take` returns any rows",
        ),
        ("--query a=top.kql", "leaves rows out by their rank"),
        ("--query a=render.kql", "`render` ends a query"),
        ("--query a=two.kql", "not exactly one result"),
        (
            "--query a=count.kql",
            "the result has no column `Timestamp`",
        ),
        ("--query a=text.kql", "--query a=text.kql: "),
        ("--query a=empty.kql", "--query a=empty.kql: "),
        (
            "--query a=later.kql",
            "the result has Seen, Number, IsBig, More",
        ),
        (
            "--query all=all.kql --time-column DeviceName",
            "`DeviceName` of the result is no time",
        ),
        (
            "--query all=all.kql --time-column a;b",
            "is no name of a column",
        ),
        ("--query a/b=all.kql", "`a/b` is no name"),
        ("--query =all.kql", "`` is no name"),
        ("--query all.kql", "--query takes NAME=FILE"),
        ("--query all=no.kql", "`no.kql` cannot be read"),
        (
            "--query all=all.kql --query All=all.kql",
            "two queries for `hunt.all`",
        ),
        ("--time-column Seen", "--query"),
        ("hunt.all", "unknown stream `hunt.all`"),
        ("mde.alert --query all=all.kql", "do you mean `mde.alerts`"),
        ("mde.machines.list", "do you mean `mde.machines`"),
        ("mde.software", "defender export mde.software --to PLACE"),
    ] {
        let outcome = place.collect(line).await;
        assert_eq!(outcome.code, Some(2), "{line}: {outcome}");
        assert!(outcome.stderr.contains(told), "{line}: {outcome}");
    }
    let mixed = place
        .line("collect --to tables --query all=all.kql")
        .run()
        .await;
    assert_eq!(mixed.code, Some(2), "{mixed}");
    assert!(mixed.stderr.contains("--format lake"), "{mixed}");
    let listed = place.line("collect --list --query all=all.kql").run().await;
    assert_eq!(listed.code, Some(2), "{listed}");
    let dry = place.collect("--query all=all.kql --dry-run -o json").await;
    assert_eq!(dry.code, Some(0), "{dry}");
    assert!(
        dry.stdout.contains(r#""hunt.all""#) && !dry.stdout.contains("mde.alerts"),
        "{dry}"
    );
    assert!(place.sandbox.all_requests().is_empty());
}
