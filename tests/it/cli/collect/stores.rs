//! Object stores through the program: settings that cannot work, and stores that overwrite or are not there.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::Place;
use super::lake::reads;

/// What a store answers that writes whatever was there, although the request says that nothing may be.
const WRITTEN: &str = "HTTP/1.1 200 OK\r\netag: \"1\"\r\nlast-modified: Sun, 01 Mar 2026 12:00:00 GMT\r\ncontent-length: 0\r\n\r\n";

/// What a store answers whose bucket is not there.
const MISSING: &str =
    "HTTP/1.1 404 Not Found\r\ncontent-length: 40\r\n\r\n<Error><Code>NoSuchBucket</Code></Error>";

/// A store that has one answer.
async fn store(answer: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, answer));
        }
    });
    address
}

/// Answers each request of a connection.
async fn serve(mut stream: TcpStream, answer: &str) {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let Ok(count @ 1..) = stream.read(&mut piece).await else {
            return;
        };
        bytes.extend_from_slice(&piece[..count]);
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head
            .split("content-length: ")
            .nth(1)
            .and_then(|rest| rest.lines().next());
        let length: usize = length
            .and_then(|length| length.trim().parse().ok())
            .unwrap_or(0);
        if body.len() >= length {
            bytes.clear();
            if stream.write_all(answer.as_bytes()).await.is_err() {
                return;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_overwrites_is_refused_before_anything_is_read() {
    let place = Place::new().await;
    let endpoint = store(WRITTEN).await;
    let key = format!(
        r#"{{"gcs_base_url":"{endpoint}","disable_oauth":true,"client_email":"","private_key":"","private_key_id":""}}"#
    );
    let azure = format!("{endpoint}/account");
    let stores: [(&str, &[(&str, &str)]); 3] = [
        (
            "s3://bucket/lake",
            &[
                ("AWS_ENDPOINT_URL", &endpoint),
                ("AWS_ALLOW_HTTP", "true"),
                ("AWS_REGION", "us-east-1"),
                ("AWS_ACCESS_KEY_ID", "key"),
                ("AWS_SECRET_ACCESS_KEY", "secret"),
            ],
        ),
        (
            "gs://bucket/lake",
            &[
                ("GOOGLE_SERVICE_ACCOUNT_KEY", &key),
                ("GOOGLE_ALLOW_HTTP", "true"),
            ],
        ),
        (
            "az://container/lake",
            &[
                ("AZURE_STORAGE_ACCOUNT_NAME", "account"),
                ("AZURE_STORAGE_ACCOUNT_KEY", "a2V5"),
                ("AZURE_STORAGE_ENDPOINT", &azure),
                ("AZURE_ALLOW_HTTP", "true"),
            ],
        ),
    ];
    for (address, settings) in stores {
        let mut program = place.line(&format!("collect --to {address} mde.alerts"));
        for (name, value) in settings {
            program = program.env(name, value);
        }
        let outcome = program.run().await;
        assert_eq!(outcome.code, Some(1), "{outcome}");
        let told = format!("`{address}` cannot hold a lake: it overwrote");
        assert!(outcome.stderr.contains(&told), "{outcome}");
        assert!(
            outcome.stderr.contains("hint: use a store that obeys"),
            "{outcome}"
        );
    }
    assert_eq!(reads(&place), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bucket_that_is_not_there_is_no_store_that_does_not_answer() {
    let place = Place::new().await;
    for line in [
        "lake verify s3://bucket/lake",
        "collect --to s3://bucket/lake mde.alerts",
    ] {
        let outcome = place
            .line(line)
            .env("AWS_ENDPOINT_URL", &store(MISSING).await)
            .env("AWS_ALLOW_HTTP", "true")
            .env("AWS_ACCESS_KEY_ID", "key")
            .env("AWS_SECRET_ACCESS_KEY", "secret")
            .run()
            .await;
        assert_eq!(outcome.code, Some(1), "{outcome}");
        assert!(
            outcome
                .stderr
                .contains("hint: check the address: the bucket"),
            "{outcome}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_of_a_store_that_cannot_work_are_usage_errors_without_their_values() {
    let place = Place::new().await;
    let keys = [
        ("AWS_ACCESS_KEY_ID", "id"),
        ("AWS_SECRET_ACCESS_KEY", "hidden"),
    ];
    let with = |more: (&'static str, &'static str)| vec![keys[0], keys[1], more];
    for (address, environment, expected) in [
        (
            "s3://b/lake",
            with(("AWS_ENDPOINT_URL", "localhost:9000")),
            "AWS_ENDPOINT_URL is no address",
        ),
        (
            "s3://b/lake",
            with(("AWS_ENDPOINT_URL", "")),
            "AWS_ENDPOINT_URL is no address",
        ),
        (
            "s3://b/lake",
            with(("AWS_ENDPOINT_URL", "http://127.0.0.1:9")),
            "hint: set AWS_ALLOW_HTTP=true",
        ),
        (
            "s3://b/lake",
            keys[..1].to_vec(),
            "hint: set AWS_ACCESS_KEY_ID and",
        ),
        (
            "az://c/lake",
            Vec::new(),
            "hint: set AZURE_STORAGE_ACCOUNT_NAME",
        ),
        (
            "s3://id:hidden@b/lake",
            keys.to_vec(),
            "takes no key and no name of a user",
        ),
        ("s3://b/lake?x=1", keys.to_vec(), "neither `?`"),
    ] {
        for line in [
            format!("collect --to {address} mde.alerts"),
            format!("lake verify {address}"),
        ] {
            let mut program = place.line(&line);
            for (name, value) in &environment {
                program = program.env(name, value);
            }
            let outcome = program.run().await;
            assert_eq!(outcome.code, Some(2), "{line}: {outcome}");
            assert!(outcome.stderr.contains(expected), "{line}: {outcome}");
            assert!(!outcome.stderr.contains("hidden"), "{line}: {outcome}");
        }
    }
    assert_eq!(reads(&place), 0);
    let outcome = place.line("lake verify -").run().await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(
        outcome.stderr.contains("`-` is standard output"),
        "{outcome}"
    );
    assert!(!place.home.path().join("-").exists());
}
