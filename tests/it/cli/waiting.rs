//! Servers that send odd answers or none: the message, and the time until it appears.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::program::{Outcome, Program};

/// The behaviour of a server.
#[derive(Clone, Copy)]
enum Does {
    /// Sends these bytes and closes the connection.
    Answers(&'static str),
    /// Sends these bytes, then a blank every tenth of a second.
    Drips(&'static str),
    /// Sends nothing.
    IsSilent,
}

/// A server of a few lines on a free port.
struct Server {
    port: u16,
    requests: Arc<AtomicUsize>,
}

impl Server {
    async fn start(does: Does) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let requests = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&requests);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::Relaxed);
                tokio::spawn(serve(stream, does));
            }
        });
        Self { port, requests }
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::Relaxed)
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

async fn serve(mut stream: TcpStream, does: Does) {
    let mut head = Vec::new();
    let mut piece = [0; 4096];
    while !head.windows(4).any(|four| four == b"\r\n\r\n") {
        match stream.read(&mut piece).await {
            Ok(0) | Err(_) => return,
            Ok(read) => head.extend_from_slice(&piece[..read]),
        }
    }
    match does {
        Does::Answers(text) => {
            let _ = stream.write_all(text.as_bytes()).await;
            let _ = stream.shutdown().await;
        }
        Does::Drips(text) => {
            let _ = stream.write_all(text.as_bytes()).await;
            while stream.write_all(b" ").await.is_ok() {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
        Does::IsSilent => {
            let _ = stream.read(&mut piece).await;
        }
    }
}

/// The command line with this server as Defender for Endpoint.
fn against(server: &Server, line: &str) -> Program {
    Program::line(line)
        .env("DEFENDER_ENDPOINT_MDE", &server.url())
        .env("DEFENDER_ACCESS_TOKEN_MDE", "opaque-token")
}

fn error_of(outcome: &Outcome) -> serde_json::Value {
    let error: serde_json::Value =
        serde_json::from_str(&outcome.stderr).unwrap_or_else(|error| panic!("{error}: {outcome}"));
    error["error"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delay_of_ages_ends_in_an_error_and_no_abort() {
    for answer in [
        "HTTP/1.1 429 Too Many\r\nretry-after: 9223372036854775807\r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 503 Away\r\nretry-after: 10000000000000000000\r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 429 Too Many\r\nretry-after: Thu, 31 Dec 2099 23:59:59 GMT\r\ncontent-length: 0\r\n\r\n",
    ] {
        let server = Server::start(Does::Answers(answer)).await;
        let outcome = against(&server, "mde alerts get da1 -o json").run().await;
        let expected = if answer.contains(" 429 ") { 7 } else { 1 };
        assert_eq!(outcome.code, Some(expected), "{outcome}");
        assert!(
            error_of(&outcome)["message"]
                .as_str()
                .unwrap()
                .contains("86400 s"),
            "{outcome}"
        );
        assert_eq!(server.requests(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_delay_of_nothing_does_not_make_it_hammer() {
    let answer = "HTTP/1.1 429 Too Many\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n";
    let server = Server::start(Does::Answers(answer)).await;
    let mut child = against(&server, "mde alerts get da1").spawn();
    tokio::time::sleep(Duration::from_secs(4)).await;
    child.kill().await.unwrap();
    // At 0, 1 and 3 s.
    assert!(
        (2..=3).contains(&server.requests()),
        "{}",
        server.requests()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_call_is_shown_with_its_status_and_no_wait_that_never_was() {
    let answer = "HTTP/1.1 200 OK\r\nrequest-id: r-1\r\ncontent-length: 12\r\n\r\n{\"id\":\"da1\"}";
    let server = Server::start(Does::Answers(answer)).await;
    let outcome = against(&server, "mde alerts get da1 -v").run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let calls: Vec<_> = outcome
        .stderr
        .lines()
        .filter(|line| line.contains("mde.alerts.get"))
        .collect();
    assert_eq!(calls.len(), 1, "{outcome}");
    for part in ["GET", "/api/alerts/da1", "status=200", "r-1", "attempts=1"] {
        assert!(calls[0].contains(part), "{outcome}");
    }
    assert!(!outcome.stderr.contains("waited"), "{outcome}");
    assert!(!outcome.stderr.contains("opaque-token"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_unknown_outcome_is_said_to_be_one() {
    for status in ["408 Late", "500 Broken", "502 Bad", "503 Away", "504 Late"] {
        let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\n\r\n");
        let server = Server::start(Does::Answers(answer.leak())).await;
        let line = "mde alerts update da1 --comment seen --yes -o json";
        let outcome = against(&server, line).run().await;
        let error = error_of(&outcome);
        assert_eq!(error["retryable"], false, "{outcome}");
        assert!(
            error["hint"].as_str().unwrap().contains("may have acted"),
            "{outcome}"
        );
        assert_eq!(server.requests(), 1, "{outcome}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_drips_ends() {
    let server = Server::start(Does::Drips(
        "HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n",
    ))
    .await;
    let line = "mde alerts update da1 --comment seen --yes --timeout 2s -o json";
    let begun = Instant::now();
    let outcome = against(&server, line).run().await;
    assert!(begun.elapsed() < Duration::from_secs(20), "{outcome}");
    let error = error_of(&outcome);
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .contains("bytes received in 2 s"),
        "{outcome}"
    );
    assert!(
        error["hint"].as_str().unwrap().contains("may have acted"),
        "{outcome}"
    );
}

fn signing_in(server: &Server, login: &Server, line: &str) -> Program {
    Program::line(line)
        .env("DEFENDER_ENDPOINT_MDE", &server.url())
        .env("DEFENDER_ENDPOINT_LOGIN", &login.url())
        .env("AZURE_TENANT_ID", "aaaaaaaa-0000-4000-8000-000000000001")
        .env("AZURE_CLIENT_ID", "bbbbbbbb-0000-4000-8000-000000000001")
        .env("AZURE_CLIENT_SECRET", "s3cret")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_time_limit_holds_for_the_token_as_well() {
    let login = Server::start(Does::IsSilent).await;
    let server = Server::start(Does::Answers(
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}",
    ))
    .await;
    let begun = Instant::now();
    let line = "mde alerts get da1 --timeout 2s -o json";
    let outcome = signing_in(&server, &login, line).run().await;
    assert!(begun.elapsed() < Duration::from_secs(20), "{outcome}");
    assert_eq!(outcome.code, Some(4), "{outcome}");
    assert!(
        error_of(&outcome)["message"]
            .as_str()
            .unwrap()
            .contains("no token within 2 s"),
        "{outcome}"
    );
    assert_eq!(server.requests(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_time_limit_holds_for_commands_that_sign_in() {
    let login = Server::start(Does::IsSilent).await;
    let server = Server::start(Does::IsSilent).await;
    let home = tempfile::tempdir().unwrap();
    for (line, code) in [
        ("auth token --product mde --timeout 1s -o json", 4),
        ("auth login --method secret --timeout 1s -o json", 4),
        ("auth login --method device-code --timeout 1s -o json", 1),
        ("auth status --timeout 1s -o json", 4),
        ("auth doctor --timeout 1s -o json", 4),
        ("doctor --product mde --timeout 1s -o json", 4),
    ] {
        let begun = Instant::now();
        let program = signing_in(&server, &login, line).home(home.path());
        let outcome = program.run().await;
        let took = begun.elapsed();
        assert!(
            took < Duration::from_secs(25),
            "{line}: {took:?}: {outcome}"
        );
        assert_eq!(outcome.code, Some(code), "{line}: {outcome}");
    }
    assert_eq!(server.requests(), 0);
    let help = Program::line("--help").run().await.stdout;
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        help.contains("one answer with its body, and for the token before it"),
        "{help}"
    );
}

/// Neither the API nor the identity service, by name or address.
#[tokio::test(flavor = "multi_thread")]
async fn this_machine_is_never_asked_through_a_proxy() {
    let refusal = "HTTP/1.1 502 Proxy\r\ncontent-length: 0\r\n\r\n";
    let proxy = Server::start(Does::Answers(refusal)).await;
    let token = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 63\r\n\r\n{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"expires_in\":99}";
    let login = Server::start(Does::Answers(token)).await;
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 12\r\n\r\n{\"id\":\"da1\"}";
    let server = Server::start(Does::Answers(answer)).await;
    for host in ["127.0.0.1", "localhost"] {
        let base = format!("http://{host}:{}", server.port);
        let mut line =
            signing_in(&server, &login, "mde alerts get da1").env("DEFENDER_ENDPOINT_MDE", &base);
        for name in [
            "HTTP_PROXY",
            "http_proxy",
            "HTTPS_PROXY",
            "https_proxy",
            "ALL_PROXY",
        ] {
            line = line.env(name, &proxy.url());
        }
        let outcome = line.run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
    }
    assert_eq!((server.requests(), login.requests()), (2, 2));
    assert_eq!(proxy.requests(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_proxy_is_named() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let dead = format!("127.0.0.1:{}", listener.local_addr().unwrap().port());
    drop(listener);
    let line = Program::line("mde alerts get da1 -o json")
        .env("DEFENDER_ENDPOINT_MDE", "https://api.example")
        .env("DEFENDER_ACCESS_TOKEN_MDE", "opaque-token")
        .env("HTTPS_PROXY", &format!("http://user:canary@{dead}"));
    let outcome = line.run().await;
    let error = error_of(&outcome);
    assert!(
        error["message"]
            .as_str()
            .unwrap()
            .contains(&format!("proxy `http://{dead}`")),
        "{outcome}"
    );
    assert!(
        error["hint"].as_str().unwrap().contains("HTTPS_PROXY"),
        "{outcome}"
    );
    assert!(!outcome.to_string().contains("canary"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_to_a_sign_in_page_is_said_to_be_one() {
    let answer = "HTTP/1.1 302 Found\r\nlocation: https://login.contoso.example/authorize?state=canary\r\ncontent-length: 0\r\n\r\n";
    let server = Server::start(Does::Answers(answer)).await;
    for line in ["mde alerts get da1 -o json", "mde alerts list -o json"] {
        let outcome = against(&server, line).run().await;
        let error = error_of(&outcome);
        let message = error["message"].as_str().unwrap();
        assert!(message.contains("login.contoso.example"), "{outcome}");
        let hint = error["hint"].as_str().unwrap();
        assert!(hint.contains("sign-in page"), "{outcome}");
        assert!(
            !hint.contains("$filter") && !outcome.to_string().contains("canary"),
            "{outcome}"
        );
    }
}

/// The error page of a gateway that quotes the submitted form.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_in_place_of_a_token_repeats_no_secret() {
    let page = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n<title>no grant for client_secret=c4n~ry%2Bsecret</title>";
    let login = Server::start(Does::Answers(page)).await;
    let server = Server::start(Does::Answers(
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}",
    ))
    .await;
    let line = signing_in(&server, &login, "mde alerts get da1 -vvv");
    let outcome = line.env("AZURE_CLIENT_SECRET", "c4n~ry+secret").run().await;
    assert_eq!(outcome.code, Some(4), "{outcome}");
    assert!(!outcome.to_string().contains("c4n"), "{outcome}");
}
