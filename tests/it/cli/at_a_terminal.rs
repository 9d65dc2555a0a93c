//! Control characters from a service never reach a terminal, in any format or message.

use sandbox::{Fault, Sandbox};
use serde_json::{Value, json};

use super::program::{Program, fixed};
use super::terminal::{Shown, Terminal};

const FORMATS: [&str; 9] = [
    "table", "wide", "md", "json", "ndjson", "csv", "tsv", "yaml", "id",
];

/// Texts that act on a terminal or are invisible: a title, a cleared screen, a colour, C0, DEL, C1, marks of
/// direction, line separators, invisible characters.
const ACTS: &str = "a\u{1b}]0;t\u{7}\u{1b}[2J\u{1b}[31m\u{0}\u{8}\u{7f}\u{84}\u{85}\u{9b}31m\u{9d}\u{202a}\u{202e}\u{2066}\u{2069}\u{200e}\u{200f}\u{61c}\u{2028}\u{2029}\u{200b}\u{200d}\u{2060}\u{feff}\u{ad}\u{e0041}z";

/// The control characters in a terminal's text, without line ends.
fn acting(shown: &[u8]) -> Vec<char> {
    let text = String::from_utf8_lossy(shown).replace("\r\n", "\n");
    let acts = |character: &char| {
        let code = u32::from(*character);
        let is_control =
            (code < 0x20 && !matches!(code, 0x09 | 0x0a)) || (0x7f..0xa0).contains(&code);
        let is_mark = matches!(code, 0xad | 0x61c | 0x180e | 0x200b..=0x200f | 0x2028..=0x202e
            | 0x2060..=0x206f | 0xfeff | 0xe0000..=0xe0fff);
        is_control || is_mark
    };
    text.chars().filter(acts).collect()
}

fn assert_safe(shown: &Shown, what: &str) {
    let left = acting(&shown.terminal);
    let text = String::from_utf8_lossy(&shown.terminal);
    assert!(left.is_empty(), "{what}: {left:?} in {text:?}");
    assert!(
        !shown.terminal.contains(&0x9b),
        "{what}: a bare byte in {text:?}"
    );
}

fn hostile() -> Value {
    json!({"id": ACTS, "computerDnsName": ACTS, ACTS: ACTS, "nested": {ACTS: [ACTS]}, "lines": "one\r\ntwo\rthree"})
}

/// JSON as a service may write it: raw wherever JSON allows a character to be raw.
fn raw(value: &Value) -> Vec<u8> {
    let text = value.to_string();
    assert!(text.contains('\u{9b}') && text.contains('\u{202e}') && text.contains('\u{7f}'));
    text.into_bytes()
}

async fn answering(operation: &str, status: u16, body: Vec<u8>) -> Sandbox {
    let sandbox = fixed().start().await.unwrap();
    sandbox.fault(Fault::on(operation).always().status(status).body(body));
    sandbox
}

fn at(sandbox: &Sandbox, words: &[&str]) -> Program {
    Program::new(words).at(sandbox).env("NO_COLOR", "1")
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_of_a_list() {
    let body = raw(&json!({"value": [hostile(), hostile()]}));
    let sandbox = answering("mde.machines.list", 200, body).await;
    for format in FORMATS {
        for columns in [None, Some("--columns=computerDnsName,nested,lines")] {
            let mut words = vec!["mde", "machines", "list", "-o", format];
            words.extend(columns);
            let shown = Terminal::of(&at(&sandbox, &words)).run().await;
            assert_eq!(shown.code, Some(0), "{format}: {shown:?}");
            assert_safe(&shown, format);
            // The rows alone.
            let shown = Terminal::of(&at(&sandbox, &words))
                .piped("stderr")
                .run()
                .await;
            let text = String::from_utf8(shown.terminal).unwrap();
            if columns.is_none() && format == "json" {
                let rows: Value = serde_json::from_str(&text).unwrap();
                assert_eq!(rows, json!([hostile(), hostile()]));
            }
            if columns.is_none() && format == "ndjson" {
                let rows = text.lines().map(serde_json::from_str::<Value>);
                assert_eq!(
                    rows.map(Result::unwrap).collect::<Vec<_>>(),
                    [hostile(), hostile()]
                );
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_record() {
    let sandbox = answering("mde.machines.get", 200, raw(&hostile())).await;
    for format in FORMATS {
        let words = ["mde", "machines", "get", "x", "-o", format];
        let shown = Terminal::of(&at(&sandbox, &words)).run().await;
        assert_eq!(shown.code, Some(0), "{format}: {shown:?}");
        assert_safe(&shown, format);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_no_json_and_no_text() {
    let page = [
        b"<html>\x1b]0;pwned\x07\x9b31m\xff".as_slice(),
        ACTS.as_bytes(),
    ]
    .concat();
    let sandbox = answering("mde.machines.get", 200, page.clone()).await;
    sandbox.fault(
        Fault::on("mde.machines.list")
            .always()
            .status(400)
            .body(page),
    );
    for format in ["table", "json", "csv", "yaml"] {
        for words in [
            vec!["mde", "machines", "get", "x", "-o", format],
            vec!["api", "/api/machines/x", "-o", format],
            vec!["api", "-i", "/api/machines/x", "-o", format],
            vec!["api", "--paginate", "/api/machines", "-o", format],
        ] {
            let shown = Terminal::of(&at(&sandbox, &words)).run().await;
            assert_safe(&shown, &format!("{words:?}"));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_of_the_service_in_words_objects_and_the_log() {
    let error = raw(&json!({"error": {"code": ACTS, "message": ACTS, "target": ACTS}}));
    let sandbox = answering("mde.machines.get", 400, error.clone()).await;
    for (format, loud) in [
        ("table", "-q"),
        ("table", "-vvv"),
        ("json", "-vvv"),
        ("csv", "-q"),
    ] {
        let words = ["mde", "machines", "get", "x", "-o", format, loud];
        let program = || at(&sandbox, &words).env("DEFENDER_LOG", "trace");
        let shown = Terminal::of(&program()).run().await;
        assert_eq!(shown.code, Some(1), "{format}: {shown:?}");
        assert!(!shown.terminal.is_empty());
        assert_safe(&shown, format);
        // The terminal reads only the messages.
        let shown = Terminal::of(&program()).piped("stdout").run().await;
        assert!(!shown.terminal.is_empty() && shown.stdout.is_empty());
        assert_safe(&shown, format);
    }
    let refusal = raw(&json!({"error": ACTS, "error_description": ACTS, "correlation_id": ACTS}));
    let sandbox = answering("token", 401, refusal).await;
    for words in [
        &["mde", "machines", "get", "x"][..],
        &["auth", "status", "-o", "json"],
        &["auth", "doctor", "-vvv"],
    ] {
        let shown = Terminal::of(&at(&sandbox, words)).run().await;
        assert_ne!(shown.code, Some(0), "{words:?}");
        assert_safe(&shown, &format!("{words:?}"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_by_a_script_is_quoted_safely() {
    let sandbox = fixed().start().await.unwrap();
    // Arguments cannot hold the NUL.
    let acts = ACTS.replace('\0', "");
    let option = format!("--{acts}");
    for words in [
        vec![&*acts],
        vec!["mde", "machines", "get", "x", &option],
        vec!["mde", "machines", "list", "--top", &acts],
        vec!["mde", &acts, "list"],
        vec!["api", &acts],
        vec!["api", "POST", "/api/unheardOf", "-f", &acts],
        vec![
            "mde",
            "machines",
            "isolate",
            &acts,
            "--comment",
            &acts,
            "--dry-run",
            "--isolation-type",
            "Full",
        ],
        vec!["-p", &acts, "mde", "machines", "list"],
    ] {
        for format in ["table", "json"] {
            let words = [&words[..], &["-o", format]].concat();
            let shown = Terminal::of(&at(&sandbox, &words)).run().await;
            assert_safe(&shown, &format!("{words:?}"));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_and_pipes_get_the_bytes_as_they_came() {
    let body = raw(&json!({"value": [hostile()]}));
    let sandbox = answering("mde.machines.list", 200, body).await;
    for format in ["json", "ndjson"] {
        let words = ["mde", "machines", "list", "-o", format];
        let shown = Terminal::of(&at(&sandbox, &words))
            .piped("stdout")
            .run()
            .await;
        let (printed, row) = (
            String::from_utf8(shown.stdout).unwrap(),
            hostile().to_string(),
        );
        assert!(printed.contains(&row), "{printed}");
    }
}
