//! Rules that every run must follow.

use serde_json::Value;

use super::run::{LONGEST, Outcome};
use super::schedule::Schedule;
use super::server::Seen;
use super::subject::Kind;

/// Maximum memory for a list of a few rows, in a build without optimization.
const MOST_MEMORY: u64 = 96 * 1024 * 1024;

/// Maximum number of token requests of one command.
const MOST_TOKENS: usize = 16;

/// Exit codes of a command. Codes 2 and 9 mean that nothing was sent.
const CODES: [i32; 7] = [0, 1, 3, 4, 5, 6, 7];

/// The violations of a run.
pub(crate) fn judge(schedule: &Schedule, outcome: &Outcome, seen: &Seen) -> Vec<String> {
    let mut wrong = Vec::new();
    if outcome.hung {
        wrong.push(format!("it did not end within {} s", LONGEST.as_secs()));
    }
    judge_requests(schedule, seen, &mut wrong);
    if outcome.memory > MOST_MEMORY {
        wrong.push(format!("it took {} MiB", outcome.memory >> 20));
    }
    if outcome.stderr.contains("panicked at") {
        wrong.push("it panicked".to_owned());
    }
    match outcome.code {
        _ if outcome.hung || outcome.waits => {}
        None => wrong.push("a signal ended it".to_owned()),
        Some(code) if schedule.subject.kind == Kind::Change => {
            judge_change(code, outcome, seen, &mut wrong);
        }
        Some(code) if !CODES.contains(&code) => wrong.push(format!("exit code {code}")),
        Some(code) => judge_list(schedule, code, (outcome, seen), &mut wrong),
    }
    wrong
}

fn judge_requests(schedule: &Schedule, seen: &Seen, wrong: &mut Vec<String>) {
    if seen.foreign > 0 {
        wrong.push(format!("{} requests to a foreign host", seen.foreign));
    }
    if seen.leaks > 0 {
        wrong.push(format!("{} tokens to another host", seen.leaks));
    }
    let most = schedule.most_requests();
    if seen.requests > most {
        wrong.push(format!("{} requests, {most} at most", seen.requests));
    }
    if seen.tokens > MOST_TOKENS {
        wrong.push(format!(
            "{} token requests, {MOST_TOKENS} at most",
            seen.tokens
        ));
    }
}

fn judge_list(
    schedule: &Schedule,
    code: i32,
    (outcome, seen): (&Outcome, &Seen),
    wrong: &mut Vec<String>,
) {
    let rows = match rows(schedule, &outcome.stdout) {
        Ok(rows) => rows,
        Err(what) => return wrong.push(what),
    };
    let mut sorted = rows.clone();
    sorted.sort_unstable();
    sorted.dedup();
    // A repeated page may be detected at its end only; then the error reports it.
    let told = code != 0 && outcome.stderr.contains("twice");
    if sorted.len() != rows.len() && !told {
        let twice = rows.len() - sorted.len();
        wrong.push(format!("{twice} rows came twice (exit {code})"));
    } else if sorted != rows && !told && schedule.keeps_order() {
        wrong.push("rows came in another order".to_owned());
    }
    if sorted.last().is_some_and(|last| *last >= schedule.rows) {
        wrong.push("a row that does not exist".to_owned());
    }
    let none = sorted.is_empty() && (schedule.may_be_empty() || seen.said_none);
    if code == 0 && sorted.len() < schedule.rows && !none {
        let lost = schedule.rows - sorted.len();
        wrong.push(format!(
            "exit 0, and {lost} of {} rows are missing",
            schedule.rows
        ));
    }
    // A list that ends with a full page and no link may be truncated; a reader cannot know.
    let doubted = code == 3 && sorted.len() == schedule.rows;
    if code != 0 && schedule.must_succeed() && !doubted {
        wrong.push(format!("exit {code} without need"));
    }
    if code == 3 && !said(&outcome.stderr).any(|line| line.is_object()) {
        wrong.push("exit 3, and nothing says what is missing".to_owned());
    }
    if ![0, 3].contains(&code) {
        judge_error(code, rows.len(), &outcome.stderr, wrong);
    }
}

/// An error is JSON with the number of rows before it.
fn judge_error(code: i32, rows: usize, stderr: &str, wrong: &mut Vec<String>) {
    let Some(error) = error(stderr) else {
        return wrong.push(format!("exit {code} without an error as JSON"));
    };
    let text = error.to_string();
    let plural = if rows == 1 { "row" } else { "rows" };
    let told = text.contains(&format!("{rows} rows")) || text.contains(&format!("{rows} {plural}"));
    if rows > 0 && !told && error["rows"].as_u64() != u64::try_from(rows).ok() {
        wrong.push(format!(
            "exit {code}, and the error does not say that {rows} rows came"
        ));
    }
}

fn judge_change(code: i32, outcome: &Outcome, seen: &Seen, wrong: &mut Vec<String>) {
    // The search for its outcome may use as many requests as a list.
    if seen.changes != 1 {
        wrong.push(format!("the change was sent {} times", seen.changes));
    }
    let Some(error) = error(&outcome.stderr).filter(|_| code != 0) else {
        return wrong.push(format!(
            "exit {code} although nobody knows whether it happened"
        ));
    };
    if !error.to_string().contains("may have acted") {
        wrong.push("the error does not say that the service may have acted".to_owned());
    }
    if error["retryable"] != false {
        wrong.push(format!("`retryable` is {}", error["retryable"]));
    }
}

/// The numbers of the printed rows.
fn rows(schedule: &Schedule, stdout: &[u8]) -> Result<Vec<usize>, String> {
    let text = std::str::from_utf8(stdout).map_err(|_| "printed bytes are no UTF-8".to_owned())?;
    if schedule.array {
        return rows_of_array(schedule, text);
    }
    if !text.is_empty() && !text.ends_with('\n') {
        return Err("the last printed line has no end".to_owned());
    }
    let row = |line: &str| number(schedule, &serde_json::from_str(line).ok()?);
    let rows = text
        .lines()
        .map(|line| row(line).ok_or_else(|| no_row(line)));
    rows.collect()
}

/// The same for one array, which is closed even after an error.
fn rows_of_array(schedule: &Schedule, text: &str) -> Result<Vec<usize>, String> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let Ok(Value::Array(rows)) = serde_json::from_str(text) else {
        return Err(format!("printed what is no array: {}", text.escape_debug()));
    };
    let rows = rows
        .iter()
        .map(|row| number(schedule, row).ok_or_else(|| no_row(&row.to_string())));
    rows.collect()
}

/// The number of a row, which it contains twice.
fn number(schedule: &Schedule, row: &Value) -> Option<usize> {
    let number = usize::try_from(row["n"].as_u64()?).ok()?;
    let id = match &row[schedule.subject.key] {
        Value::String(text) => text.trim_start_matches('r').parse().ok()?,
        id => usize::try_from(id.as_u64()?).ok()?,
    };
    (id == number).then_some(number)
}

fn no_row(text: &str) -> String {
    let shown: String = text.chars().take(80).collect();
    format!("printed what is no row: {}", shown.escape_debug())
}

/// The lines of standard error that are JSON.
fn said(stderr: &str) -> impl DoubleEndedIterator<Item = Value> + '_ {
    stderr
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok())
}

fn error(stderr: &str) -> Option<Value> {
    said(stderr)
        .rev()
        .find_map(|mut line| line.get_mut("error").map(Value::take))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// A list of three rows without faults.
    fn schedule() -> Schedule {
        let mut seeds = (0..).map(Schedule::of);
        let plain = |one: &Schedule| {
            one.faults.is_empty()
                && one.token_faults.is_empty()
                && one.subject.words == ["mde", "alerts", "list"]
        };
        let mut schedule = seeds.find(plain).unwrap();
        schedule.rows = 3;
        schedule.array = false;
        schedule
    }

    fn outcome(code: i32, rows: &[usize], stderr: &str) -> Outcome {
        let rows = rows
            .iter()
            .map(|row| format!("{{\"id\":\"r{row:05}\",\"n\":{row}}}\n"));
        Outcome {
            code: Some(code),
            stdout: rows.collect::<String>().into_bytes(),
            stderr: stderr.to_owned(),
            time: Duration::ZERO,
            memory: 0,
            hung: false,
            waits: false,
        }
    }

    fn told(code: i32, rows: &[usize], stderr: &str) -> String {
        judge(&schedule(), &outcome(code, rows, stderr), &Seen::default()).join("; ")
    }

    #[test]
    fn what_a_list_must_not_do_is_told() {
        assert_eq!(told(0, &[0, 1, 2], ""), "");
        assert!(told(0, &[0, 1], "").contains("1 of 3 rows are missing"));
        assert!(told(0, &[0, 1, 1, 2], "").contains("came twice"));
        assert!(told(0, &[1, 0, 2], "").contains("another order"));
        assert!(told(0, &[0, 1, 2, 3], "").contains("does not exist"));
        assert!(told(1, &[0], "error: x").contains("without an error as JSON"));
        let error = r#"{"error":{"message":"x; 2 rows came before it"}}"#;
        assert!(told(1, &[0], error).contains("does not say that 1 rows came"));
        assert!(told(1, &[0, 1], error).contains("without need"));
        assert!(told(101, &[], "thread 'main' panicked at x").contains("panicked"));
        let mut printed = outcome(0, &[0, 1, 2], "");
        printed.stdout.extend(b"{\"id\":\"\x1b\"}\n");
        let wrong = judge(&schedule(), &printed, &Seen::default()).join("; ");
        assert!(wrong.contains("no row"), "{wrong}");
    }

    #[test]
    fn what_is_sent_too_often_or_elsewhere_is_told() {
        let seen = Seen {
            requests: 10_000,
            tokens: 100,
            foreign: 1,
            leaks: 1,
            ..Seen::default()
        };
        let wrong = judge(&schedule(), &outcome(0, &[0, 1, 2], ""), &seen);
        assert_eq!(wrong.len(), 4, "{wrong:?}");
    }

    #[test]
    fn a_change_of_unknown_outcome_is_sent_once_and_said() {
        let mut seeds = (0..).map(Schedule::of);
        let change = seeds.find(|one| one.subject.kind == Kind::Change).unwrap();
        let seen = |changes| Seen {
            changes,
            ..Seen::default()
        };
        let good = r#"{"error":{"hint":"the service may have acted","retryable":false}}"#;
        let wrong = |code, stderr, requests| {
            judge(&change, &outcome(code, &[], stderr), &seen(requests)).len()
        };
        assert_eq!(wrong(1, good, 1), 0);
        assert_eq!(wrong(1, good, 4), 1);
        assert_eq!(wrong(0, "", 1), 1);
        assert_eq!(wrong(1, r#"{"error":{"retryable":true}}"#, 1), 2);
    }
}
