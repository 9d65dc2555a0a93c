//! Real sockets: behaviour that in-process calls cannot show.

use std::time::Duration;

use axum::http::Request;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::tests::testing::Bench;
use crate::{Fault, Sandbox, Service};

/// Sends a request and reads until the connection ends.
async fn raw(sandbox: &Sandbox, token: &str) -> String {
    let url = sandbox.url(Service::Mde);
    let address = url.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!(
        "GET /api/alerts?$top=2 HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {token}\r\nconnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut bytes = Vec::new();
    // A cut connection is either an error or an end of the stream.
    let _ = stream.read_to_end(&mut bytes).await;
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test]
async fn sockets_answer_and_break_as_told() {
    let bench = Bench::new().await;
    let token = bench.token(Service::Mde).await;
    let whole = raw(&bench.sandbox, &token).await;
    assert!(whole.starts_with("HTTP/1.1 200 OK"), "{whole}");

    bench
        .sandbox
        .fault(Fault::on("mde.alerts.list").truncate(40));
    let part = raw(&bench.sandbox, &token).await;
    let (head, body) = part.split_once("\r\n\r\n").unwrap();
    assert!(head.contains("content-length: "), "{head}");
    assert_eq!(body.len(), 40);

    bench
        .sandbox
        .fault(Fault::on("mde.alerts.list").disconnect());
    assert_eq!(raw(&bench.sandbox, &token).await, "");
    assert_eq!(
        bench
            .sandbox
            .requests("mde.alerts.list")
            .last()
            .unwrap()
            .status,
        0
    );
}

#[tokio::test]
async fn the_last_handle_stops_the_listeners() {
    let bench = Bench::new().await;
    let url = bench.sandbox.url(Service::Graph);
    let address = url.strip_prefix("http://").unwrap().to_owned();
    let second = bench.sandbox.clone();
    drop(bench);
    assert!(TcpStream::connect(&address).await.is_ok());
    drop(second);
    let closed = async {
        while TcpStream::connect(&address).await.is_ok() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(5), closed)
        .await
        .unwrap();
}

#[tokio::test]
async fn tls_serves_what_its_authority_has_signed() {
    use rustls::pki_types::pem::PemObject;
    let sandbox = Sandbox::builder().tls(true).start().await.unwrap();
    let file = sandbox.ca_file().unwrap().to_owned();
    let mut roots = rustls::RootCertStore::empty();
    roots
        .add(rustls::pki_types::CertificateDer::from_pem_file(&file).unwrap())
        .unwrap();
    let provider = std::sync::Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let url = sandbox.url(Service::Login);
    let port: u16 = url.rsplit(':').next().unwrap().parse().unwrap();
    let connector = tokio_rustls::TlsConnector::from(std::sync::Arc::new(config));
    let stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    let mut stream = connector
        .connect("localhost".try_into().unwrap(), stream)
        .await
        .unwrap();
    let request =
        "GET /common/discovery/v2.0/keys HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes).await;
    assert!(bytes.starts_with(b"HTTP/1.1 200 OK"));
    assert!(
        sandbox
            .environment()
            .iter()
            .any(|(name, _)| *name == "DEFENDER_CA_FILE")
    );
    drop(stream);
    drop(sandbox);
    assert!(!file.exists(), "the file goes with the emulator");
}

/// Connects to Defender for Endpoint, sends the bytes and keeps the connection.
async fn half(sandbox: &Sandbox, bytes: &str) -> TcpStream {
    let url = sandbox.url(Service::Mde);
    let mut stream = TcpStream::connect(url.strip_prefix("http://").unwrap())
        .await
        .unwrap();
    stream.write_all(bytes.as_bytes()).await.unwrap();
    stream
}

/// The bytes until the connection ends, and the virtual seconds until then.
async fn until_cut(mut stream: TcpStream) -> (String, u64) {
    let begun = tokio::time::Instant::now();
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes).await;
    let response = String::from_utf8_lossy(&bytes).into_owned();
    (response, begun.elapsed().as_secs())
}

#[tokio::test(start_paused = true)]
async fn clients_that_do_nothing_are_cut_off() {
    let sandbox = Sandbox::start().await.unwrap();
    for (sent, answer, longest) in [
        ("", "", 80),
        ("GET /api/alerts HTTP/1.1\r\nhost: loc", "", 80),
        (
            "POST /api/alerts HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9\r\n\r\n{",
            "HTTP/1.1 408",
            35,
        ),
    ] {
        let (response, seconds) = until_cut(half(&sandbox, sent).await).await;
        assert!(response.starts_with(answer), "{sent}: {response}");
        assert!(seconds <= longest, "{sent}: {seconds}");
    }
    let log = sandbox.requests("unmatched");
    assert_eq!(log.last().map(|one| one.status), Some(408));
}

#[tokio::test(start_paused = true)]
async fn a_head_that_drips_is_cut_off() {
    let sandbox = Sandbox::start().await.unwrap();
    let mut stream = half(&sandbox, "GET /api/alerts HTTP/1.1\r\nhost: localhost\r\n").await;
    let begun = tokio::time::Instant::now();
    while stream.write_all(b"x: y\r\n").await.is_ok() {
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert!(begun.elapsed() < Duration::from_secs(60));
    }
}

#[tokio::test(start_paused = true)]
async fn a_long_answer_may_be_read_slowly() {
    let bench = Bench::new().await;
    let token = bench.token(Service::Mde).await;
    let url = bench.sandbox.url(Service::Mde);
    let host = url.strip_prefix("http://").unwrap();
    // More than the buffers of a socket hold.
    let record = serde_json::json!({"id": "long", "description": "x".repeat(24 << 20)});
    let place = format!(
        "/__sandbox/tenants/{}/mde/alerts",
        bench.sandbox.tenant_id()
    );
    bench
        .sandbox
        .call(posted(&bench.sandbox, &place, &record))
        .await;
    let request = format!(
        "GET /api/alerts HTTP/1.1\r\nhost: {host}\r\nauthorization: Bearer {token}\r\nconnection: close\r\n\r\n"
    );
    let mut stream = half(&bench.sandbox, &request).await;
    let (mut piece, mut length) = (vec![0; 1 << 20], 0);
    let mut paused = 0;
    while let Ok(count @ 1..) = stream.read(&mut piece).await {
        length += count;
        if length > paused << 20 {
            paused += 1;
            tokio::time::sleep(Duration::from_secs(2)).await;
        }
    }
    assert!(length > 24 << 20, "{length}");
}

/// A request to the login endpoint with a record.
fn posted(sandbox: &Sandbox, path: &str, record: &serde_json::Value) -> Request<Vec<u8>> {
    Request::post(format!("{}{path}", sandbox.url(Service::Login)))
        .header("content-type", "application/json")
        .body(record.to_string().into_bytes())
        .unwrap()
}

#[tokio::test]
async fn a_crowd_of_half_open_clients_keeps_nobody_out_for_long() {
    let bench = Bench::new().await;
    let token = bench.token(Service::Mde).await;
    let mut crowd = Vec::new();
    for _ in 0..300 {
        crowd.push(half(&bench.sandbox, "GET /api/ale").await);
    }
    let whole = raw(&bench.sandbox, &token).await;
    assert!(whole.starts_with("HTTP/1.1 200 OK"), "{whole}");
}

#[tokio::test]
async fn only_names_that_lead_here_are_answered() {
    let sandbox = Sandbox::builder()
        .host_name("emulator.test")
        .start()
        .await
        .unwrap();
    for (host, status) in [
        ("127.0.0.1", "401"),
        ("emulator.test:99", "401"),
        ("api.securitycenter.microsoft.com", "401"),
        ("evil.example", "421"),
    ] {
        let request =
            format!("GET /api/alerts HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        let (response, _) = until_cut(half(&sandbox, &request).await).await;
        assert!(
            response.starts_with(&format!("HTTP/1.1 {status}")),
            "{host}: {response}"
        );
    }
    let refused = sandbox.requests("unmatched");
    assert_eq!(refused.len(), 1);
    assert_eq!(
        (refused[0].status, refused[0].header("host")),
        (421, Some("evil.example"))
    );
}

#[tokio::test]
async fn a_request_whose_client_leaves_is_in_the_log() {
    let sandbox = Sandbox::start().await.unwrap();
    let id = "mde.alerts.list";
    sandbox.fault(Fault::on(id).delay(Duration::from_secs(3600)));
    let stream = half(
        &sandbox,
        "GET /api/alerts HTTP/1.1\r\nhost: localhost\r\n\r\n",
    )
    .await;
    let arrived = async {
        while sandbox.requests(id).is_empty() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(5), arrived)
        .await
        .unwrap();
    drop(stream);
    let log = sandbox.requests(id);
    assert_eq!((log.len(), log[0].status), (1, 0));
}
