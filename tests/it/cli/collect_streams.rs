//! Every stream of `defender collect --list`, collected by the binary: records that are shown late, records of one time, and changes.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use sandbox::Sandbox;
use serde_json::{Value, json};

use super::program::{Outcome, Program};

/// A stream as its pages describe it. Written down here a second time, so that a mistake in the tables is seen.
struct Stream {
    name: &'static str,
    /// The member that names a record.
    key: &'static str,
    /// The time that the service can be asked for.
    time: &'static str,
    /// The member that changes with the record. Empty for events, which do not change.
    changes: &'static str,
}

const fn stream(
    name: &'static str,
    key: &'static str,
    time: &'static str,
    changes: &'static str,
) -> Stream {
    Stream {
        name,
        key,
        time,
        changes,
    }
}

const STREAMS: [Stream; 15] = [
    stream(
        "graph.alerts",
        "id",
        "lastUpdateDateTime",
        "lastUpdateDateTime",
    ),
    stream(
        "graph.cases",
        "id",
        "lastModifiedDateTime",
        "lastModifiedDateTime",
    ),
    stream(
        "graph.incidents",
        "id",
        "lastUpdateDateTime",
        "lastUpdateDateTime",
    ),
    stream("mdca.activities", "_id", "timestamp", ""),
    stream("mdca.alerts", "_id", "timestamp", "title"),
    stream("mdca.files", "_id", "modifiedDate", "modifiedDate"),
    stream("mde.alerts", "id", "lastUpdateTime", "lastUpdateTime"),
    stream(
        "mde.assessments.list_software_vulnerability_changes",
        "id",
        "eventTimestamp",
        "",
    ),
    stream(
        "mde.indicators",
        "id",
        "creationTimeDateTimeUtc",
        "lastUpdateTime",
    ),
    stream("mde.investigations", "id", "startTime", "state"),
    stream(
        "mde.machine_actions",
        "id",
        "creationDateTimeUtc",
        "lastUpdateDateTimeUtc",
    ),
    stream("mde.machines", "id", "lastSeen", "lastSeen"),
    stream(
        "mde.remediation_tasks",
        "id",
        "createdOn",
        "statusLastModifiedOn",
    ),
    stream("mde.vulnerabilities", "id", "updatedOn", "updatedOn"),
    stream(
        "xdr.incidents",
        "incidentId",
        "lastUpdateTime",
        "lastUpdateTime",
    ),
];

struct Place {
    sandbox: Sandbox,
    home: tempfile::TempDir,
}

impl Place {
    async fn new() -> Self {
        Self {
            // Its clock is this machine's: the program asks no list for a time that the service refuses.
            sandbox: Sandbox::builder().limits(false).start().await.unwrap(),
            home: tempfile::tempdir().unwrap(),
        }
    }

    async fn run(&self, line: &str) -> Outcome {
        let home = self.home.path();
        let program = Program::line(line).at(&self.sandbox).home(home);
        // No permission opens the files of Cloud Apps to an application.
        let program = program.env("DEFENDER_MDCA_API_TOKEN", self.sandbox.mdca_api_token());
        program.within(home).run().await
    }

    /// One pass over all streams. Returns the receipts by stream.
    async fn collect(&self, more: &str) -> Vec<Value> {
        let outcome = self.run(&format!("collect --to spool -o json{more}")).await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        let lines = outcome.stderr.lines();
        let receipt = |line: &str| serde_json::from_str::<Value>(line).unwrap()["receipt"].clone();
        lines.map(receipt).collect()
    }

    /// Adds a record of the service as it is.
    async fn post(&self, list: &str, record: &Value) {
        let login = self.sandbox.url(sandbox::Service::Login);
        let tenant = self.sandbox.tenant_id();
        let address = format!("{login}/__sandbox/tenants/{tenant}/{list}");
        let request = http::Request::post(address).body(record.to_string().into_bytes());
        let answer = self.sandbox.call(request.unwrap()).await;
        assert_eq!(answer.status(), 200, "{list}: {answer:?}");
    }

    /// The rows of a stream that were collected, without the members of the collection.
    fn rows(&self, stream: &str) -> Vec<Value> {
        let mut rows = read(&self.home.path().join("spool").join(stream));
        for row in &mut rows {
            let row = row.as_object_mut().unwrap();
            assert_eq!(row["_tenant"], self.sandbox.tenant_id());
            row.retain(|name, _| {
                !["_tenant", "_fetched_at", "_operation", "_version"].contains(&name.as_str())
            });
        }
        rows
    }
}

/// The records of the final files of a folder.
fn read(folder: &Path) -> Vec<Value> {
    let files = std::fs::read_dir(folder).unwrap();
    let paths = files.map(|file| file.unwrap().path());
    let finals = paths.filter(|path| path.extension().is_some_and(|end| end == "ndjson"));
    let texts: Vec<_> = finals
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// A time of the services: text, or milliseconds since 1970.
fn time(value: &Value) -> Timestamp {
    match value.as_i64() {
        Some(milliseconds) => Timestamp::from_millisecond(milliseconds).unwrap(),
        // Times of vulnerability management have no zone and mean UTC.
        None => {
            let text = value.as_str().unwrap().trim_end_matches('Z');
            format!("{text}Z").parse().unwrap()
        }
    }
}

/// The same time in the form of another one.
fn like(value: &Value, time: Timestamp) -> Value {
    match value.is_i64() {
        true => time.as_millisecond().into(),
        false => time.to_string().into(),
    }
}

/// The record under another key, with its time so many minutes before.
fn other(stream: &Stream, record: &Value, number: i64, minutes: i64) -> Value {
    let mut record = record.clone();
    record[stream.key] = match &record[stream.key] {
        Value::Number(_) => (900_000 + number).into(),
        _ => format!("{:032x}", 0xabc0 + number).into(),
    };
    let then = time(&record[stream.time]) - SignedDuration::from_mins(minutes);
    record[stream.time] = like(&record[stream.time], then);
    record
}

/// The record after a change.
fn changed(stream: &Stream, record: &Value) -> Value {
    let mut record = record.clone();
    let value = &record[stream.changes];
    let is_time = value.is_i64()
        || value
            .as_str()
            .is_some_and(|text| text.parse::<Timestamp>().is_ok());
    record[stream.changes] = match is_time {
        true => like(value, time(value) + SignedDuration::from_secs(1)),
        false => "changed".into(),
    };
    record
}

#[tokio::test(flavor = "multi_thread")]
async fn late_records_equal_times_and_changes_of_every_stream_come_once() {
    let place = Place::new().await;
    let listed = place.run("collect --list -o json").await.json();
    let listed: Vec<_> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["stream"].clone())
        .collect();
    let names: Vec<_> = STREAMS
        .iter()
        .map(|stream| Value::from(stream.name))
        .collect();
    assert_eq!(listed, names);

    let receipts = place.collect("").await;
    assert_eq!(receipts.len(), STREAMS.len());
    let mut expected = Vec::new();
    for stream in &STREAMS {
        let rows = place.rows(stream.name);
        assert!(!rows.is_empty(), "{}", stream.name);
        let newest = rows
            .iter()
            .max_by_key(|row| time(&row[stream.time]))
            .unwrap();
        let list = stream.name.replace('.', "/");
        let mut posted = vec![other(stream, newest, 1, 10), other(stream, newest, 2, 0)];
        if !stream.changes.is_empty() {
            posted.push(changed(stream, newest));
        }
        for record in &posted {
            place.post(&list, record).await;
        }
        expected.push((rows.len(), posted));
    }

    let receipts = place.collect("").await;
    for ((stream, (before, posted)), receipt) in STREAMS.iter().zip(&expected).zip(&receipts) {
        let name = stream.name;
        assert_eq!(receipt["stream"], name);
        assert_eq!(receipt["rows_written"], posted.len(), "{receipt}");
        let rows = place.rows(name);
        assert_eq!(rows.len(), before + posted.len(), "{name}");
        for record in posted {
            let of = |row: &&Value| {
                let same = |member: &str| row[member] == record[member];
                same(stream.key)
                    && same(stream.time)
                    && (stream.changes.is_empty() || same(stream.changes))
            };
            assert_eq!(rows.iter().filter(of).count(), 1, "{name}: {record}");
        }
    }
    let receipts = place.collect("").await;
    let written: Vec<_> = receipts
        .iter()
        .map(|receipt| &receipt["rows_written"])
        .collect();
    assert_eq!(written, vec![&json!(0); STREAMS.len()]);
}

/// The tables of hunting and the files of an export have posted rows too.
#[tokio::test(flavor = "multi_thread")]
async fn posted_rows_are_in_the_files_of_an_export_and_in_the_tables_of_hunting() {
    let place = Place::new().await;
    let line = "mde assessments export-software-vulnerabilities -o json -q";
    let rows = place.run(line).await.json();
    let rows = rows.as_array().unwrap().clone();
    let mut row = place
        .run("mde assessments list-software-vulnerabilities -o json -q --limit 1")
        .await
        .json()[0]
        .clone();
    row["id"] = "posted".into();
    place
        .post("mde/assessments/export_software_vulnerabilities", &row)
        .await;
    let after = place.run(line).await.json();
    assert_eq!(after.as_array().unwrap().len(), rows.len() + 1);
    assert!(
        after
            .as_array()
            .unwrap()
            .iter()
            .any(|row| row["Id"] == "posted")
    );

    let at = place.sandbox.now() - SignedDuration::from_hours(1);
    let event = json!({"Timestamp": at.to_string(), "DeviceName": "posted", "ReportId": 7, "AdditionalFields": {"a": 1}});
    place.post("hunting/DeviceEvents", &event).await;
    let query = "DeviceEvents|where(DeviceName=='posted')|project(Timestamp),ReportId,DeviceName";
    let found = place.run(&format!("hunt -e {query} -o json -q")).await;
    let found = found.json();
    assert_eq!(found.as_array().unwrap().len(), 1, "{found}");
    assert_eq!(found[0]["ReportId"], 7);
}

const EXPORT: &str = "mde.assessments.export_software_vulnerabilities";

/// A sandbox at an hour of a day. Its exports are generated every six hours.
async fn at(hour: u32) -> Place {
    let now = format!("2026-03-01T{hour:02}:30:00Z").parse().unwrap();
    let sandbox = Sandbox::builder().now(now).devices(20).start().await;
    Place {
        sandbox: sandbox.unwrap(),
        home: tempfile::tempdir().unwrap(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_is_collected_once_for_each_time_that_it_is_generated() {
    let (morning, later, noon) = (at(6).await, at(11).await, at(12).await);
    let target = morning.home.path().join("lake");
    let line = format!("collect --to {} --format lake {EXPORT}", target.display());
    let mut written = Vec::new();
    for place in [&morning, &later, &noon] {
        let outcome = place.run(&format!("{line} -o json")).await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        let receipt = serde_json::from_str::<Value>(outcome.stderr.trim()).unwrap();
        written.push(receipt["receipt"]["rows_written"].as_u64().unwrap());
    }
    assert!(written[0] > 0, "{written:?}");
    assert_eq!(written, [written[0], 0, written[0]]);

    // The files have `DeviceId`, and the table has the documented `deviceId` alone.
    let log = target
        .join(EXPORT)
        .join("_delta_log/00000000000000000000.json");
    let text = std::fs::read_to_string(log).unwrap();
    let actions = text.lines().map(serde_json::from_str::<Value>);
    let mut schemas = actions.map(|action| action.unwrap()["metaData"]["schemaString"].clone());
    let schema = schemas.find(Value::is_string).unwrap();
    let schema = schema.as_str().unwrap();
    assert!(
        schema.contains(r#""name":"deviceId","type":"string""#),
        "{schema}"
    );
    assert!(
        schema.contains(r#""name":"cvssScore","type":"double""#),
        "{schema}"
    );
    assert!(
        !schema.contains("DeviceId") && !schema.contains("_2"),
        "{schema}"
    );
    let views = noon.run(&format!("lake views {}", target.display())).await;
    assert!(
        views
            .stdout
            .contains("(_tenant, _version) IN (SELECT _tenant, max(_version)"),
        "{views}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_schema_of_an_export_has_the_names_of_its_records() {
    let place = at(6).await;
    for command in ["collect", "export"] {
        let outcome = place
            .run(&format!("{command} --to - --format singer {EXPORT}"))
            .await;
        let messages: Vec<Value> = outcome
            .lines()
            .iter()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let (schema, first) = (&messages[0], &messages[1]["record"]);
        assert_eq!(schema["type"], "SCHEMA");
        assert_eq!(
            schema["key_properties"],
            json!(["_tenant", "Id", "_version"])
        );
        let described = schema["schema"]["properties"].as_object().unwrap();
        for name in first.as_object().unwrap().keys() {
            assert!(described.contains_key(name), "{name}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_names_a_list_that_nobody_can_be_granted_is_left_out_and_named() {
    let place = Place::new().await;
    let home = place.home.path();
    let line = "collect --to spool --since 1h";
    let outcome = Program::line(line)
        .at(&place.sandbox)
        .home(home)
        .within(home)
        .run()
        .await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let said = "mdca.files: left out, no application permission is documented for it";
    assert!(outcome.stderr.contains(said), "{outcome}");
    // By its name it is asked for, and the service says what it thinks.
    let line = "collect --to spool --since 1h mdca.files";
    let named = Program::line(line)
        .at(&place.sandbox)
        .home(home)
        .within(home)
        .run()
        .await;
    assert_ne!(named.code, Some(0), "{named}");
}
