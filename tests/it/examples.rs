//! The example programs of the product crates, built as examples and run as processes against an emulator.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failed assumption is a failed test, in helpers too"
)]

use std::path::{Path, PathBuf};
use std::process::Stdio;

use mde_api::machine_actions::MachineActionStatus;
use mde_api::machines::{MachineFilter, MachineHealthStatus};
use sandbox::{Application, Fault, Sandbox, Service};
use serde_json::Value;
use tokio::process::Command;

use crate::support::Bench;

/// The result of a program.
struct Outcome {
    success: bool,
    stdout: String,
    stderr: String,
}

impl Outcome {
    /// The standard output of a successful program, by lines.
    fn lines(&self) -> Vec<&str> {
        assert!(self.success, "{}{}", self.stdout, self.stderr);
        self.stdout.lines().collect()
    }
}

/// Runs an example with the variables of an emulator and no others.
struct Example(Command);

impl Example {
    fn new(name: &str, sandbox: &Sandbox) -> Self {
        let mut command = Command::new(program(name));
        command
            .env_clear()
            .envs(sandbox.environment())
            .stdin(Stdio::null())
            .kill_on_drop(true);
        Self(command)
    }

    fn args(mut self, arguments: &[&str]) -> Self {
        self.0.args(arguments);
        self
    }

    fn env(mut self, name: &str, value: &str) -> Self {
        self.0.env(name, value);
        self
    }

    async fn run(mut self) -> Outcome {
        let output = self.0.output().await.unwrap();
        Outcome {
            success: output.status.success(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The example beside the tests' own program; `cargo xtask test` builds it first.
fn program(name: &str) -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let file = format!("examples/{name}{}", std::env::consts::EXE_SUFFIX);
    let mut found = own.ancestors().map(|folder| folder.join(&file));
    let found = found.find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("build `{name}` first, as docs/testing.md says"))
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

async fn machine_id(bench: &Bench) -> String {
    let active = MachineFilter::health_status().eq(MachineHealthStatus::Active);
    let windows = MachineFilter::os_platform().eq("Windows11");
    let list = bench.mde().machines().list().filter(active & windows);
    list.send().await.unwrap().items.remove(0).id.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_signs_in_with_a_secret_and_with_a_certificate() {
    let identity = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/auth-core/testdata");
    let read = |name: &str| std::fs::read_to_string(format!("{identity}/{name}")).unwrap();
    let certificate = read("leaf.pem");
    let bench = Bench::with(Sandbox::builder().certificate(&certificate)).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("automation.pem");
    std::fs::write(&file, read("key.pem") + &certificate).unwrap();

    let secret = Example::new("application", &bench.sandbox).run().await;
    assert_eq!(secret.lines().last(), Some(&"10 devices"));
    let with = Example::new("application", &bench.sandbox).args(&[text(&file)]);
    let certificate = with.env("AZURE_CLIENT_SECRET", "none").run().await;
    assert_eq!(certificate.lines(), secret.lines());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_user_signs_in_once_for_two_apis_and_later_runs_ask_nobody() {
    let bench = Bench::new().await;
    let folder = tempfile::tempdir().unwrap();
    for asked in [true, false] {
        let example = Example::new("user_and_two_apis", &bench.sandbox);
        let outcome = example.args(&[text(folder.path())]).run().await;
        let expected = [
            "1 secure score of Microsoft Graph",
            "1 incident of Defender XDR",
        ];
        assert_eq!(outcome.lines(), expected);
        assert_eq!(outcome.stderr.contains("enter the code"), asked);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_tenants_are_asked_at_once_and_those_without_consent_told_apart() {
    let tenant = |number: u32| format!("22222222-bbbb-4bbb-8bbb-{number:012}");
    let (client, secret) = ("11111111-aaaa-4aaa-8aaa-0000000000a1", "s");
    let mut builder =
        Sandbox::builder().application(Application::new(client, secret).multi_tenant());
    for number in 0..18 {
        builder = builder.application(Application::new(client, secret).tenant(tenant(number)));
    }
    let builder = builder.tenant(tenant(18)).tenant(tenant(19));
    let bench = Bench::with(builder).await;
    let tenants: Vec<_> = (0..20).map(tenant).collect();
    let tenants: Vec<_> = tenants.iter().map(String::as_str).collect();
    let example = Example::new("many_tenants", &bench.sandbox).args(&tenants);
    let example = example.env("AZURE_CLIENT_ID", client);
    let outcome = example.env("AZURE_CLIENT_SECRET", secret).run().await;
    let lines = outcome.lines();
    let ending = |words: &str| lines.iter().filter(|line| line.ends_with(words)).count();
    assert_eq!(ending(" open alerts"), 18, "{lines:?}");
    assert_eq!(ending(": has to consent first"), 2, "{lines:?}");
    assert_eq!(lines.last(), Some(&"20 tenants, 0 failed"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_is_isolated_waited_for_and_given_up() {
    let bench = Bench::with(Sandbox::builder().speed(60.0)).await;
    let id = machine_id(&bench).await;
    let isolate = Example::new("isolate_and_wait", &bench.sandbox).args(&[&id]);
    let isolated = isolate.run().await;
    assert!(isolated.lines()[0].ends_with(" started"));
    assert_eq!(isolated.lines()[1], "isolated");

    let slow = Bench::new().await;
    let id = machine_id(&slow).await;
    let isolate = Example::new("isolate_and_wait", &slow.sandbox);
    let given_up = isolate.args(&[&id, "0"]).run().await;
    assert_eq!(given_up.lines()[1], "not in time, cancelled");
    let action = given_up.lines()[0].split(' ').nth(1).unwrap();
    let action = slow.mde().machine_actions().get(action).send().await;
    let status = action.unwrap().status;
    assert_eq!(status, Some(MachineActionStatus::Cancelled));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hunt_is_decoded_into_rows_of_ones_own() {
    let bench = Bench::new().await;
    let name = "DeviceProcessEvents | take 1 | project FileName";
    let table = bench.xdr().graph().hunting().hunt(name).send().await;
    let table = table.unwrap();
    let file = table.rows[0].text("FileName").unwrap();
    let example = Example::new("hunt_into_own_rows", &bench.sandbox);
    let outcome = example.args(&[file]).run().await;
    let (last, rows) = outcome
        .lines()
        .split_last()
        .map(|(last, rows)| (last.to_string(), rows.len()))
        .unwrap();
    assert_eq!(last, format!("{rows} rows, truncated: false"));
    assert!((1..=5).contains(&rows));
    let odd = Example::new("hunt_into_own_rows", &bench.sandbox);
    let odd = odd.args(&["x\" or true //"]).run().await;
    assert_eq!(odd.lines(), ["0 rows, truncated: false"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn all_vulnerabilities_are_written_with_an_account_of_them() {
    let bench = Bench::new().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("vulnerabilities.ndjson");
    let export = || Example::new("export_to_file", &bench.sandbox).args(&[text(&file)]);
    let outcome = export().run().await;
    let written = std::fs::read_to_string(&file).unwrap();
    let rows = written.lines().count();
    assert!(outcome.lines()[0].starts_with(&format!("{rows} rows of ")));
    assert_eq!(outcome.lines()[1], "complete: true");
    let manifest = folder.path().join("vulnerabilities.ndjson.manifest.json");
    let manifest: Value = serde_json::from_slice(&std::fs::read(manifest).unwrap()).unwrap();
    assert_eq!(
        (&manifest["rows"], &manifest["complete"]),
        (&rows.into(), &true.into())
    );

    bench
        .sandbox
        .fault(Fault::on("download").nth(2).always().status(403));
    let cut = export().run().await;
    assert!(
        !cut.success && cut.stdout.ends_with("complete: false\n"),
        "{}",
        cut.stdout
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn indicators_of_a_list_are_imported_and_the_bad_ones_named() {
    let bench = Bench::new().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("addresses.txt");
    let good = |number: u32| format!("198.18.{}.{}\n", number / 250, number % 250);
    let mut list: String = (0..1_200).map(good).collect();
    list.push_str("198.18.0.0/24\nnot an address\n");
    std::fs::write(&file, list).unwrap();
    let import = Example::new("import_indicators", &bench.sandbox).args(&[text(&file)]);
    let outcome = import.run().await;
    let lines = outcome.lines();
    assert!(
        lines[0].starts_with("not sent: Some(\"198.18.0.0/24\"): "),
        "{lines:?}"
    );
    assert!(
        lines[1].starts_with("not sent: Some(\"not an address\"): "),
        "{lines:?}"
    );
    assert_eq!(lines[2..], ["1200 sent, 0 left"]);
    assert_eq!(bench.count("mde.indicators.import"), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_function_is_tested_with_a_scripted_transport() {
    let bench = Bench::new().await;
    let outcome = Example::new("scripted_transport", &bench.sandbox)
        .run()
        .await;
    assert_eq!(outcome.lines(), ["2 alerts", "3 requests"]);
    assert!(bench.sandbox.all_requests().is_empty(), "no network");
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_are_told_apart_and_the_log_names_each_call() {
    let bench = Bench::new().await;
    let known = machine_id(&bench).await;
    let unknown = "0123456789abcdef0123456789abcdef01234567";
    bench.sandbox.fault(
        Fault::on("mde.machines.get")
            .nth(3)
            .status(429)
            .retry_after(7),
    );
    let example = Example::new("retries_and_errors", &bench.sandbox);
    let outcome = example.args(&[&known, unknown, &known]).run().await;
    let lines = outcome.lines();
    assert_eq!(lines[0], format!("{known}: Some(Active)"));
    assert_eq!(lines[1], format!("{unknown}: there is no such device"));
    assert_eq!(lines[2], format!("{known}: later: Some(7s)"));
    assert!(
        lines[3..]
            .iter()
            .any(|line| line.contains("3 of 100 calls")),
        "{lines:?}"
    );
    assert!(
        outcome.stderr.contains("mde.machines.get"),
        "{}",
        outcome.stderr
    );
    assert!(!outcome.stderr.contains(bench.sandbox.client_secret()));
    let sent = bench.sandbox.requests("mde.machines.get");
    assert!(
        sent.iter()
            .all(|one| one.header("client-request-id").is_some())
    );
    assert!(
        sent[0]
            .header("user-agent")
            .unwrap()
            .starts_with("inventory/2.1")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_goes_on_where_another_process_stopped() {
    let bench = Bench::new().await;
    let folder = tempfile::tempdir().unwrap();
    let state = folder.path().join("state");
    let part = async |pages: &str| {
        let example = Example::new("resume_a_list", &bench.sandbox);
        let outcome = example.args(&[text(&state), pages]).run().await;
        let lines = outcome.lines().into_iter().map(str::to_owned);
        lines.collect::<Vec<_>>()
    };
    let mut read = part("2").await;
    assert_eq!(read.len(), 20);
    read.extend(part("1000").await);
    assert_eq!(read.pop().as_deref(), Some("end"));
    assert!(!state.exists());
    let all = bench.mde().machines().list().items().collect_all().await;
    let all: Vec<_> = all.unwrap().iter().map(|one| one.id.to_string()).collect();
    assert_eq!(read, all);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_devices_are_asked_about_concurrently() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let outcome = Example::new("concurrent_requests", &bench.sandbox)
        .run()
        .await;
    let lines = outcome.lines();
    assert!(
        lines[0].contains(" devices of high risk, exposure Some("),
        "{lines:?}"
    );
    assert!(lines[1].starts_with("at most "), "{lines:?}");
    assert_eq!(lines[2..], ["1 alert read by a task"]);
    assert!(bench.count("mde.machines.list_vulnerabilities") > 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn endpoints_of_ones_own_come_from_the_environment() {
    let bench = Bench::new().await;
    let outcome = Example::new("own_endpoints", &bench.sandbox).run().await;
    let here = format!("3 devices at {}/", bench.sandbox.url(Service::Mde));
    assert_eq!(
        outcome.lines()[0].trim_end_matches('/'),
        here.trim_end_matches('/')
    );
    let near = "in Europe https://eu.api.security.microsoft.com/";
    assert_eq!(outcome.lines()[1], near);
}

#[tokio::test(flavor = "multi_thread")]
async fn logs_of_many_firewalls_are_uploaded_and_a_failure_keeps_none_back() {
    let bench = Bench::with(Sandbox::builder().limits(false)).await;
    let folder = tempfile::tempdir().unwrap();
    let files = ["a.log", "empty.log", "b.log"].map(|name| folder.path().join(name));
    for (file, log) in files.iter().zip(["line", "", "lines"]) {
        std::fs::write(file, log).unwrap();
    }
    let [a, empty, b] = &files;
    let example = Example::new("upload_logs", &bench.sandbox);
    let arguments = ["SQUID", "Branches", text(a), text(empty), text(b)];
    let outcome = example.args(&arguments).run().await;
    let lines = outcome.lines();
    for (file, bytes) in [(a, 4), (b, 5)] {
        let sent = format!("{}: {bytes} of {bytes} bytes", text(file));
        let waits = format!("{}: {bytes} bytes wait to be parsed", text(file));
        assert!(
            lines.contains(&&*sent) && lines.contains(&&*waits),
            "{lines:?}"
        );
    }
    assert_eq!(lines.last(), Some(&"3 logs, 1 failed"));
}
