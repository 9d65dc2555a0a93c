//! Over real sockets: the few things that in-process calls cannot show.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::testing::Bench;
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
    // A cut connection may show as an error as well as an end.
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
