//! Asking a list for a range of time, the newest records, an order and words. What is expected is computed from the
//! whole list, with code of this file.

use std::cmp::Ordering;

use jiff::Timestamp;
use sandbox::Sandbox;
use serde_json::{Value, json};

use super::answering::{Answering, answer};
use super::program::{Outcome, Program, fixed};
use super::terminal::Terminal;

async fn run(sandbox: &Sandbox, line: &str, more: &[&str]) -> Outcome {
    let words: Vec<&str> = line.split(' ').chain(more.iter().copied()).collect();
    Program::new(&words).at(sandbox).run().await
}

/// The records of a list as JSON.
async fn rows(sandbox: &Sandbox, line: &str, more: &[&str]) -> Vec<Value> {
    let outcome = run(sandbox, line, &[more, &["-o", "ndjson"]].concat()).await;
    assert_eq!(outcome.code, Some(0), "{line} {more:?}: {outcome}");
    let lines = outcome.stdout.lines();
    lines
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// A member as a time: text, or milliseconds since 1970.
fn at(row: &Value, member: &str) -> Option<Timestamp> {
    match &row[member] {
        Value::String(text) => text.parse().ok(),
        other => Timestamp::from_millisecond(other.as_i64()?).ok(),
    }
}

fn ids(rows: &[Value], key: &str) -> Vec<String> {
    let mut ids: Vec<_> = rows.iter().map(|row| row[key].to_string()).collect();
    ids.sort();
    ids
}

/// A list, the member that is compared, the key of the records, and whether the service compares.
type List = (&'static str, &'static str, &'static str, bool);

const LISTS: &[List] = &[
    ("mde alerts list", "lastUpdateTime", "id", true),
    ("mde machines list --all-statuses", "lastSeen", "id", true),
    ("mde vulnerabilities list", "updatedOn", "id", true),
    ("xdr incidents list", "lastUpdateTime", "incidentId", true),
    ("graph alerts list", "lastUpdateDateTime", "id", true),
    ("graph incidents list", "lastUpdateDateTime", "id", true),
    ("mdca alerts list", "timestamp", "_id", true),
    ("mdca activities list", "timestamp", "_id", true),
    ("mde machines find-by-tag vip", "lastSeen", "id", false),
    (
        "graph detection-rules list",
        "lastModifiedDateTime",
        "id",
        false,
    ),
    (
        "graph health-issues list",
        "lastModifiedDateTime",
        "id",
        false,
    ),
    ("mdca governance query", "timestamp", "_id", false),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_range_of_time_is_what_the_whole_list_has_in_it() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    for (line, member, key, is_sent) in LISTS {
        let all = rows(&sandbox, line, &[]).await;
        let mut times: Vec<Timestamp> = all.iter().filter_map(|row| at(row, member)).collect();
        times.sort();
        assert!(times.len() > 2, "{line}: {} times", times.len());
        // Both ends are times of records, and belong to the range.
        let (since, until) = (times[times.len() / 3], times[times.len() * 2 / 3]);
        let (since_text, until_text) = (since.to_string(), until.to_string());
        let asked = ["--since", &since_text, "--until", &until_text];
        let found = rows(&sandbox, line, &asked).await;
        // A service leaves a record without the time out; here it is kept.
        let is_in = |row: &&Value| match at(row, member) {
            Some(at) => since <= at && at <= until,
            None => !is_sent,
        };
        let expected: Vec<Value> = all.iter().filter(is_in).cloned().collect();
        assert!(!expected.is_empty() && expected.len() < all.len(), "{line}");
        assert_eq!(ids(&found, key), ids(&expected, key), "{line}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_are_the_greatest_times_of_the_whole_list() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    for (line, member, _, _) in LISTS {
        let all = rows(&sandbox, line, &[]).await;
        let mut times: Vec<Timestamp> = all.iter().filter_map(|row| at(row, member)).collect();
        times.sort_by(|one, two| two.cmp(one));
        times.truncate(3);
        let found = rows(&sandbox, line, &["--latest", "3"]).await;
        let found: Vec<_> = found.iter().filter_map(|row| at(row, member)).collect();
        assert_eq!(found, times, "{line}");
    }
    // More than the service can order: the list is read whole, and the newest are kept.
    let all = rows(&sandbox, "graph alerts list", &[]).await.len();
    let found = rows(&sandbox, "graph alerts list", &["--latest", "501"]).await;
    assert_eq!(found.len(), all.min(501));
    let sent = sandbox.requests("graph.alerts.list").pop().unwrap();
    assert!(
        !sent.path_and_query.contains("desc"),
        "{}",
        sent.path_and_query
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_and_a_person_get_the_newest_first_and_a_pipe_the_order_of_the_service() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    let times = |rows: &[Value]| -> Vec<Timestamp> {
        let times = rows.iter().map(|row| at(row, "lastUpdateDateTime"));
        times.map(Option::unwrap).collect()
    };
    for line in ["graph alerts list", "graph incidents list"] {
        let piped = times(&rows(&sandbox, line, &[]).await);
        assert!(piped.is_sorted(), "{line}");
        let limited = times(&rows(&sandbox, line, &["-n", "3"]).await);
        assert_eq!(limited[0], *piped.last().unwrap(), "{line}");
        assert!(limited.is_sorted_by(|one, two| one >= two), "{line}");
        // An order of the user's own stays.
        let own = ["-n", "3", "--orderby", "lastUpdateDateTime asc"];
        let own = times(&rows(&sandbox, line, &own).await);
        assert_eq!(own, piped[..3], "{line}");
    }
    let shown = async |line: &str| {
        let program = Program::line(line).at(&sandbox).env("NO_COLOR", "1");
        let shown = Terminal::of(&program).run().await;
        String::from_utf8(shown.terminal).unwrap()
    };
    let asked = |operation| sandbox.requests(operation).pop().unwrap().path_and_query;
    shown("mdca alerts list -o id").await;
    let sent = asked("mdca.alerts.list");
    assert!(sent.contains("sortDirection=desc"), "{sent}");
    // This order reaches 500 records, and all are wanted: the list says how to get the newest.
    let said = shown("graph alerts list -o id").await;
    assert!(said.contains("--latest N"), "{said}");
    assert!(!asked("graph.alerts.list").contains("desc"));
}

/// An order by one member: a missing value last, a severity by its rank, text by letters.
fn order(one: &Value, two: &Value, member: &str, descending: bool) -> Ordering {
    let rank = |value: &Value| {
        let words = ["informational", "low", "medium", "high"];
        let text = value.as_str().unwrap_or_default().to_lowercase();
        words.iter().position(|word| *word == text)
    };
    let (one, two) = (&one[member], &two[member]);
    if one.is_null() || two.is_null() {
        return one.is_null().cmp(&two.is_null());
    }
    let order = match (rank(one), rank(two)) {
        (Some(one), Some(two)) => one.cmp(&two),
        _ if one.is_number() => one.as_f64().unwrap().total_cmp(&two.as_f64().unwrap()),
        _ => {
            let fold = |value: &Value| value.as_str().unwrap_or_default().to_lowercase();
            fold(one).cmp(&fold(two))
        }
    };
    if descending { order.reverse() } else { order }
}

#[tokio::test(flavor = "multi_thread")]
async fn records_are_sorted_by_their_kind_of_value() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    for (line, keys) in [
        ("mde alerts list", "-severity,title"),
        ("mde alerts list", "resolvedTime"),
        ("mde vulnerabilities list", "-cvssV3,id"),
        ("mde machines list --all-statuses", "computerDnsName"),
        ("graph alerts list", "-lastUpdateDateTime"),
        ("graph alerts list", "lastUpdateDateTime"),
        ("mdca alerts list", "timestamp"),
        ("mdca alerts list", "-timestamp"),
    ] {
        let mut expected = rows(&sandbox, line, &[]).await;
        expected.sort_by(|one, two| {
            let keys = keys.split(',').map(|key| {
                let member = key.strip_prefix('-');
                order(one, two, member.unwrap_or(key), member.is_some())
            });
            keys.fold(Ordering::Equal, Ordering::then)
        });
        let found = rows(&sandbox, line, &["--sort", keys]).await;
        let members = |rows: &[Value]| -> Vec<Vec<Value>> {
            let of = |row: &Value| {
                let keys = keys.split(',').map(|key| key.trim_start_matches('-'));
                keys.map(|key| row[key].clone()).collect()
            };
            rows.iter().map(of).collect()
        };
        assert_eq!(members(&found), members(&expected), "{line} --sort {keys}");
        // A limit counts the sorted records.
        let found = rows(&sandbox, line, &["--sort", keys, "-n", "4"]).await;
        assert_eq!(members(&found), members(&expected[..4]), "{line} -n 4");
    }
    // The service orders by the time of the records, and is asked to.
    run(
        &sandbox,
        "mdca alerts list -n 2 --sort timestamp -o id",
        &[],
    )
    .await;
    let sent = sandbox.requests("mdca.alerts.list").pop().unwrap();
    assert!(sent.path_and_query.contains("sortDirection=asc"));
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_can_be_sorted_is_an_error_before_anything_is_printed() {
    let many: Vec<_> = (0..=100_000).map(|number| json!({"id": number})).collect();
    let body = json!({ "value": many }).to_string();
    let service = Answering::new(move |_, _| answer(200, &body));
    let line = [
        "mde",
        "alerts",
        "list-files",
        "a1",
        "-o",
        "id",
        "--sort",
        "-id",
    ];
    let outcome = service.run(&line).run().await;
    assert_eq!((outcome.code, &*outcome.stdout), (Some(2), ""), "{outcome}");
    let said = &outcome.stderr;
    assert!(said.contains("100000 records or 256 MiB"), "{said}");
    assert!(
        said.contains("--limit") && said.contains("--filter"),
        "{said}"
    );
    let outcome = service.run(&[&line[..], &["-n", "2"]].concat()).run().await;
    assert_eq!(outcome.lines(), ["100000", "99999"], "{outcome}");
    assert_eq!(outcome.stderr, "stopped at --limit 2; more exist\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_misspelt_member_of_an_order_is_named() {
    let sandbox = fixed().start().await.unwrap();
    let outcome = run(&sandbox, "mde alerts list -o id --sort sevrity", &[]).await;
    assert_eq!((outcome.code, &*outcome.stdout), (Some(2), ""), "{outcome}");
    assert!(
        outcome.stderr.contains("do you mean `severity`?"),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn records_without_a_time_are_kept_and_counted() {
    let body = json!({"value": [
        {"id": "old", "lastSeen": "2026-01-01T00:00:00Z"},
        {"id": "never"},
        {"id": "new", "lastSeen": "2026-03-01T00:00:00Z"},
        {"id": "null", "lastSeen": null},
    ]});
    let service = Answering::new(move |_, _| answer(200, &body.to_string()));
    let line = "mde domains list-machines a.example -o id --since 2026-02-01";
    let outcome = service
        .run(&line.split(' ').collect::<Vec<_>>())
        .run()
        .await;
    assert_eq!(outcome.lines(), ["never", "new", "null"], "{outcome}");
    assert!(
        outcome
            .stderr
            .contains("2 records have no `lastSeen` and are kept"),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ordered_list_is_read_as_far_as_the_range_goes() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    let line = "mdca governance query -o id --page-size 2";
    let pages = || sandbox.requests("mdca.governance.query").len();
    let all = rows(&sandbox, "mdca governance query --page-size 2", &[]).await;
    let whole = pages();
    let newest = all.iter().filter_map(|row| at(row, "timestamp")).max();
    let newest = newest.unwrap().to_string();
    // With a limit the newest come first.
    let outcome = run(&sandbox, line, &["-n", "50", "--since", &newest]).await;
    assert_eq!(outcome.lines().len(), 1, "{outcome}");
    assert!(pages() - whole < whole, "{} of {whole}", pages() - whole);
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_options_in_the_spelling_of_the_service() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    for (line, option, member, words, key) in [
        (
            "mde alerts list",
            "--severity",
            "severity",
            vec!["high", "medium"],
            "id",
        ),
        (
            "mde machines list --all-statuses",
            "--risk-score",
            "riskScore",
            vec!["HIGH"],
            "id",
        ),
        (
            "graph alerts list",
            "--severity",
            "severity",
            vec!["High", "low"],
            "id",
        ),
        (
            "xdr incidents list",
            "--status",
            "status",
            vec!["inprogress", "active"],
            "incidentId",
        ),
        (
            "mde indicators list",
            "--action",
            "action",
            vec!["block"],
            "id",
        ),
    ] {
        let all = rows(&sandbox, line, &[]).await;
        let is_meant = |row: &&Value| {
            let word = row[member].as_str().unwrap_or_default();
            words.iter().any(|meant| meant.eq_ignore_ascii_case(word))
        };
        let expected: Vec<Value> = all.iter().filter(is_meant).cloned().collect();
        assert!(!expected.is_empty() && expected.len() < all.len(), "{line}");
        let joined = rows(&sandbox, line, &[option, &words.join(",")]).await;
        assert_eq!(ids(&joined, key), ids(&expected, key), "{line}");
        let repeated: Vec<&str> = words.iter().flat_map(|word| [option, *word]).collect();
        let repeated = rows(&sandbox, line, &repeated).await;
        assert_eq!(ids(&repeated, key), ids(&expected, key), "{line}");
    }
    // Cloud Apps takes numbers, which nobody remembers.
    let all = rows(&sandbox, "mdca alerts list", &[]).await;
    let high = all.iter().filter(|row| row["severityValue"] == 2).count();
    for line in [
        vec!["--severity", "high"],
        vec!["--severity", "2"],
        vec!["--filter", "severity eq HIGH"],
    ] {
        let found = rows(&sandbox, "mdca alerts list", &line).await;
        assert_eq!(found.len(), high, "{line:?}");
    }
    // Devices in passive mode have a code as well.
    let line = "mde device-health list-antivirus --av-mode active,passive --dry-run -o json";
    let outcome = run(&sandbox, line, &[]).await;
    assert!(outcome.json()["url"].as_str().unwrap().contains("%270%27"));
}

#[tokio::test(flavor = "multi_thread")]
async fn all_conditions_hold_together() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    let all = rows(&sandbox, "mde alerts list", &[]).await;
    let mut times: Vec<_> = all
        .iter()
        .filter_map(|row| at(row, "lastUpdateTime"))
        .collect();
    times.sort();
    let since = times[times.len() / 4];
    let expected: Vec<Value> = all
        .iter()
        .filter(|row| {
            let status = row["status"] == "New" || row["status"] == "InProgress";
            let severity = row["severity"] == "High" || row["severity"] == "Low";
            status && severity && at(row, "lastUpdateTime").is_some_and(|at| at >= since)
        })
        .cloned()
        .collect();
    let own = "status eq 'New' or status eq 'InProgress'";
    let since = since.to_string();
    let asked = ["--filter", own, "--since", &since, "--severity", "low,high"];
    let found = rows(&sandbox, "mde alerts list", &asked).await;
    assert!(!expected.is_empty(), "the condition finds nothing");
    assert_eq!(ids(&found, "id"), ids(&expected, "id"));
}

/// Nothing is sent for any of these.
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_right_is_refused_before_anything_is_sent() {
    let sandbox = fixed().start().await.unwrap();
    for (more, complaint) in [
        (vec!["--since", "soon"], "`soon` is not a time"),
        (vec!["--until", "2026-13-01"], "is not a time"),
        (
            vec!["--since", "today", "--until", "7d"],
            "lies before --since",
        ),
        (vec!["--latest", "0"], "--latest"),
        (vec!["--latest", "5", "-n", "3"], "--latest excludes"),
        (vec!["--latest", "5", "--sort", "id"], "cannot be used with"),
        (vec!["--sort", "severity,"], "empty member"),
        (vec!["--severity", "hihg"], "do you mean `High`?"),
        (
            vec!["--filter", "severity eq 'Hihg'"],
            "do you mean 'High'?",
        ),
        (
            vec!["--filter", "severity eq \"High\""],
            "text stands in single quotes: 'High'",
        ),
        (
            vec!["--filter", "severity eq High"],
            "text stands in single quotes: severity 'High'",
        ),
        (
            vec!["--filter", "alertCreationTime ge 7d"],
            "--since and --until take it",
        ),
        (
            vec!["--filter", "alertCreationTime ge 'soon'"],
            "takes a time such as",
        ),
        (
            vec!["--filter", "alertCreationTime ge '2026-03-01T00:00:00Z'"],
            "stands without quotes",
        ),
    ] {
        let outcome = run(&sandbox, "mde alerts list", &more).await;
        assert_eq!(outcome.code, Some(2), "{more:?}: {outcome}");
        assert!(outcome.stderr.contains(complaint), "{more:?}: {outcome}");
    }
    // Cloud Apps takes one condition for a field and an operator.
    for more in [
        ["--filter", "severity eq 2", "--severity", "low"],
        ["--filter", "severity eq 2", "--filter", "severity eq 1"],
        ["--filter", "date gte 2026-03-01", "--since", "7d"],
    ] {
        let outcome = run(&sandbox, "mdca alerts list", &more).await;
        assert_eq!(outcome.code, Some(2), "{more:?}: {outcome}");
    }
    let outcome = run(&sandbox, "mde software list --since 7d", &[]).await;
    assert_eq!(outcome.code, Some(2), "records without a time: {outcome}");
    assert!(sandbox.requests("mde.alerts.list").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_in_another_case_is_mended_and_an_unknown_one_is_sent_with_a_warning() {
    let sandbox = fixed().start().await.unwrap();
    let meant = rows(
        &sandbox,
        "mde alerts list",
        &["--filter", "severity eq 'High'"],
    )
    .await;
    let typed = rows(
        &sandbox,
        "mde alerts list",
        &["--filter", "severity eq 'high'"],
    )
    .await;
    assert!(!meant.is_empty());
    assert_eq!(ids(&typed, "id"), ids(&meant, "id"));
    let outcome = run(
        &sandbox,
        "mde alerts list -o id",
        &["--filter", "severity eq 'Extreme'"],
    )
    .await;
    assert_eq!((outcome.code, &*outcome.stdout), (Some(0), ""), "{outcome}");
    assert!(
        outcome.stderr.contains("no documented word 'Extreme'")
            && outcome.stderr.contains("Medium, High"),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn times_are_printed_as_they_were_understood() {
    let sandbox = fixed().start().await.unwrap();
    let outcome = run(
        &sandbox,
        "mde alerts list -o id -v --since 7d --until today",
        &[],
    )
    .await;
    assert!(outcome.stderr.contains("--since 7d is 20"), "{outcome}");
    assert!(outcome.stderr.contains("--until today is 20"), "{outcome}");
    let quiet = run(&sandbox, "mde alerts list -o id --since 7d", &[]).await;
    assert_eq!(quiet.stderr, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_input_that_takes_the_time_is_set_by_since() {
    let line = "mde assessments list-software-vulnerability-changes --dry-run -o json";
    let since = Program::line(&format!("{line} --since 2d")).run().await;
    let url = since.json()["url"].as_str().unwrap().to_owned();
    assert!(url.contains("sinceTime=20"), "{url}");
    let neither = Program::line(line).run().await;
    assert_eq!(neither.code, Some(2), "{neither}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_reads_like_a_limit_is_said_to_be_a_page() {
    let sandbox = fixed().start().await.unwrap();
    let outcome = run(&sandbox, "mde alerts list --top 5 -o id", &[]).await;
    assert!(outcome.lines().len() > 5, "{outcome}");
    assert!(
        outcome.stderr.contains("--limit N prints N records"),
        "{outcome}"
    );
    let help = Program::line("mde alerts list --help").run().await.stdout;
    assert!(
        !help.contains("--top ") && help.contains("--page-size "),
        "{help}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_behind_wait_needs_its_equals_sign() {
    let sandbox = fixed().start().await.unwrap();
    let line = "mde machines isolate ab12 --comment x --yes --wait 10s";
    let outcome = run(&sandbox, line, &[]).await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(outcome.stderr.contains("write --wait=10s"), "{outcome}");
    assert!(sandbox.all_requests().is_empty());
}
