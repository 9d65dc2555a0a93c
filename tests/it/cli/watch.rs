//! `--watch`: a list that is read again and again. The records are changed by a second process in between.

use std::time::Duration;

use sandbox::{Fault, Sandbox};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout};

use super::program::{Outcome, Program, fixed};
#[cfg(unix)]
use super::terminal::Terminal;

/// Much longer than two passes take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running command and the lines that it prints.
struct Running {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Running {
    fn start(sandbox: &Sandbox, line: &str) -> Self {
        let mut child = Program::line(line).at(sandbox).spawn();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    /// The next record, as soon as it is printed.
    async fn next(&mut self) -> Value {
        let line = tokio::time::timeout(PATIENCE, self.lines.next_line());
        let line = line.await.unwrap().unwrap().unwrap();
        serde_json::from_str(&line).unwrap()
    }

    /// Exit code and standard error.
    async fn end(self) -> (Option<i32>, String) {
        let outcome = Outcome::from(self.child.wait_with_output().await.unwrap());
        (outcome.code, outcome.stderr)
    }
}

/// Changes a record in another process.
async fn run(sandbox: &Sandbox, words: &[&str]) -> Outcome {
    let outcome = Program::new(words).at(sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    outcome
}

async fn resolve(sandbox: &Sandbox, id: &str) {
    let words = ["mde", "alerts", "update", id, "--status", "Resolved"];
    let more = ["--comment", "closed by a test", "--yes"];
    run(sandbox, &[&words[..], &more].concat()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_pass_prints_all_and_the_next_one_what_changed() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    let all = Program::line("mde alerts list -o id")
        .at(&sandbox)
        .run()
        .await;
    let count = all.lines().len();
    let line = format!("mde alerts list --watch 5s -o ndjson --limit {}", count + 1);
    let mut watched = Running::start(&sandbox, &line);
    let mut first = Vec::new();
    for _ in 0..count {
        first.push(watched.next().await);
    }
    assert!(first.iter().all(|row| row["_change"].is_null()));
    assert!(first.iter().all(|row| row["_seen"].is_string()));
    let open = first
        .iter()
        .find(|row| row["status"] != "Resolved")
        .unwrap();
    let id = open["id"].as_str().unwrap();
    resolve(&sandbox, id).await;
    let changed = watched.next().await;
    assert_eq!(changed["_change"], "changed", "{changed}");
    assert_eq!(
        (&changed["id"], &changed["status"]),
        (&id.into(), &"Resolved".into())
    );
    let (code, stderr) = watched.end().await;
    assert_eq!(code, Some(0), "{stderr}");
    let notice: Value = serde_json::from_str(stderr.lines().last().unwrap()).unwrap();
    assert_eq!(notice["notice"]["code"], "stopped_at_limit", "{stderr}");
    assert!(sandbox.requests("mde.alerts.list").len() >= 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_was_added_is_new_and_a_pass_that_fails_is_waited_out() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    let all = Program::line("mde indicators list -o id")
        .at(&sandbox)
        .run()
        .await;
    let count = all.lines().len();
    sandbox.fault(Fault::on("mde.indicators.list").nth(2).status(400));
    let line = format!(
        "mde indicators list --watch 5s -o ndjson --limit {}",
        count + 1
    );
    let mut watched = Running::start(&sandbox, &line);
    for _ in 0..count {
        watched.next().await;
    }
    let words = "mde indicators submit --indicator-value 198.51.100.77 --indicator-type IpAddress --action Block --title t --description d --yes";
    run(&sandbox, &words.split(' ').collect::<Vec<_>>()).await;
    let new = watched.next().await;
    assert_eq!(new["_change"], "new", "{new}");
    assert_eq!(new["indicatorValue"], "198.51.100.77");
    let (code, stderr) = watched.end().await;
    assert_eq!(code, Some(3), "a pass is missing: {stderr}");
    let error: Value = stderr
        .lines()
        .find_map(|line| serde_json::from_str(line).ok())
        .unwrap();
    assert_eq!(error["error"]["status"], 400, "{stderr}");
    assert!(
        stderr.contains("the list is read again at its next time"),
        "{stderr}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_ends_it() {
    let sandbox = fixed().start().await.unwrap();
    sandbox.fault(Fault::on("mde.alerts.list").nth(2).status(403));
    let line = Program::line("mde alerts list --watch 5s --latest 1 -o json");
    let outcome = line.at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(5), "{outcome}");
    assert_eq!(outcome.json().as_array().unwrap().len(), 1, "{outcome}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_signal_ends_it_with_whole_output_and_a_person_sees_when_the_next_pass_is() {
    let sandbox = fixed().start().await.unwrap();
    let watch = "mde alerts list --watch 30s --latest 2";
    let program = Program::line(&format!("{watch} -o json"))
        .at(&sandbox)
        .env("TERM", "xterm");
    let shown = Terminal::of(&program).piped("stdout").wait("next look in ");
    let shown = shown.signal("SIGINT").run().await;
    assert_eq!(shown.code, Some(130), "{shown:?}");
    let rows: Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(rows.as_array().unwrap().len(), 2);

    // An empty list is one too.
    let none = format!("{watch} --filter id~eq~'x' -o json");
    let words: Vec<_> = none.split(' ').map(|word| word.replace('~', " ")).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let program = Program::new(&words).at(&sandbox).env("TERM", "xterm");
    let shown = Terminal::of(&program).piped("stdout").wait("next look in ");
    let shown = shown.signal("SIGTERM").run().await;
    assert_eq!(
        (shown.code, &shown.stdout[..]),
        (Some(143), &b"[]\n"[..]),
        "{shown:?}"
    );

    // The rows of a table are there before the second pass, with the marks in front.
    let program = Program::line(watch).at(&sandbox).env("NO_COLOR", "1");
    let shown = Terminal::of(&program)
        .piped("stderr")
        .wait("_change  _seen ")
        .wait("Z  ");
    let shown = shown.signal("SIGINT").run().await;
    assert_eq!(shown.code, Some(130), "{shown:?}");
    assert_eq!(
        shown.screen().replace("^C", "").trim().lines().count(),
        3,
        "{}",
        shown.screen()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_watched_is_refused_and_nothing_is_sent() {
    let sandbox = fixed().start().await.unwrap();
    for (line, why) in [
        (
            "mde alerts list --watch 2s",
            "a list is read every 5s at most",
        ),
        (
            "mde alerts list --watch 10s --until today",
            "cannot be used with",
        ),
        ("mde alerts get a1 --watch 10s", "unexpected argument"),
    ] {
        let outcome = Program::line(line).at(&sandbox).run().await;
        assert_eq!(outcome.code, Some(2), "{line}: {outcome}");
        assert!(outcome.stderr.contains(why), "{line}: {outcome}");
    }
    assert!(sandbox.requests("mde.alerts.list").is_empty());
}
