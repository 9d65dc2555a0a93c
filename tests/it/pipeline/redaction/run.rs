//! The log of a run with failures, at the finest level.

use std::error::Error as _;
use std::io::Write;
use std::sync::{Arc, Mutex};

use auth_core::Connector;
use futures_util::StreamExt;
use http_core::{Operation, Param, Request};
use mde_api::Client;
use sandbox::{Application, Fault, Sandbox};
use tracing_subscriber::fmt::MakeWriter;

use crate::support::{Bench, mde_client, socket_connector};

const APP: &str = "22222222-bbbb-4bbb-8bbb-000000000002";
const SECRET: &str = "canary-client-secret";
const COMMENT: &str = "canary-comment";
const SIGNATURE: &str = "canary-signature";

static DOWNLOAD: Operation =
    Operation::get("t.files.download", "{url}").inputs(&[Param::path("url")]);

/// The log.
#[derive(Clone, Default)]
struct Notes(Arc<Mutex<Vec<u8>>>);

impl Notes {
    fn add(&self, text: &str) {
        self.0.lock().unwrap().extend_from_slice(text.as_bytes());
        self.0.lock().unwrap().push(b'\n');
    }

    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Notes {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Notes {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// An error with everything it can say, its causes included.
fn everything(error: &http_core::Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?} {:?}", error.hint());
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(&format!(" {error} {error:?}"));
        cause = error.source();
    }
    text
}

/// A refusal that quotes the signed address it was given.
fn quoting() -> String {
    let url = format!("https://storage.example/a.log?sv=1&sig={SIGNATURE}&se=2");
    let message = format!("{url} is not valid");
    serde_json::json!({"error": {"code": "InvalidInput", "message": message}}).to_string()
}

/// Failures of a list.
fn faults() -> Vec<Fault> {
    let list = "mde.alerts.list";
    vec![
        Fault::on(list).status(400).always(),
        Fault::on(list).status(400).body(quoting()).always(),
        Fault::on(list).status(403).always(),
        Fault::on(list).html_502().always(),
        Fault::on(list).status(429).retry_after(4000).always(),
        Fault::on(list).expire_token().always(),
        Fault::on(list).disconnect().always(),
        Fault::on(list).foreign_next_link("https://elsewhere.example"),
    ]
}

/// Calls that succeed and calls that fail. The errors are logged as a careless program would.
async fn run(sandbox: &Sandbox, connector: &Connector, faults: Vec<Fault>, notes: &Notes) {
    let client = mde_client(sandbox, connector);
    let alerts = client.alerts().list().top(3).send().await.unwrap();
    let machine = alerts.items[0].machine_id.clone().unwrap();
    let isolate = |client: &Client| client.machines().isolate(&machine, COMMENT).send();
    isolate(&client).await.unwrap();

    let mut errors = vec![isolate(&client).await.unwrap_err()];
    for fault in faults {
        sandbox.fault(fault);
        let mut pages = client.alerts().list().pages();
        while let Some(page) = pages.next().await {
            errors.extend(page.err());
        }
        sandbox.clear_faults();
    }
    sandbox.fault(Fault::on("mde.machines.isolate").disconnect());
    errors.push(isolate(&client).await.unwrap_err());

    let url = format!("https://127.0.0.1:1/export.gz?sv=1&sig={SIGNATURE}");
    let download = Request::new(&DOWNLOAD).set("url", url);
    let refused = client.http().anonymous().download(download).await;
    errors.push(refused.unwrap_err());
    assert!(errors.len() >= 10, "{errors:?}");
    for error in &errors {
        notes.add(&everything(error));
    }
}

/// Texts that must not appear: secrets, tokens, bodies.
fn secrets(sandbox: &Sandbox) -> Vec<String> {
    let mut secrets: Vec<_> = [SECRET, COMMENT, SIGNATURE].map(str::to_owned).into();
    secrets.push(sandbox.client_secret().to_owned());
    for received in sandbox.all_requests() {
        if let Some(value) = received.header("authorization") {
            secrets.push(value.split(' ').next_back().unwrap().to_owned());
        }
    }
    secrets.sort();
    secrets.dedup();
    assert!(secrets.len() > 3, "some token was sent");
    secrets
}

#[track_caller]
fn assert_clean(notes: &Notes, sandbox: &Sandbox) {
    let text = notes.text();
    // The log is not empty and has the finest level.
    for part in [
        "mde.alerts.list",
        "mde.machines.isolate",
        "sending",
        "answered",
    ] {
        assert!(text.contains(part), "`{part}` was not written down");
    }
    for secret in secrets(sandbox) {
        if let Some(at) = text.find(&secret) {
            let from = text[..at].rfind('\n').map_or(0, |at| at + 1);
            panic!(
                "`{secret}` is in `{}`",
                text[from..].lines().next().unwrap()
            );
        }
    }
    // Of an alert's body.
    for word in ["computerDnsName", "evidence", "mitreTechniques"] {
        assert!(!text.contains(word), "a body was written down: {word}");
    }
}

fn builder() -> sandbox::Builder {
    let application = Application::new(APP, SECRET);
    Sandbox::builder().application(application).page_size(7)
}

fn subscriber(notes: &Notes) -> impl tracing_subscriber::util::SubscriberInitExt + Send + Sync {
    tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_span_events(tracing_subscriber::fmt::format::FmtSpan::FULL)
        .with_writer(notes.clone())
        .finish()
}

#[tokio::test(start_paused = true)]
async fn a_run_with_failures_writes_down_no_secret_and_no_body() {
    let bench = Bench::with(builder()).await;
    let notes = Notes::default();
    let _guard = tracing_subscriber::util::SubscriberInitExt::set_default(subscriber(&notes));
    let credential = Arc::new(bench.application(APP, SECRET));
    let mut faults = faults();
    faults.push(Fault::on("mde.alerts.list").truncate(300).always());
    let connector = bench.connector_of(credential);
    run(&bench.sandbox, &connector, faults, &notes).await;

    let wrong = Arc::new(bench.application(bench.sandbox.client_id(), SECRET));
    let connector = bench.connector_of(wrong);
    let refused = mde_client(&bench.sandbox, &connector)
        .alerts()
        .list()
        .send()
        .await;
    notes.add(&everything(&refused.unwrap_err()));
    assert_clean(&notes, &bench.sandbox);
}

/// The same over sockets, because the HTTP library logs, too.
#[tokio::test]
async fn neither_does_a_run_through_sockets() {
    let sandbox = builder().start().await.unwrap();
    let notes = Notes::default();
    let _guard = tracing_subscriber::util::SubscriberInitExt::set_default(subscriber(&notes));
    let at_once = http_core::RetryConfig::default().with_first_delay(std::time::Duration::ZERO);
    let connector = socket_connector(&sandbox).with_retry(at_once);
    run(&sandbox, &connector, faults(), &notes).await;
    assert_clean(&notes, &sandbox);
}
