//! `defender collect`: every record once, whatever ends the process.

use std::collections::BTreeSet;
use std::path::Path;

use sandbox::{Application, Fault, Sandbox, TenantFault};
use serde_json::Value;

use super::program::{Outcome, Program, fixed};

mod lake;
mod pipes;
mod queries;
mod rounds;
mod stores;

/// The rows of the final files of a stream.
fn rows(spool: &Path, stream: &str) -> Vec<Value> {
    let Ok(files) = std::fs::read_dir(spool.join(stream)) else {
        return Vec::new();
    };
    let paths = files.map(|file| file.unwrap().path());
    let finals = paths.filter(|path| path.extension().is_some_and(|end| end == "ndjson"));
    let texts = finals.map(|path| std::fs::read_to_string(path).unwrap());
    let lines: Vec<String> = texts
        .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    lines
        .iter()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Id and version of each row. Fails if one came twice.
fn versions(rows: &[Value]) -> BTreeSet<(String, String)> {
    let of = |row: &Value| {
        let text = |name: &str| row[name].as_str().unwrap().to_owned();
        (text("id"), text("lastUpdateTime"))
    };
    let found: BTreeSet<_> = rows.iter().map(of).collect();
    assert_eq!(found.len(), rows.len(), "a version came twice");
    found
}

struct Place {
    sandbox: Sandbox,
    home: tempfile::TempDir,
}

impl Place {
    async fn new() -> Self {
        Self {
            sandbox: fixed().limits(false).start().await.unwrap(),
            home: tempfile::tempdir().unwrap(),
        }
    }

    fn line(&self, line: &str) -> Program {
        let home = self.home.path();
        Program::line(line)
            .at(&self.sandbox)
            .home(home)
            .within(home)
    }

    async fn collect(&self, more: &str) -> Outcome {
        self.line(&format!("collect --to spool {more}")).run().await
    }

    fn spool(&self) -> std::path::PathBuf {
        self.home.path().join("spool")
    }

    fn rows(&self, stream: &str) -> Vec<Value> {
        rows(&self.spool(), stream)
    }

    /// The alerts that the service has now.
    async fn alerts(&self) -> Vec<Value> {
        let list = self.line("mde alerts list -o json -q").run().await;
        list.json().as_array().unwrap().clone()
    }

    /// Changes an alert, which gives it a new version.
    async fn touch(&self, id: &str, comment: &str) {
        let words = [
            "mde",
            "alerts",
            "update",
            id,
            "--comment",
            comment,
            "--yes",
            "-q",
        ];
        let changed = Program::new(&words).at(&self.sandbox).run().await;
        assert_eq!(changed.code, Some(0), "{changed}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_new_is_written_once_and_each_pass_has_a_receipt() {
    let place = Place::new().await;
    let first = place.collect("mde.alerts -o json").await;
    assert_eq!(
        (first.code, first.stdout.as_str()),
        (Some(0), ""),
        "{first}"
    );
    let receipt: Value = serde_json::from_str(first.stderr.trim()).unwrap();
    let receipt = &receipt["receipt"];
    let alerts = place.alerts().await;
    assert_eq!(receipt["rows_written"], alerts.len());
    assert_eq!(
        (&receipt["end"], &receipt["since"]),
        (&"done".into(), &Value::Null)
    );
    let row = &place.rows("mde.alerts")[0];
    assert_eq!(row["_operation"], "mde.alerts.list");
    assert_eq!(row["_tenant"], place.sandbox.tenant_id());
    assert_eq!(row["_version"], row["lastUpdateTime"]);

    let again = place.collect("mde.alerts").await;
    assert!(again.stderr.starts_with("mde.alerts: 0 new of "), "{again}");
    let id = alerts[7]["id"].as_str().unwrap();
    place.touch(id, "INC-7").await;
    let changed = place.collect("mde.alerts").await;
    assert!(
        changed.stderr.starts_with("mde.alerts: 1 new of "),
        "{changed}"
    );
    let mut found = versions(&place.rows("mde.alerts"));
    assert_eq!(found.len(), alerts.len() + 1);
    found.retain(|(known, _)| known == id);
    assert_eq!(found.len(), 2, "both versions");
    assert_eq!(place.rows("_runs").len(), 3);
}

/// Adds a record of the service as it is, by the emulator's control address.
async fn post(sandbox: &Sandbox, list: &str, record: &Value) {
    let address = format!(
        "{}/__sandbox/tenants/{}/{list}",
        sandbox.url(sandbox::Service::Login),
        sandbox.tenant_id()
    );
    let request = http::Request::post(address).body(record.to_string().into_bytes());
    let answer = sandbox.call(request.unwrap()).await;
    assert_eq!(answer.status(), 200, "{answer:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_is_shown_late_and_one_of_the_same_time_are_found() {
    let place = Place::new().await;
    place.collect("mde.alerts -q").await;
    let alerts = place.alerts().await;
    let time = |alert: &Value| {
        let text = alert["lastUpdateTime"].as_str().unwrap().to_owned();
        text.parse::<jiff::Timestamp>().unwrap()
    };
    let newest = alerts.iter().max_by_key(|alert| time(alert)).unwrap();
    for (id, minutes) in [("late", 10), ("equal", 0)] {
        let mut alert = newest.clone();
        let then = time(newest) - jiff::SignedDuration::from_mins(minutes);
        alert["id"] = id.into();
        alert["lastUpdateTime"] = then.to_string().into();
        post(&place.sandbox, "mde/alerts", &alert).await;
    }
    let found = place.collect("mde.alerts").await;
    assert!(found.stderr.starts_with("mde.alerts: 2 new of "), "{found}");
    let rows = place.rows("mde.alerts");
    for id in ["late", "equal"] {
        assert_eq!(rows.iter().filter(|row| row["id"] == id).count(), 1, "{id}");
    }
    assert_eq!(versions(&rows).len(), alerts.len() + 2);
}

/// Kills the process at many points: before it asks, while it reads, while it writes, and around the commit.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_is_killed_loses_nothing_and_writes_nothing_twice() {
    let place = Place::new().await;
    let mut expected = versions(&place.alerts().await);
    let ids: Vec<String> = expected.iter().map(|(id, _)| id.clone()).collect();
    for round in 0..24_usize {
        let mut child = place.line("collect --to spool mde.alerts -q").spawn();
        // Points in the life of the process that can be seen from outside, and some turns after each.
        let seen = place.sandbox.all_requests().len();
        let state = place.spool().join("mde.alerts/.state");
        let parts = || {
            let files = std::fs::read_dir(place.spool().join("mde.alerts"));
            files.is_ok_and(|files| {
                files
                    .flatten()
                    .any(|file| file.path().extension().is_some_and(|end| end == "part"))
            })
        };
        let reached = || match round % 4 {
            0 => place.sandbox.all_requests().len() > seen,
            1 => place.sandbox.all_requests().len() > seen + 1,
            2 => parts(),
            _ => state.exists(),
        };
        while !reached() && child.try_wait().unwrap().is_none() {
            tokio::task::yield_now().await;
        }
        for _ in 0..round * 40 {
            tokio::task::yield_now().await;
        }
        child.start_kill().unwrap();
        child.wait().await.unwrap();
        let id = &ids[round * 3];
        place.touch(id, &format!("round {round}")).await;
        let now = place.alerts().await;
        expected.extend(versions(&now).into_iter().filter(|(known, _)| known == id));
        if round % 3 == 2 {
            assert_eq!(place.collect("mde.alerts").await.code, Some(0));
        }
    }
    let last = place.collect("mde.alerts").await;
    assert_eq!(last.code, Some(0), "{last}");
    let found = versions(&place.rows("mde.alerts"));
    let latest = versions(&place.alerts().await);
    assert!(
        latest.is_subset(&found),
        "lost: {:?}",
        latest.difference(&found)
    );
    // A version that was replaced before any pass could see it may be missing; nothing else may be there.
    assert!(
        found.is_subset(&expected),
        "{:?}",
        found.difference(&expected)
    );
    let left = std::fs::read_dir(place.spool().join("mde.alerts")).unwrap();
    let left = left
        .flatten()
        .filter(|file| file.path().extension().is_some_and(|end| end == "part"));
    assert_eq!(left.count(), 0);
}

/// Command lines with their exit codes, and with what they are told.
const REFUSED: &[(&str, i32, &str)] = &[
    (
        "collect --to spool mde.alert",
        2,
        "do you mean `mde.alerts`",
    ),
    (
        "collect --to https://x mde.alerts",
        2,
        "rows cannot be written to `https://x`",
    ),
    (
        "collect --to s3:// mde.alerts",
        2,
        "rows cannot be written to `s3://`",
    ),
    (
        "collect --to - --format spool mde.alerts",
        2,
        "does not fit",
    ),
    (
        "collect --to gs://b --format spool mde.alerts",
        2,
        "a store takes lake",
    ),
    (
        "collect --to spool --format singer mde.alerts",
        2,
        "takes spool or lake",
    ),
    (
        "collect --to spool --to other mde.alerts",
        2,
        "multiple times",
    ),
    (
        "collect --to spool --state x mde.alerts",
        2,
        "keeps its own",
    ),
    ("collect --to spool --every 0 mde.alerts", 2, "--every"),
    ("collect --to tables mde.alerts", 2, "--format lake"),
    (
        "collect --to spooled --format lake mde.alerts",
        2,
        "--format spool",
    ),
    // The folder has rows of another stream, in another format.
    ("collect --to tables mde.machines", 2, "--format lake"),
    (
        "collect --to spooled --format lake mde.machines",
        2,
        "--format spool",
    ),
    (
        "collect --to file://spool mde.alerts",
        2,
        "rows cannot be written to `file://spool`",
    ),
    (
        "collect --to s3://key:hidden@b/p mde.alerts",
        2,
        "takes no key",
    ),
    (
        "collect --to az://b/p?sig=hidden mde.alerts",
        2,
        "neither `?`",
    ),
    ("collect --to spool mde.alerts -n 5", 2, "leave --limit out"),
    ("export mde.alerts --to spool --jq .", 2, "leave --jq out"),
    (
        "collect --to spool --metrics no/x mde.alerts",
        1,
        "--metrics: `no/x`",
    ),
    (
        "collect --to - --state file mde.alerts",
        1,
        "it is no state",
    ),
    ("collect --to - --state no/x mde.alerts", 1, "--state"),
    ("collect --to spool --shard 0/2 mde.alerts", 2, "--shard"),
    (
        "collect --to spool --every 1s mde.alerts",
        2,
        "every 10s at most",
    ),
    (
        "collect --to spool --since tomorow mde.alerts",
        2,
        "--since",
    ),
    ("collect mde.alerts", 2, "--to"),
    ("collect --to file/below mde.alerts", 1, "--to"),
];

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_right_is_refused_before_anything_is_read() {
    let place = Place::new().await;
    std::fs::write(place.home.path().join("file"), "x").unwrap();
    for folder in [
        "tables/mde.alerts/_delta_log",
        "tables/_runs/_delta_log",
        "spooled/mde.alerts/.state",
        "spooled/_runs",
    ] {
        std::fs::create_dir_all(place.home.path().join(folder)).unwrap();
    }
    std::fs::write(place.home.path().join("spooled/_runs/a.ndjson"), "{}\n").unwrap();
    for (line, code, told) in REFUSED {
        let outcome = place.line(line).run().await;
        assert_eq!(outcome.code, Some(*code), "{line}: {outcome}");
        assert!(outcome.stderr.contains(told), "{line}: {outcome}");
        assert!(!outcome.stderr.contains("hidden"), "{line}: {outcome}");
    }
    assert!(place.sandbox.all_requests().is_empty());
}

/// The path of an address is that of RFC 8089.
#[tokio::test(flavor = "multi_thread")]
async fn an_address_of_a_file_is_decoded() {
    let place = Place::new().await;
    let folder = place.home.path().join("a b");
    let encoded = folder.display().to_string().replace(' ', "%20");
    let line = format!("collect --to file://localhost{encoded} mde.alerts");
    let outcome = place.line(&line).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(!rows(&folder, "mde.alerts").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spool_without_its_state_is_not_written_a_second_time() {
    let place = Place::new().await;
    let first = place.collect("mde.alerts").await;
    assert_eq!(first.code, Some(0), "{first}");
    let before = place.rows("mde.alerts");
    std::fs::remove_dir_all(place.spool().join("mde.alerts/.state")).unwrap();
    let second = place.collect("mde.alerts --since 1d").await;
    assert_eq!(second.code, Some(1), "{second}");
    assert!(second.stderr.contains("bring `.state` back"), "{second}");
    assert_eq!(place.rows("mde.alerts"), before);
}

/// A cron job replaces the file of the metrics with each run: what fails has to be in it.
#[tokio::test(flavor = "multi_thread")]
async fn a_pass_that_failed_has_a_receipt_with_the_reason() {
    for format in ["spool", "lake"] {
        let place = Place::new().await;
        let denied = Fault::on("mde.machines.list").always().status(403);
        place.sandbox.fault(denied);
        let more = format!("mde.machines mde.alerts --format {format} --metrics defender.prom");
        let outcome = place.collect(&more).await;
        assert_eq!(outcome.code, Some(3), "{outcome}");
        let metrics = std::fs::read_to_string(place.home.path().join("defender.prom")).unwrap();
        let complete = |stream: &str, value: u8| {
            let tenant = place.sandbox.tenant_id();
            let labels = format!("tenant=\"{tenant}\",stream=\"{stream}\"");
            metrics.contains(&format!("defender_collect_complete{{{labels}}} {value}\n"))
        };
        assert!(
            complete("mde.machines", 0) && complete("mde.alerts", 1),
            "{metrics}"
        );
        if format == "spool" {
            let receipts = place.rows("_runs");
            let failed = receipts
                .iter()
                .find(|one| one["stream"] == "mde.machines")
                .unwrap();
            assert_eq!(failed["end"], "failed");
            assert!(
                failed["message"]
                    .as_str()
                    .unwrap()
                    .contains("403 Forbidden"),
                "{failed}"
            );
        } else {
            assert_eq!(lake::rows(&place.spool(), "_runs"), 2);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_outcome_of_a_tenant_says_why_nothing_was_collected() {
    let builder = fixed().customers(2).limits(false);
    let builder = builder.tenant_fault("tenant2", TenantFault::DeadSecret);
    let sandbox = builder.start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let line = "collect --to spool mde.alerts --tenants all --outcomes outcomes.ndjson";
    let program = Program::line(line).at(&sandbox);
    let outcome = program.home(home.path()).within(home.path()).run().await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    let text = std::fs::read_to_string(home.path().join("outcomes.ndjson")).unwrap();
    let outcomes = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let failed = outcomes
        .filter(|one| one["outcome"] == "failed")
        .collect::<Vec<_>>();
    assert_eq!(failed.len(), 1, "{text}");
    assert_eq!(failed[0]["code"], "AADSTS7000222", "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_that_fails_is_named_and_the_others_go_on() {
    let place = Place::new().await;
    let denied = Fault::on("mde.machines.list").always().status(403);
    place.sandbox.fault(denied);
    let outcome = place.collect("mde.machines mde.alerts").await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    assert!(
        outcome.stderr.contains("error: mde.machines.list: 403"),
        "{outcome}"
    );
    assert!(!place.rows("mde.alerts").is_empty());
    assert!(place.rows("mde.machines").is_empty());
    let alone = place.collect("mde.machines").await;
    assert_eq!(alone.code, Some(5), "{alone}");
}

/// An application of the emulator.
const READER: &str = "11111111-2222-4333-8444-555555555555";

/// The emulator itself refuses the token: the application was not granted the permission.
#[tokio::test(flavor = "multi_thread")]
async fn a_missing_permission_for_one_stream_fails_that_stream_alone() {
    let reader = Application::new(READER, "secret").roles(["Alert.Read.All"]);
    let builder = fixed().limits(false).application(reader);
    let sandbox = builder.start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let line = "collect --to spool mde.machines mde.alerts -o json";
    let outcome = Program::line(line)
        .at(&sandbox)
        .env("AZURE_CLIENT_ID", READER)
        .env("AZURE_CLIENT_SECRET", "secret")
        .home(home.path())
        .within(home.path())
        .run()
        .await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    let told: Vec<Value> = outcome
        .stderr
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(told.len(), 3, "{outcome}");
    assert_eq!(told[0]["error"]["operation"], "mde.machines.list");
    assert_eq!(told[0]["error"]["status"], 403);
    assert_eq!(told[1]["receipt"]["end"], "failed");
    assert_eq!(told[2]["receipt"]["stream"], "mde.alerts");
    assert!(!rows(&home.path().join("spool"), "mde.alerts").is_empty());
    assert!(rows(&home.path().join("spool"), "mde.machines").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn many_tenants_have_a_cursor_each_and_every_row_says_whose_it_is() {
    let sandbox = fixed().customers(3).devices(4).start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let run = |line: &str| {
        Program::line(line)
            .at(&sandbox)
            .home(home.path())
            .within(home.path())
            .run()
    };
    let line = "collect --to spool mde.machines --tenants all --metrics metrics.prom";
    for pass in 0..2 {
        let outcome = run(line).await;
        assert_eq!(
            (outcome.code, outcome.stdout.as_str()),
            (Some(0), ""),
            "{outcome}"
        );
        // The outcome of a tenant counts what was written.
        let told = ["3 tenants: 3 ok; 12 rows", "3 tenants: 3 ok; 0 rows"];
        assert!(outcome.stderr.contains(told[pass]), "{outcome}");
        let rows = rows(&home.path().join("spool"), "mde.machines");
        assert_eq!(rows.len(), 12);
        let tenants: BTreeSet<_> = rows.iter().map(|row| row["_tenant"].to_string()).collect();
        assert_eq!(tenants.len(), 3);
    }
    let metrics = std::fs::read_to_string(home.path().join("metrics.prom")).unwrap();
    for (name, value) in [("rows_written", 0), ("complete", 1)] {
        let lines = metrics
            .lines()
            .filter(|line| line.starts_with(&format!("defender_collect_{name}{{tenant=")));
        let lines: Vec<_> = lines.collect();
        let end = format!(",stream=\"mde.machines\"}} {value}");
        assert!(
            lines.len() == 3 && lines.iter().all(|line| line.ends_with(&end)),
            "{metrics}"
        );
    }
}

/// The next pass begins at its time, until a signal ends the command.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_signal_ends_the_command_between_two_passes() {
    use super::terminal::Terminal;
    let place = Place::new().await;
    // A program at this terminal does not run in the folder of the test.
    let line = format!(
        "collect --to {} mde.alerts --every 5m",
        place.spool().display()
    );
    let program = place.line(&line).env("TERM", "xterm");
    let shown = Terminal::of(&program)
        .wait("mde.alerts: ")
        .wait("next look in ")
        .signal("SIGTERM")
        .run()
        .await;
    assert_eq!(shown.code, Some(143), "{}", shown.screen());
    assert!(!place.rows("mde.alerts").is_empty());
}

#[tokio::test]
async fn the_streams_are_listed_with_their_permissions() {
    let outcome = Program::line("collect --list -o json").run().await;
    let rows = outcome.json();
    let alerts = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["stream"] == "mde.alerts")
        .unwrap();
    assert_eq!(alerts["permission"], "Alert.Read.All");
    assert_eq!(alerts["seesChanges"], true);
}
