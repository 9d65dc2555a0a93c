//! Unusual rows in every format: very many members, extreme values.

use std::path::Path;

use sandbox::{Fault, Sandbox};

use super::program::{Outcome, Program, binary, fixed};

async fn listing(rows: &str) -> Sandbox {
    let sandbox = fixed().start().await.unwrap();
    let body = format!("{{\"value\":[{rows}]}}");
    sandbox.fault(
        Fault::on("mde.machines.list")
            .always()
            .status(200)
            .body(body),
    );
    sandbox
}

/// Processor time, in seconds, that a format may take in a build without optimization. A cost of rows times members would be minutes.
const LINEAR: u32 = 20;

/// Lists in a format. The kernel ends the program after [`LINEAR`], which on a busy machine is longer by the clock.
async fn list(sandbox: &Sandbox, format: &str) -> Outcome {
    let words = format!("mde machines list -o {format} --timeout 10m");
    let line = format!("ulimit -t {LINEAR}; exec \"$0\" {words}");
    let program = binary();
    let words = ["-c", &line, program.to_str().unwrap()];
    let outcome = Program::of(Path::new("/bin/sh"), &words).at(sandbox).run();
    let outcome = outcome.await;
    assert!(outcome.code.is_some(), "{format}: more than {LINEAR} s");
    outcome
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_of_very_many_members() {
    let members: Vec<_> = (0..50_000)
        .map(|number| format!("\"m{number}\":{number}"))
        .collect();
    let sandbox = listing(&format!("{{{}}}", members.join(","))).await;
    for format in ["csv", "tsv", "table", "yaml", "id"] {
        let outcome = list(&sandbox, format).await;
        assert_eq!(outcome.code, Some(0), "{format}: {}", outcome.stderr);
        if format == "csv" {
            assert_eq!(outcome.lines()[1].split(',').count(), 50_000);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn very_many_rows_with_a_member_of_their_own() {
    let rows: Vec<_> = (0..9_000)
        .map(|number| format!("{{\"id\":{number},\"m{number}\":1}}"))
        .collect();
    let sandbox = listing(&rows.join(",")).await;
    for format in ["csv", "table"] {
        let outcome = list(&sandbox, format).await;
        assert_eq!(outcome.code, Some(0), "{format}: {}", outcome.stderr);
        assert_eq!(outcome.lines().len(), 9_001, "{format}");
        if format == "csv" {
            assert!(
                outcome.stderr.contains("later rows also have m200, m201, "),
                "{}",
                outcome.stderr
            );
            assert!(
                outcome
                    .stderr
                    .contains(" and 8780 more, which no column shows"),
                "{}",
                outcome.stderr
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn values_that_few_types_hold_are_the_same_in_yaml() {
    let digits = "7".repeat(100_000);
    let deep = format!("{}1{}", "[".repeat(100), "]".repeat(100));
    let sandbox = listing(&format!(
        r#"{{"id":"a","surrogate":"x\ud800y","huge":1e400,"long":{digits},"big":18446744073709551616,"deep":{deep},"pair":"\ud83d\ude00"}},{{"id":"b"}}"#
    ))
    .await;
    let outcome = list(&sandbox, "yaml").await;
    assert_eq!(outcome.code, Some(3), "half a pair is mended: {outcome}");
    let line = |begin: &str| {
        outcome
            .lines()
            .into_iter()
            .find_map(|line| line.trim().strip_prefix(begin).map(str::to_owned))
    };
    assert_eq!(line("big: ").as_deref(), Some("18446744073709551616"));
    assert_eq!(line("huge: ").as_deref(), Some("1.0e+400"));
    assert_eq!(line("surrogate: ").as_deref(), Some("\"x\\ufffdy\""));
    assert_eq!(line("pair: ").as_deref(), Some("\"😀\""));
    assert_eq!(line("long: "), Some(digits));
    assert_eq!(outcome.lines().last(), Some(&"- id: b"));
}
