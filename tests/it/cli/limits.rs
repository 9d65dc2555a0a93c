//! The calls of one command count for the next, and `limits` shows them.

use serde_json::Value;

use super::program::{Outcome, Program, fixed};
#[cfg(unix)]
use super::terminal::Terminal;

const EXPORT: &str = "mde assessments export-software-vulnerabilities --links -o json -q";
const NAME: &str = "mde.assessments.export_software_vulnerabilities";

/// The rows of `limits` about the export, by their limit.
fn of_export(outcome: &Outcome) -> Vec<(String, u64, u64)> {
    let rows = outcome.json();
    let rows = rows.as_array().unwrap().iter();
    let rows = rows.filter(|row| row["name"] == NAME);
    rows.map(|row| {
        let number = |name: &str| row[name].as_u64().unwrap();
        let limit = row["limit"].as_str().unwrap().to_owned();
        (limit, number("used"), number("left"))
    })
    .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_calls_of_every_command_are_counted() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let at = |line: &str| Program::line(line).at(&sandbox).home(folder.path());
    let outcome = at("limits -o json").run().await;
    assert_eq!(
        (outcome.code, outcome.stdout.trim()),
        (Some(0), "[]"),
        "{outcome}"
    );
    for _ in 0..3 {
        let outcome = at(EXPORT).run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
    }
    let outcome = at("limits -o json").run().await;
    let rows = of_export(&outcome);
    let minute = ("5 calls a minute".to_owned(), 3, 2);
    assert!(rows.contains(&minute), "{outcome}");
    assert!(rows.iter().all(|(_, used, _)| *used == 3), "{outcome}");

    // Another tenant has a budget of its own.
    let rows = at("limits --tenant other -o json").run().await.json();
    assert_eq!(rows, Value::Array(Vec::new()));
}

/// Five calls, and the next command knows that the limit is used up: it sends nothing and says what it waits for.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_limit_that_other_commands_have_used_up_is_waited_for() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let at = |line: &str| Program::line(line).at(&sandbox).home(folder.path());
    for _ in 0..5 {
        assert_eq!(at(EXPORT).run().await.code, Some(0));
    }
    let line = EXPORT.replace(" -q", "");
    let program = at(&line).env("TERM", "xterm");
    let shown = Terminal::of(&program)
        .piped("stdout")
        .wait("s for the limit of 5 calls a minute")
        .signal("SIGINT")
        .run()
        .await;
    assert_eq!(shown.code, Some(130), "{shown:?}");
    assert_eq!(sandbox.requests(NAME).len(), 5);
    let rows = at("limits -o json").run().await.json();
    let row = rows
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["left"] == 0)
        .unwrap();
    assert!(row["nextFreeSeconds"].as_f64().unwrap() > 0.0, "{row}");
    assert!(
        row["tenant"].is_string() && row["application"].is_string(),
        "{row}"
    );
}

/// The calls of a watch that goes on count too: it is killed, so nothing was written at its end.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_watch_that_goes_on_is_counted_by_other_commands() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let at = |line: &str| Program::line(line).at(&sandbox).home(folder.path());
    let program = at("mde alerts list --watch 5s --latest 1 -o json").env("TERM", "xterm");
    let shown = Terminal::of(&program)
        .piped("stdout")
        .wait("next look in 5 s")
        .wait("next look in 1 s")
        .wait("next look in 5 s")
        .signal("SIGKILL")
        .run()
        .await;
    assert_eq!(shown.code, None, "{shown:?}");
    let calls = sandbox.requests("mde.alerts.list").len() as u64;
    assert!(calls >= 2, "{calls}");
    let rows = at("limits -o json").run().await.json();
    let rows = rows.as_array().unwrap().iter();
    let used: Vec<_> = rows
        .filter(|row| row["name"] == "mde.alerts.list")
        .map(|row| row["used"].as_u64().unwrap())
        .collect();
    assert!(
        !used.is_empty() && used.iter().all(|used| *used == calls),
        "{used:?}, {calls}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn documented_limits_are_shown_on_request_and_nothing_is_kept_without_them() {
    let sandbox = fixed().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let at = |line: &str| Program::line(line).at(&sandbox).home(folder.path());
    let outcome = at("limits --all -o json").run().await;
    assert!(
        of_export(&outcome).contains(&("5 calls a minute".to_owned(), 0, 5)),
        "{outcome}"
    );
    let line = format!("{EXPORT} --rate-limit off");
    assert_eq!(at(&line).run().await.code, Some(0));
    assert!(!folder.path().join("limits.json").exists());
}
