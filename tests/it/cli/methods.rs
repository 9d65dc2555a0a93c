//! Sign-in without a person: `auth login`, and a later command in a process of its own.

use std::path::Path;

use sandbox::{Application, Builder, Fault, Sandbox, Service};
use tokio::io::{AsyncBufReadExt, BufReader};

use super::program::{Outcome, Program};
use crate::support::browser;

const APP: &str = "44444444-dddd-4ddd-8ddd-0000000000d4";
const ISSUER: &str = "https://issuer.example";
const SUBJECT: &str = "system:serviceaccount:a:b";

/// An emulator, a folder for settings and tools, and variables of the platform.
struct Place {
    sandbox: Sandbox,
    folder: tempfile::TempDir,
    variables: Vec<(&'static str, String)>,
}

impl Place {
    async fn of(builder: Builder) -> Self {
        Self {
            sandbox: builder.start().await.unwrap(),
            folder: tempfile::tempdir().unwrap(),
            variables: Vec::new(),
        }
    }

    async fn new() -> Self {
        Self::of(Sandbox::builder()).await
    }

    fn set(&mut self, name: &'static str, value: impl Into<String>) {
        self.variables.push((name, value.into()));
    }

    fn login_url(&self, path: &str) -> String {
        format!("{}{path}", self.sandbox.url(Service::Login))
    }

    fn line(&self, line: &str) -> Program {
        let program = Program::line(line)
            .reaching(&self.sandbox)
            .home(self.folder.path());
        let variables = self.variables.iter();
        variables.fold(program, |program, (name, value)| program.env(name, value))
    }

    /// Signs in, and checks that a later command uses the stored sign-in.
    async fn signs_in(&self, words: &str) -> Outcome {
        let line = format!("auth login -o json {words}");
        let login = self.line(line.trim()).run().await;
        assert_eq!(login.code, Some(0), "{login}");
        assert!(self.folder.path().join("config.toml").is_file());
        self.works().await;
        login
    }

    async fn works(&self) {
        let used = self.line("mde machines list -n 1 -o id -q").run().await;
        assert_eq!((used.code, used.lines().len()), (Some(0), 1), "{used}");
    }

    /// Puts a signed-in tool on the path. It records its arguments and answers with a token for
    /// Defender for Endpoint.
    async fn install(&mut self, name: &str, answer: impl Fn(&str) -> String) {
        let token = Program::line("auth token --product mde");
        let token = token.at(&self.sandbox).run().await;
        assert_eq!(token.code, Some(0), "{token}");
        let tools = self.folder.path().join("tools");
        std::fs::create_dir(&tools).unwrap();
        std::fs::write(tools.join("answer"), answer(token.stdout.trim())).unwrap();
        let script = format!(
            "#!/bin/sh\necho \"$*\" >> '{tools}/asked'\ncat '{tools}/answer'\n",
            tools = tools.display()
        );
        write_program(&tools.join(name), &script);
        self.set("PATH", format!("{}:/usr/bin:/bin", tools.display()));
    }

    fn asked(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("tools/asked")).unwrap_or_default()
    }
}

#[cfg(unix)]
fn write_program(path: &Path, script: &str) {
    use std::os::unix::fs::PermissionsExt;

    std::fs::write(path, script).unwrap();
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

fn of_az(token: &str) -> String {
    let end = jiff::Timestamp::now().as_second() + 3000;
    format!(r#"{{"accessToken":"{token}","expires_on":{end},"tokenType":"Bearer"}}"#)
}

fn of_azd(token: &str) -> String {
    let end = jiff::Timestamp::now() + std::time::Duration::from_secs(3000);
    format!(r#"{{"token":"{token}","expiresOn":"{end}"}}"#)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_virtual_machine_signs_in_by_its_metadata_service() {
    let mut place = Place::new().await;
    let address = place.sandbox.url(Service::Login);
    place.set("AZURE_POD_IDENTITY_AUTHORITY_HOST", address);
    let login = place.signs_in("--method managed-identity").await;
    assert_eq!(login.json()["method"], "managed-identity");
    assert!(!place.sandbox.requests("managed_identity").is_empty());
    assert!(place.sandbox.requests("token").is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_app_signs_in_by_what_its_platform_sets_and_needs_no_profile() {
    let mut place = Place::new().await;
    place.set("IDENTITY_ENDPOINT", place.login_url("/msi/token"));
    place.set("IDENTITY_HEADER", place.sandbox.identity_header());
    place.works().await;
    let asked = place.sandbox.requests("managed_identity");
    assert!(asked[0].header("x-identity-header").is_some());
    place.signs_in("").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn service_fabric_is_trusted_by_the_thumbprint_it_sets() {
    let mut place = Place::of(Sandbox::builder().tls(true)).await;
    place.set("IDENTITY_ENDPOINT", place.login_url("/fabric/token"));
    place.set("IDENTITY_HEADER", place.sandbox.identity_header());
    let thumbprint = place.sandbox.server_thumbprint().unwrap().to_owned();
    place.set("IDENTITY_SERVER_THUMBPRINT", thumbprint);
    place.works().await;
    place.set("IDENTITY_SERVER_THUMBPRINT", "0".repeat(40));
    let other = place.line("mde machines list -n 1").run().await;
    assert_eq!(other.code, Some(1), "{other}");
    assert!(other.stderr.contains("thumbprint"), "{other}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pod_signs_in_by_the_token_in_its_file() {
    let application = Application::new(APP, "nobody-knows").federated(ISSUER, SUBJECT);
    let place = Place::of(Sandbox::builder().application(application)).await;
    let file = place.folder.path().join("token");
    std::fs::write(&file, place.sandbox.federated_token(ISSUER, SUBJECT)).unwrap();
    let tenant = place.sandbox.tenant_id();
    let words = format!(
        "--method workload --tenant {tenant} --client-id {APP} --federated-token-file {}",
        file.display()
    );
    let login = place.signs_in(&words).await;
    assert_eq!(login.json()["application"], APP);
    let profile = std::fs::read_to_string(place.folder.path().join("config.toml")).unwrap();
    assert!(profile.contains("federated_token_file"), "{profile}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn the_azure_cli_signs_in() {
    let mut place = Place::new().await;
    place.install("az", of_az).await;
    place.signs_in("--method az").await;
    let scope = "https://api.securitycenter.microsoft.com/.default";
    let asked = place.asked();
    assert!(
        asked.starts_with(&format!(
            "account get-access-token -o json --scope {scope}\n"
        )),
        "{asked}"
    );
    let named = format!("--method az --tenant {}", place.sandbox.tenant_id());
    place.signs_in(&named).await;
    assert!(place.asked().contains("--tenant"), "{}", place.asked());
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn the_azure_developer_cli_signs_in() {
    let mut place = Place::new().await;
    place.install("azd", of_azd).await;
    let login = place.signs_in("--method azd").await;
    assert_eq!(login.json()["method"], "azd");
    assert!(place.asked().starts_with("auth token -o json --no-prompt"));
}

/// A missing program is named, with a hint.
#[tokio::test(flavor = "multi_thread")]
async fn a_tool_that_is_not_there_is_named() {
    for (method, name) in [("az", "the Azure CLI"), ("azd", "the Azure Developer CLI")] {
        let mut place = Place::new().await;
        place.set("PATH", "/nowhere");
        let login = place
            .line(&format!("auth login --method {method}"))
            .run()
            .await;
        assert_eq!(login.code, Some(4), "{login}");
        assert!(login.stderr.contains(name), "{login}");
    }
}

const FORBIDDEN: &str = r#"{"error":"invalid_grant","error_codes":[53003],"error_description":"AADSTS53003: Access has been blocked by Conditional Access policies."}"#;

fn forbid(sandbox: &Sandbox, times: usize) {
    let fault = Fault::on("token").times(times);
    sandbox.fault(fault.status(400).body(FORBIDDEN));
}

/// Starts a sign-in, and opens the printed address as a person with a browser does.
async fn with_a_browser(place: &Place, words: &str) -> (Vec<String>, Outcome) {
    let client = place.sandbox.client_id();
    let line = format!("auth login -o json --client-id {client} {words}");
    let mut login = place.line(line.trim()).spawn();
    let mut said = BufReader::new(login.stderr.take().unwrap()).lines();
    let mut lines = Vec::new();
    while let Some(line) = said.next_line().await.unwrap() {
        if line.starts_with("http") {
            browser::open(&place.sandbox, &http_core::Url::parse(&line).unwrap());
        }
        lines.push(line);
    }
    let outcome = login.wait_with_output().await.unwrap().into();
    (lines, outcome)
}

/// Conditional access forbids browser and device code: each method is tried once, and the working one is stored.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn where_a_policy_forbids_a_way_the_next_one_is_tried_once() {
    let mut place = Place::new().await;
    place.install("az", of_az).await;
    place.set("DEFENDER_METHOD", "browser");
    forbid(&place.sandbox, 2);
    let before = place.sandbox.requests("token").len();
    let (said, outcome) = with_a_browser(&place, "").await;
    assert_eq!(outcome.code, Some(0), "{said:?} {outcome}");
    let said = said.join("\n");
    assert!(said.contains("trying device-code"), "{said}");
    assert!(said.contains("trying az"), "{said}");
    assert_eq!(outcome.json()["method"], "az");
    assert_eq!(place.sandbox.requests("token").len(), before + 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_insists_on_a_way_is_told_that_it_is_forbidden() {
    let place = Place::new().await;
    forbid(&place.sandbox, 9);
    let (said, outcome) = with_a_browser(&place, "--method browser").await;
    assert_eq!(outcome.code, Some(4), "{said:?}");
    let said = said.join("\n");
    assert!(said.contains("AADSTS53003"), "{said}");
    assert!(!said.contains("trying"), "{said}");
    assert_eq!(place.sandbox.requests("token").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn authorities_of_ones_own_are_an_option_and_a_foreign_one_is_refused() {
    let place = Place::of(Sandbox::builder().tls(true)).await;
    let file = place.sandbox.ca_file().unwrap().display().to_string();
    let line = |words: &str| {
        let line = format!("mde machines list -n 1 -o json {words}");
        Program::line(line.trim())
            .at(&place.sandbox)
            .env("DEFENDER_CA_FILE", "")
    };
    let trusted = line(&format!("--ca-file {file}")).run().await;
    assert_eq!(trusted.code, Some(0), "{trusted}");
    let foreign = line("").run().await;
    assert_eq!(foreign.code, Some(1), "{foreign}");
    assert!(foreign.stderr.contains("openssl s_client"), "{foreign}");
    assert!(foreign.stderr.contains("#certificate"), "{foreign}");
}
