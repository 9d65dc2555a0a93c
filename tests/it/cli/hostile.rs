//! Hostile answers: output stays JSON, an unusable answer is an error, memory is bounded.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use super::program::{Outcome, Program, binary, python};

/// A server that answers every request except token requests with the same bytes.
struct Server {
    port: u16,
}

/// The answer: header lines, and pieces of the body with their repetitions.
#[derive(Clone)]
struct Reply {
    status: &'static str,
    head: &'static str,
    pieces: Vec<(Vec<u8>, usize)>,
}

impl Reply {
    fn ok(body: impl Into<Vec<u8>>) -> Self {
        Self {
            status: "200 OK",
            head: "Content-Type: application/json\r\n",
            pieces: vec![(body.into(), 1)],
        }
    }

    /// Compressed pieces, one gzip member each: gigabytes from a few kilobytes.
    fn packed(pieces: &[(&[u8], usize)]) -> Self {
        let pack = |text: &[u8]| {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
            encoder.write_all(text).unwrap();
            encoder.finish().unwrap()
        };
        Self {
            status: "200 OK",
            head: "Content-Encoding: gzip\r\n",
            pieces: pieces
                .iter()
                .map(|(text, times)| (pack(text), *times))
                .collect(),
        }
    }
}

const TOKEN: &str = r#"{"token_type":"Bearer","expires_in":3599,"access_token":"x.y.z"}"#;

impl Server {
    fn new(reply: Reply) -> Self {
        Self::with_token(reply, Reply::ok(TOKEN))
    }

    fn with_token(reply: Reply, token: Reply) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let replies = Arc::new((reply, token));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let replies = Arc::clone(&replies);
                // The client may disconnect midway.
                std::thread::spawn(move || answer(stream, &replies).ok());
            }
        });
        Self { port }
    }

    fn program(&self, words: &[&str]) -> Program {
        self.environment()
            .into_iter()
            .fold(Program::new(words), |program, (name, value)| {
                program.env(name, &value)
            })
    }

    fn environment(&self) -> Vec<(&'static str, String)> {
        let base = format!("http://127.0.0.1:{}", self.port);
        let names = [
            "DEFENDER_ENDPOINT_LOGIN",
            "DEFENDER_ENDPOINT_MDE",
            "DEFENDER_ENDPOINT_XDR",
            "DEFENDER_ENDPOINT_GRAPH",
        ];
        let mut all: Vec<_> = names.map(|name| (name, base.clone())).into();
        all.extend([
            ("AZURE_TENANT_ID", "contoso.onmicrosoft.com".to_owned()),
            (
                "AZURE_CLIENT_ID",
                "11111111-2222-3333-4444-555555555555".to_owned(),
            ),
            ("AZURE_CLIENT_SECRET", "secret".to_owned()),
        ]);
        all
    }

    async fn run(&self, line: &str) -> Outcome {
        self.program(&line.split(' ').collect::<Vec<_>>())
            .run()
            .await
    }
}

fn answer(stream: TcpStream, replies: &(Reply, Reply)) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut stream = stream;
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line == "\r\n" {
            break;
        }
        if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap_or(0);
        }
    }
    reader.take(length).read_to_end(&mut Vec::new())?;
    let reply = if first.contains("/oauth2/") {
        &replies.1
    } else {
        &replies.0
    };
    write!(
        stream,
        "HTTP/1.1 {}\r\n{}Connection: close\r\n\r\n",
        reply.status, reply.head
    )?;
    for (piece, times) in &reply.pieces {
        for _ in 0..*times {
            stream.write_all(piece)?;
        }
    }
    stream.flush()
}

const PAGE: &str = "<!DOCTYPE html><html><title>Sign in</title>\x1b]0;pwned\x07</html>";

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_page_is_no_answer_to_a_read_or_a_change() {
    let mut reply = Reply::ok(PAGE);
    reply.head = "Content-Type: text/html\r\n";
    let server = Server::new(reply);
    for (line, acts) in [
        ("mde alerts get da1", false),
        ("mde alerts list", false),
        ("mde advanced-hunting run --query DeviceInfo", false),
        ("graph hunting run --query DeviceInfo", false),
        ("hunt -e DeviceInfo", false),
        ("api /api/machines/m1", false),
        ("api --product mde /api/unheard/of", false),
        (
            "mde alerts update da1 --status Resolved --comment x -y",
            true,
        ),
        (
            "mde indicators submit --indicator-value 1.1.1.1 --indicator-type IpAddress --action Block --title t --description d -y",
            true,
        ),
        (
            "api POST /api/alerts/createAlertByReference -f a=b -y",
            true,
        ),
    ] {
        for format in ["json", "table", "csv"] {
            let outcome = server.run(&format!("{line} -o {format}")).await;
            assert_eq!(outcome.code, Some(1), "{line}: {outcome}");
            assert_eq!(outcome.stdout, "", "{line}: {outcome}");
            assert!(!outcome.stderr.contains("pwned"), "{outcome}");
            assert!(
                outcome.stderr.contains("not JSON but a page of HTML"),
                "{outcome}"
            );
            if acts {
                assert!(
                    outcome.stderr.contains("may have acted"),
                    "{line}: {outcome}"
                );
            }
            if format == "json" {
                let error: Value =
                    serde_json::from_str(outcome.stderr.lines().last().unwrap()).unwrap();
                assert_eq!(error["error"]["code"], "decode", "{outcome}");
                assert_eq!(error["error"]["retryable"], false, "{outcome}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_print_json_whatever_came_and_tell_of_it() {
    let rows: &[(&[u8], Option<&str>, &str)] = &[
        (
            b"{\"id\":\"\x1b[2J\"}",
            Some(r#"{"id":"\u001b[2J"}"#),
            "text_mended",
        ),
        (
            b"{\"id\":\"a\xffb\"}",
            Some("{\"id\":\"a\u{fffd}b\"}"),
            "text_mended",
        ),
        (
            br#"{"id":"\ud800"}"#,
            Some(r#"{"id":"\ufffd"}"#),
            "text_mended",
        ),
        (b"{\"id\":[1}]", None, "row_lost"),
        (b"{\"id\":NaN}", None, "row_lost"),
        (b"nulltrue", None, "row_lost"),
    ];
    for (bad, printed, notice) in rows {
        let text = [b"{\"value\":[{\"id\":\"1\"},", *bad, b",{\"id\":\"3\"}]}"].concat();
        let server = Server::new(Reply::ok(text));
        for format in ["json", "ndjson"] {
            let outcome = server
                .run(&format!("mde machines list --all-statuses -o {format}"))
                .await;
            assert_eq!(outcome.code, Some(3), "{outcome}");
            assert!(
                outcome.stderr.contains(notice) && outcome.stderr.contains("row 2"),
                "{outcome}"
            );
            let found = match format {
                "json" => outcome.json().as_array().unwrap().clone(),
                _ => outcome
                    .lines()
                    .iter()
                    .map(|line| serde_json::from_str(line).unwrap())
                    .collect(),
            };
            let middle = printed.map(|text| serde_json::from_str(text).unwrap());
            let expected = [Some(json!({"id": "1"})), middle, Some(json!({"id": "3"}))];
            assert_eq!(
                found,
                expected.into_iter().flatten().collect::<Vec<Value>>()
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_whose_frame_is_lost_ends_with_the_number_of_rows() {
    for text in [
        "{\"value\":[{\"id\":\"1\"},,{\"id\":\"2\"}]}",
        "{\"value\":[{\"id\":\"1\"}]} x",
    ] {
        let outcome = Server::new(Reply::ok(text))
            .run("mde machines list --all-statuses -o json")
            .await;
        assert_eq!(outcome.code, Some(1), "{outcome}");
        assert!(
            outcome.stderr.contains("1 rows came before it"),
            "{outcome}"
        );
        assert!(outcome.json().is_array());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_bad_cell_does_not_lose_the_hunt() {
    let text = b"{\"Schema\":[{\"Name\":\"A\",\"Type\":\"String\"}],\"Results\":[{\"A\":\"1\"},{\"A\":\"\\ud83d\"},{\"A\":NaN},{\"A\":\"\xff\"},{\"A\":1.038518E+07}]}";
    let server = Server::new(Reply::ok(&text[..]));
    for line in [
        "hunt -e T",
        "mde advanced-hunting run --query T",
        "xdr advanced-hunting run --query T",
        "graph hunting run --query T",
    ] {
        let outcome = server.run(&format!("{line} -o ndjson")).await;
        assert_eq!(outcome.code, Some(3), "{line}: {outcome}");
        assert_eq!(
            outcome.lines(),
            [
                "{\"A\":\"1\"}",
                r#"{"A":"\ufffd"}"#,
                "{\"A\":\"\u{fffd}\"}",
                "{\"A\":1.038518E+07}"
            ],
            "{line}"
        );
        assert!(
            outcome.stderr.contains("row 3") && outcome.stderr.contains("2 rows contained invalid"),
            "{outcome}"
        );
    }
    let whole = server
        .run("mde advanced-hunting run --query T -o json")
        .await;
    assert_eq!(whole.code, Some(3), "{whole}");
    assert_eq!(whole.json()["Results"].as_array().unwrap().len(), 4);
    assert_eq!(whole.json()["Schema"][0]["Name"], "A");
}

#[tokio::test(flavor = "multi_thread")]
async fn hunts_print_their_columns_where_there_are_no_rows() {
    let server = Server::new(Reply::ok(
        r#"{"schema":[{"Name":"A","Type":"SByte"},{"name":"B","type":"Int64"}],"results":[]}"#,
    ));
    for line in ["hunt -e T", "graph hunting run --query T"] {
        let csv = server.run(&format!("{line} -o csv")).await;
        assert_eq!((csv.code, csv.stdout.as_str()), (Some(0), "A,B\n"), "{csv}");
        let lines = server.run(&format!("{line} -o ndjson")).await;
        assert_eq!(
            (lines.code, lines.stdout.as_str()),
            (Some(0), ""),
            "{lines}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hunt_as_long_as_the_service_allows_is_told_of_by_every_operation_in_little_memory() {
    let row = format!(
        "{{\"A\":\"{}\",\"N\":12345678901234567890.12345}},",
        "x".repeat(200)
    );
    let many = row.repeat(1_000);
    let reply = Reply::packed(&[
        (br#"{"Stats":{},"Schema":[{"Name":"A","Type":"String"},{"Name":"N","Type":"SqlDecimal"}],"Results":["#, 1),
        (many.as_bytes(), 99),
        (row.repeat(999).as_bytes(), 1),
        (row.trim_end_matches(',').as_bytes(), 1),
        (b"]}", 1),
    ]);
    let server = Server::new(reply);
    for line in [
        "hunt -e T",
        "mde advanced-hunting run --query T",
        "xdr advanced-hunting run --query T",
        "graph hunting run --query T",
    ] {
        for format in ["ndjson", "json"] {
            let words = format!("{line} -o {format}");
            let (outcome, most) = measured(&server, &words).await;
            assert_eq!(outcome.code, Some(3), "{words}: {}", outcome.stderr);
            assert!(
                outcome.stderr.contains("truncated") && outcome.stderr.contains("100000"),
                "{}",
                outcome.stderr
            );
            // A build for development takes 31 MiB before it begins; the rows alone are 24.
            assert!(most < 48 * 1024, "{words}: {most} KiB");
            let rows = outcome.stdout.matches("12345678901234567890.12345").count();
            assert_eq!(rows, 100_000, "{words}");
        }
    }
}

/// Runs a program, and prints its peak memory in KiB, or 0, as the last line on standard error.
const PEAK: &str = "\
import json, subprocess, sys
task = json.load(sys.stdin)
code = subprocess.call(task['line'], env=task['environment'], stdin=subprocess.DEVNULL)
most = 0
if sys.platform == 'linux':
    import resource
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(most, file=sys.stderr)
sys.exit(code)
";

/// Runs a command line. Returns its peak memory in KiB, 0 if unknown: the kernel tells the parent of a process that has ended.
async fn measured(server: &Server, line: &str) -> (Outcome, u64) {
    let program = server.program(&line.split(' ').collect::<Vec<_>>());
    let (path, words, environment) = program.parts();
    let line: Vec<_> = std::iter::once(path).chain(words).collect();
    let task = json!({"line": line, "environment": environment});
    let mut outcome = Outcome::from(python(&["-c", PEAK], &task).await);
    let told = outcome.stderr.trim_end();
    let (rest, most) = told.rsplit_once('\n').unwrap_or(("", told));
    let most = most.parse().unwrap_or_else(|_| panic!("{outcome}"));
    outcome.stderr = rest.to_owned();
    (outcome, most)
}

/// This beginning and two gigabytes of one letter, in a few megabytes of gzip.
fn bomb(begin: &[u8], much: &Reply) -> Reply {
    let mut bomb = Reply::packed(&[(begin, 1)]);
    bomb.pieces.extend(much.pieces.iter().cloned());
    bomb
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_bomb_ends_with_the_name_of_its_limit_in_bounded_memory() {
    let much = Reply::packed(&[(&vec![b'x'; 16 << 20], 128)]);
    for (begin, line, limit) in [
        (&b"{\"id\":\""[..], "mde alerts get da1", "answer"),
        (b"{\"value\":[{\"id\":\"", "mde machines list", "row"),
        (b"{\"value\":[\"", "mde machines list", "row"),
        (b"{\"note\":\"", "mde machines list", "members"),
        (b"{\"schema\":[],\"results\":[{\"A\":\"", "hunt -e T", "row"),
        (
            b"{\"Schema\":[{\"Name\":\"",
            "mde advanced-hunting run --query T",
            "members",
        ),
        (b"{\"id\":\"", "api /api/alerts/da1", "answer"),
    ] {
        let server = Server::new(bomb(begin, &much));
        let outcome = confined(&server, &format!("{line} -o json")).await;
        assert_eq!(outcome.code, Some(1), "{line}: {}", outcome.stderr);
        let error: Value = serde_json::from_str(outcome.stderr.lines().last().unwrap()).unwrap();
        assert_eq!(error["error"]["code"], "too_large", "{line}");
        let hint = error["error"]["hint"].as_str().unwrap();
        assert!(
            hint.contains(&format!("--limits {limit}=")),
            "{line}: {hint}"
        );
    }
    let token = Server::with_token(Reply::ok("{}"), bomb(b"{\"access_token\":\"", &much));
    let outcome = confined(&token, "mde alerts get da1 -o json").await;
    assert!(
        outcome.stderr.contains("limit `token` of 1 MiB"),
        "{outcome}"
    );
    assert_ne!(outcome.code, Some(0));
}

/// Runs a command line with an address space of a few hundred megabytes.
#[cfg(unix)]
async fn confined(server: &Server, line: &str) -> Outcome {
    let mut command = tokio::process::Command::new("sh");
    command
        .args([
            "-c",
            "ulimit -v 900000; exec \"$0\" \"$@\"",
            binary().to_str().unwrap(),
        ])
        .args(line.split(' '))
        .env_clear()
        .env("DEFENDER_CONFIG_DIR", "/no such folder")
        .env("DEFENDER_STORE", "file")
        .envs(server.environment());
    command.output().await.unwrap().into()
}

#[tokio::test(flavor = "multi_thread")]
async fn limits_are_raised_and_lowered_by_option_variable_and_profile() {
    let text = format!("{{\"value\":[{{\"id\":\"{}\"}}]}}", "x".repeat(5000));
    let server = Server::new(Reply::ok(text));
    let list = ["mde", "machines", "list", "--all-statuses", "-o", "json"];
    let with = |more: &[&'static str]| server.program(&[&list[..], more].concat());
    let is_refused = |outcome: &Outcome| {
        assert_eq!(outcome.code, Some(3), "{outcome}");
        assert!(outcome.stderr.contains("`cell` of 4 KiB"), "{outcome}");
    };
    assert_eq!(with(&[]).run().await.code, Some(0));
    is_refused(&with(&["--limits", "cell=4KiB"]).run().await);
    is_refused(&with(&[]).env("DEFENDER_LIMITS", "cell=4KiB").run().await);
    let raised = with(&["--limits", "cell=8KiB"]).env("DEFENDER_LIMITS", "cell=4KiB");
    assert_eq!(raised.run().await.code, Some(0));

    let home = tempfile::tempdir().unwrap();
    let set = Program::line("profile set small limits=cell=4KiB")
        .home(home.path())
        .run()
        .await;
    assert_eq!(set.code, Some(0), "{set}");
    is_refused(&with(&["-p", "small"]).home(home.path()).run().await);
    for (words, said) in [
        ("--limits=line=1", "unknown limit `line`"),
        ("--limits=row=0", "invalid size"),
    ] {
        let wrong = with(&[words]).run().await;
        assert_eq!(wrong.code, Some(2), "{wrong}");
        assert!(wrong.stderr.contains(said), "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_content_is_an_empty_list() {
    let mut none = Reply::ok("");
    none.status = "204 No Content";
    let server = Server::new(none);
    let outcome = server.run("mde machines list --all-statuses -o json").await;
    assert_eq!(
        (outcome.code, outcome.stdout.as_str()),
        (Some(0), "[]\n"),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_with_text_that_json_does_not_allow_is_mended_and_told_of() {
    let server = Server::new(Reply::ok(&b"{\"id\":\"a\x1b]0;pwned\x07\xff\"}"[..]));
    for line in ["mde alerts get da1", "api /api/alerts/da1"] {
        let outcome = server.run(&format!("{line} -o json")).await;
        assert_eq!(outcome.code, Some(3), "{outcome}");
        assert_eq!(outcome.json()["id"], "a\u{1b}]0;pwned\u{7}\u{fffd}");
        assert!(outcome.stderr.contains("repaired"), "{outcome}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hunt_without_a_list_of_results_is_an_error_and_prints_nothing() {
    for results in [
        r#","Results":7"#,
        r#","Results":null"#,
        r#","results":{}"#,
        r#","results":"none""#,
        "",
    ] {
        let server = Server::new(Reply::ok(format!("{{\"Schema\":[]{results}}}")));
        for command in [
            "hunt -e DeviceInfo",
            "graph hunting run --query DeviceInfo",
            "mde advanced-hunting run --query DeviceInfo",
            "xdr advanced-hunting run --query DeviceInfo",
        ] {
            for format in ["json", "ndjson", "table"] {
                let line = format!("{command} -o {format}");
                let outcome = server.run(&line).await;
                assert_eq!(outcome.code, Some(1), "{line} {results}: {outcome}");
                assert_eq!(outcome.stdout, "", "{line} {results}");
                let is_told = outcome.stderr.to_lowercase().contains("results");
                assert!(is_told, "{line} {results}: {outcome}");
            }
        }
    }
}
