//! The emulator as a process, and misbehaving clients.

use std::process::ExitStatus;
use std::time::Duration;

use super::program::{Program, binary};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::Child;

/// A query that exhausts its steps.
const HEAVY: &str = "DeviceInfo | extend k = 1 | join kind=inner (DeviceInfo | extend k = 1) on k \
                     | join kind=inner (DeviceInfo | extend k = 1) on k";

/// A limit for a busy machine.
const LONG: Duration = Duration::from_secs(60);

/// A running emulator and its variables.
struct Up {
    process: Child,
    variables: Vec<(String, String)>,
}

impl Up {
    async fn start(mut process: Child) -> Self {
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let mut variables = Vec::new();
        while let Some(line) = lines.next_line().await.unwrap() {
            let line = line.strip_prefix("export ").unwrap();
            let (name, value) = line.split_once('=').unwrap();
            variables.push((name.to_owned(), value.trim_matches('\'').to_owned()));
            if name == "DEFENDER_MDCA_API_TOKEN" {
                break;
            }
        }
        Self { process, variables }
    }

    fn client(&self, words: &[&str]) -> Program {
        let variables = self.variables.iter();
        variables.fold(Program::new(words), |client, (name, value)| {
            client.env(name, value)
        })
    }

    async fn connect(&self) -> TcpStream {
        let mut variables = self.variables.iter();
        let (_, url) = variables
            .find(|(name, _)| name == "DEFENDER_ENDPOINT_MDE")
            .unwrap();
        TcpStream::connect(url.strip_prefix("http://").unwrap())
            .await
            .unwrap()
    }

    /// Stops it and waits for its end.
    #[cfg(unix)]
    async fn end(&mut self) -> ExitStatus {
        let id = self.process.id().unwrap().to_string();
        let told = std::process::Command::new("kill")
            .args(["-TERM", &id])
            .status();
        assert!(told.unwrap().success());
        tokio::time::timeout(LONG, self.process.wait())
            .await
            .unwrap()
            .unwrap()
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn queries_that_take_long_keep_nobody_waiting_and_do_not_outlive_the_signal() {
    let up = Program::line("sandbox up --no-limits --quiet").spawn();
    let mut up = Up::start(up).await;
    let mut heavy = Vec::new();
    for _ in 0..2 {
        heavy.push(up.client(&["hunt", "--query", HEAVY]).spawn());
    }
    // The server answers the first one while it refuses it.
    let words = ["mde", "machines", "list", "--limit", "1", "-o", "id"];
    let others = up.client(&words).run();
    let outcome = tokio::time::timeout(LONG, others).await.unwrap();
    assert_eq!(outcome.lines().len(), 1, "{outcome}");
    let refused = heavy.remove(0).wait_with_output();
    let refused = tokio::time::timeout(LONG, refused).await.unwrap().unwrap();
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("exceeded the allowed limits"), "{said}");
    assert_eq!(up.end().await.code(), Some(143));
}

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn without_files_left_it_waits_and_goes_on_when_there_are_some() {
    let binary = binary();
    let script = "ulimit -n 48; exec \"$0\" sandbox up -v";
    let mut shell = tokio::process::Command::new("sh");
    shell
        .args(["-c", script])
        .arg(&binary)
        .env_clear()
        .env("DEFENDER_CONFIG_DIR", "/no such folder")
        .env("DEFENDER_STORE", "file")
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .kill_on_drop(true);
    let mut process = shell.spawn().unwrap();
    let mut said = BufReader::new(process.stderr.take().unwrap()).lines();
    let mut up = Up::start(process).await;
    let mut crowd = Vec::new();
    for _ in 0..60 {
        crowd.push(up.connect().await);
    }
    // Each failure is followed by a pause; this many take more than a second.
    let mut failures = 0;
    let begun = std::time::Instant::now();
    while failures < 6 {
        let line = tokio::time::timeout(LONG, said.next_line()).await.unwrap();
        let line = line.unwrap().unwrap();
        failures += usize::from(line.contains("a connection cannot be accepted"));
    }
    assert!(begun.elapsed() > Duration::from_secs(1), "it does not wait");
    drop(crowd);
    let words = ["mde", "machines", "list", "--limit", "1", "-o", "id"];
    let outcome = tokio::time::timeout(LONG, up.client(&words).run())
        .await
        .unwrap();
    assert_eq!(outcome.lines().len(), 1, "{outcome}");
    assert_eq!(up.end().await.code(), Some(143));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn half_a_request_stops_neither_others_nor_the_end() {
    let up = Program::line("sandbox up --quiet").spawn();
    let mut up = Up::start(up).await;
    let mut crowd = Vec::new();
    for _ in 0..300 {
        let mut stream = up.connect().await;
        stream.write_all(b"GET /api/ale").await.unwrap();
        crowd.push(stream);
    }
    let words = ["mde", "machines", "list", "--limit", "1", "-o", "id"];
    let outcome = up.client(&words).run().await;
    assert_eq!(outcome.lines().len(), 1, "{outcome}");
    assert_eq!(up.end().await.code(), Some(143));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nests_too_deep_is_refused_by_the_emulator_of_the_process() {
    let parentheses = "(".repeat(20_000);
    let query = format!("DeviceInfo | where {parentheses}");
    for words in [
        [
            "--sandbox",
            "mde",
            "machines",
            "list",
            "--filter",
            &parentheses,
        ]
        .as_slice(),
        ["--sandbox", "hunt", "--query", &query].as_slice(),
    ] {
        let outcome = Program::new(words).run().await;
        assert_eq!(outcome.code, Some(1), "{}", outcome.stderr);
        assert!(outcome.stderr.contains("400"), "{}", outcome.stderr);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_query_of_many_terms_is_answered() {
    let terms = vec!["DeviceName endswith '.example'"; 60].join(" or ");
    let query = format!("DeviceInfo | where not({terms}) | count");
    let words = ["--sandbox", "hunt", "--query", &query, "-o", "json"];
    let outcome = Program::new(&words).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(outcome.json()[0]["Count"].is_u64(), "{outcome}");
}
