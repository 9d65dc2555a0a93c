//! `--jq` and `--template`: what they make of each record, and how they fail.

use sandbox::{Fault, Sandbox};
use serde_json::{Value, json};

use super::answering::{Answering, answer};
use super::program::{Outcome, Program, fixed};
#[cfg(unix)]
use super::terminal::Terminal;

/// The emulator with a list of these devices.
async fn holding(rows: &str) -> Sandbox {
    let sandbox = fixed().start().await.unwrap();
    let body = format!("{{\"value\":{rows}}}");
    sandbox.fault(
        Fault::on("mde.machines.list")
            .always()
            .status(200)
            .body(body),
    );
    sandbox
}

async fn devices(sandbox: &Sandbox, more: &[&str]) -> Outcome {
    let words = [&["mde", "machines", "list", "-q"], more].concat();
    Program::new(&words).at(sandbox).run().await
}

const ROWS: &str = r#"[{"id":"a","score":1.5,"big":9007199254740993,"tags":["x","y"],"name":"one\ttwo"},
    {"id":"b","score":"none","big":7,"tags":[],"name":null}]"#;

#[tokio::test(flavor = "multi_thread")]
async fn jq_is_evaluated_record_by_record() {
    let sandbox = holding(ROWS).await;
    for (expression, expected) in [
        (".id", "a\nb\n"),
        (
            "select(.id == \"b\")",
            "{\"big\":7,\"id\":\"b\",\"name\":null,\"score\":\"none\",\"tags\":[]}\n",
        ),
        (".tags[]", "x\ny\n"),
        ("[.id, .name] | @tsv", "a\tone\\ttwo\nb\t\n"),
        (".name", "one\ttwo\nnull\n"),
    ] {
        let outcome = devices(&sandbox, &["--jq", expression]).await;
        assert_eq!(
            (outcome.stdout.as_str(), outcome.code),
            (expected, Some(0)),
            "{expression}: {outcome}"
        );
    }
    let limited = devices(&sandbox, &["--jq", ".id", "-n", "1"]).await;
    assert_eq!(limited.stdout, "a\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_that_jq_does_not_change_keep_their_digits() {
    let body = r#"{"value":[{"score":1.50,"big":123456789012345678901234567890}]}"#;
    let service = Answering::new(move |_, _| answer(200, body));
    let words = [
        "mde",
        "machines",
        "list",
        "-q",
        "--jq",
        ".score, .big, {big}",
    ];
    let outcome = service.run(&words).run().await;
    assert_eq!(
        outcome.stdout,
        "1.50\n123456789012345678901234567890\n{\"big\":123456789012345678901234567890}\n",
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_object_is_one_input_and_a_query_is_read_row_by_row() {
    let sandbox = fixed().start().await.unwrap();
    let run = |words: &'static [&'static str]| Program::new(words).at(&sandbox).run();
    let device = run(&[
        "mde",
        "machines",
        "get",
        "wks-timber-0000.contoso.com",
        "--jq",
        ".osPlatform",
    ])
    .await;
    assert_eq!(device.stdout, "Windows11\n");
    let hunt = run(&[
        "hunt",
        "-e",
        "DeviceInfo | take 2 | project DeviceName",
        "--jq",
        ".DeviceName",
    ])
    .await;
    assert_eq!(hunt.stdout.lines().count(), 2, "{hunt}");
    let operation = run(&[
        "xdr",
        "advanced-hunting",
        "run",
        "--query",
        "DeviceInfo | take 2 | project DeviceName",
        "--jq",
        ".DeviceName",
    ])
    .await;
    assert_eq!(operation.stdout, hunt.stdout, "{operation}");
    let raw = run(&["api", "/api/machines", "--jq", ".value | length > 0"]).await;
    assert_eq!(raw.stdout, "true\n");
    let own = run(&[
        "operations",
        "mde",
        "alerts",
        "list",
        "--template",
        "{{ method }} {{ path }}",
        "-n",
        "1",
    ])
    .await;
    assert_eq!(own.stdout, "GET /api/alerts\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn templates_fill_in_members() {
    let sandbox = holding(ROWS).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("devices.txt");
    std::fs::write(
        &file,
        "{{ id }}{% for tag in tags %} #{{ tag }}{% endfor %}\n",
    )
    .unwrap();
    let file = format!("@{}", file.display());
    for (template, expected) in [
        ("{{ id }}: {{ name }}", "a: one\ttwo\nb: \n"),
        ("{% if tags %}{{ row.id }}{% endif %}", "a\n"),
        (&file, "a #x #y\nb\n"),
        ("{{ nothing.at.all }}<{{ id }}>", "<a>\n<b>\n"),
    ] {
        let outcome = devices(&sandbox, &["--template", template]).await;
        assert_eq!(
            (outcome.stdout.as_str(), outcome.code),
            (expected, Some(0)),
            "{template}: {outcome}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_expression_is_refused_before_anything_is_sent() {
    let sandbox = holding(ROWS).await;
    for (option, text, expected) in [
        (
            "--jq",
            ".id | nope",
            "--jq: unknown filter `nope` at character 7",
        ),
        ("--jq", ".id |", "--jq: expected term at the end"),
        ("--jq", "env", "--jq: unknown filter `env` at character 1"),
        ("--template", "{{ id ", "in line 1"),
        ("--template", "@no/such/file", "no/such/file"),
    ] {
        let outcome = devices(&sandbox, &[option, text]).await;
        assert_eq!(
            (outcome.code, outcome.stdout.as_str()),
            (Some(2), ""),
            "{outcome}"
        );
        assert!(outcome.stderr.contains(expected), "{text}: {outcome}");
    }
    for words in [
        &["--jq", ".", "--template", "x"][..],
        &["--jq", ".", "--columns", "id"],
        &["--template", "x", "-o", "csv"],
    ] {
        let outcome = devices(&sandbox, words).await;
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert!(outcome.stderr.contains("exclude each other"), "{outcome}");
    }
    assert!(sandbox.requests("mde.machines.list").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_fails_is_reported_and_the_others_go_on() {
    let sandbox = holding(ROWS).await;
    let expression = "if .id == \"a\" then .id.x else .id end";
    let words = devices(&sandbox, &["--jq", expression]).await;
    assert_eq!(
        (words.code, words.stdout.as_str()),
        (Some(3), "b\n"),
        "{words}"
    );
    assert_eq!(
        words.stderr,
        "error: record 1: cannot index \"a\" with \"x\"\n"
    );
    let object = devices(&sandbox, &["--jq", expression, "-o", "json"]).await;
    let notice: Value = serde_json::from_str(&object.stderr).unwrap();
    assert_eq!((object.code, object.stdout.as_str()), (Some(3), "b\n"));
    assert_eq!(
        notice,
        json!({"notice": {"code": "expression_failed", "row": 1, "message": "record 1: cannot index \"a\" with \"x\""}})
    );
    let template = devices(&sandbox, &["--template", "{{ id }} {{ score / 2 }}"]).await;
    assert_eq!(
        (template.code, template.stdout.as_str()),
        (Some(3), "a 0.75\n"),
        "{template}"
    );
    let many: Vec<_> = (0..30).map(|number| json!({"id": number})).collect();
    let sandbox = holding(&json!(many).to_string()).await;
    let outcome = devices(&sandbox, &["--jq", ".id.x"]).await;
    assert_eq!(outcome.stderr.lines().count(), 11, "{outcome}");
    assert!(
        outcome
            .stderr
            .ends_with("the expression failed for 30 records\n"),
        "{outcome}"
    );
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_is_guarded_from_the_text_of_a_record() {
    let sandbox = holding(r#"[{"id":"a\u001b]0;owned\u0007b\u202ec"}]"#).await;
    for words in [["--jq", ".id"], ["--template", "{{ id }}"]] {
        let words = [&["mde", "machines", "list", "-q"][..], &words].concat();
        let shown = Terminal::of(&Program::new(&words).at(&sandbox)).run().await;
        assert_eq!(shown.screen(), "a\\u{1b}]0;owned\\u{7}b\\u{202e}c\n");
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn an_expression_that_never_ends_is_left_with_ctrl_c() {
    let sandbox = holding(ROWS).await;
    let endless = "(range(20000) | \"working\"), last(repeat(1))";
    let program = Program::new(&["mde", "machines", "list", "-q", "--jq", endless]).at(&sandbox);
    let shown = Terminal::of(&program)
        .wait("working")
        .send("\u{3}")
        .run()
        .await;
    assert_eq!(shown.code, Some(130));
}
