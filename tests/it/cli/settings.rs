//! Every setting of a profile: set, shown, read again from the file, and used by a call.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sandbox::{Application, Sandbox, Service};
use serde_json::Value;

use super::program::{Outcome, Program};

const APP: &str = "44444444-dddd-4ddd-8ddd-0000000000d4";
const ISSUER: &str = "https://issuer.example";
const SUBJECT: &str = "system:serviceaccount:a:b";
const PEM: &str = concat!(
    include_str!("../../../crates/auth-core/testdata/key-encrypted.pem"),
    include_str!("../../../crates/auth-core/testdata/leaf.pem"),
);

/// An emulator, and a profile `x` that reaches it by its settings alone.
struct Place {
    sandbox: Sandbox,
    folder: tempfile::TempDir,
}

impl Place {
    async fn new(tls: bool) -> Self {
        let leaf = include_str!("../../../crates/auth-core/testdata/leaf.pem");
        let application = Application::new(APP, "a-secret")
            .certificate(leaf)
            .federated(ISSUER, SUBJECT);
        Self {
            sandbox: Sandbox::builder()
                .tls(tls)
                .application(application)
                .start()
                .await
                .unwrap(),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn line(&self, line: &str) -> Program {
        Program::line(line).home(self.folder.path())
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Sets a setting, and checks that another process shows it unchanged.
    async fn set(&self, key: &str, value: &str) {
        let set = Program::new(&[
            "profile",
            "set",
            "x",
            &format!("{key}={value}"),
            "-o",
            "json",
        ]);
        let set = set.home(self.folder.path()).run().await;
        assert_eq!(set.code, Some(0), "{key}: {set}");
        for outcome in [set, self.line("profile show x -o json").run().await] {
            let shown = &outcome.json()[key];
            let text = match shown {
                Value::String(text) => text.clone(),
                other => other.to_string(),
            };
            assert_eq!(text, value, "{key}: {outcome}");
        }
    }

    /// The emulator's addresses and the application, by settings alone.
    async fn set_application(&self) {
        for (key, service) in [
            ("endpoints.login", Service::Login),
            ("endpoints.mde", Service::Mde),
            ("endpoints.xdr", Service::Xdr),
            ("endpoints.graph", Service::Graph),
            ("portal", Service::Mdca),
        ] {
            self.set(key, &self.sandbox.url(service)).await;
        }
        self.set("tenant", self.sandbox.tenant_id()).await;
        self.set("client_id", APP).await;
    }

    async fn set_secret(&self) {
        let file = self.file("secret", "\u{feff}a-secret\r\n");
        self.set("client_secret_file", file.to_str().unwrap()).await;
    }

    async fn works(&self, line: &str) -> Outcome {
        let outcome = self.line(line).run().await;
        assert_eq!(outcome.code, Some(0), "{line}: {outcome}");
        outcome
    }

    /// The header of the assertion that was sent last.
    fn assertion(&self) -> Value {
        let requests = self.sandbox.requests("token");
        let body = &requests.last().unwrap().body;
        let mut form = url::form_urlencoded::parse(body);
        let (_, assertion) = form.find(|(name, _)| name == "client_assertion").unwrap();
        let header = URL_SAFE_NO_PAD.decode(assertion.split('.').next().unwrap());
        serde_json::from_slice(&header.unwrap()).unwrap()
    }
}

fn utf16(text: &str) -> Vec<u8> {
    let text = format!("\u{feff}{text}");
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

const ONE: &str = "mde machines list -n 1 -o id -q";

#[tokio::test(flavor = "multi_thread")]
async fn addresses_application_and_secret_come_from_the_profile() {
    let place = Place::new(false).await;
    place.set_application().await;
    place.set("method", "secret").await;
    place.set_secret().await;
    for line in [
        ONE,
        "graph incidents list -n 1 -o json -q",
        "mdca alerts query -n 1 -o json -q",
    ] {
        place.works(line).await;
    }
    let tokens = place.sandbox.requests("token");
    assert!(tokens.iter().all(|request| request.status == 200));
    assert!(tokens[0].path_and_query.contains(place.sandbox.tenant_id()));
    place.set("limits", "row=100").await;
    let limited = place.line(ONE).run().await;
    assert!(limited.stderr.contains("limit `row` of 100"), "{limited}");
    place.line("profile set x limits=").run().await;
    place.set("output", "csv").await;
    let rows = place.works("mde machines list -n 1 --columns id -q").await;
    assert_eq!(rows.lines()[0], "id", "{rows}");
    // All addresses come from the profile.
    let xdr = place.works("auth status -o ndjson").await;
    for service in [Service::Mde, Service::Xdr, Service::Graph, Service::Mdca] {
        assert!(xdr.stdout.contains(&place.sandbox.url(service)), "{xdr}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_prints_the_secret_in_any_encoding() {
    let place = Place::new(false).await;
    place.set_application().await;
    place.set("method", "secret").await;
    for (name, bytes) in [
        ("plain file", b"a-secret\n".to_vec()),
        ("windows", utf16("a-secret\r\n")),
    ] {
        let file = place.file(name, bytes);
        let command = serde_json::json!(["/bin/cat", file]).to_string();
        place.set("client_secret_command", &command).await;
        place.works(ONE).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn secrets_written_on_windows_are_the_same_secrets() {
    let place = Place::new(false).await;
    place.set_application().await;
    place.set("method", "secret").await;
    for (name, bytes) in [
        ("mark", "\u{feff}a-secret\r\n".as_bytes().to_vec()),
        ("wide", utf16("a-secret\r\n")),
        ("wide without a line end", utf16("a-secret")),
    ] {
        let file = place.file(name, &bytes);
        place
            .set("client_secret_file", file.to_str().unwrap())
            .await;
        place.works(&format!("{ONE} -p x")).await;
        let login = place.line("auth login --method secret -p y -o json");
        let login = login
            .reaching(&place.sandbox)
            .env("AZURE_TENANT_ID", place.sandbox.tenant_id())
            .env("AZURE_CLIENT_ID", APP)
            .run_with(&bytes)
            .await;
        assert!(login.stderr.contains("wrote profile y"), "{name}: {login}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_certificate_with_a_password_and_its_chain_come_from_the_profile() {
    let place = Place::new(false).await;
    place.set_application().await;
    place.set("method", "certificate").await;
    let password = place.file("password", utf16("pässword\r\n"));
    place
        .set("certificate_password_file", password.to_str().unwrap())
        .await;
    for (name, bytes) in [
        ("plain.pem", PEM.as_bytes().to_vec()),
        ("windows.pem", utf16(&PEM.replace('\n', "\r\n"))),
    ] {
        let file = place.file(name, bytes);
        place.set("certificate", file.to_str().unwrap()).await;
        place.works(ONE).await;
        assert!(place.assertion().get("x5c").is_none());
    }
    place.set("send_certificate_chain", "true").await;
    place.works(ONE).await;
    assert!(place.assertion()["x5c"].is_array());
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_path_that_is_not_text_is_kept_as_it_is() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let place = Place::new(false).await;
    place.set_application().await;
    let path = |name: &[u8]| place.folder.path().join(OsStr::from_bytes(name));
    let (secret, certificate) = (path(b"secret-\xff"), path(b"certificate-\xff.pem"));
    std::fs::write(&secret, "a-secret").unwrap();
    std::fs::write(&certificate, PEM).unwrap();
    let password = place.file("password", "pässword");
    let line = |method: &str| place.line(ONE).env("DEFENDER_METHOD", method);
    let outcome = line("secret").env_os("DEFENDER_CLIENT_SECRET_FILE", secret.as_os_str());
    let outcome = outcome.run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let outcome = line("certificate")
        .env_os("AZURE_CLIENT_CERTIFICATE_PATH", certificate.as_os_str())
        .env_os("DEFENDER_CERTIFICATE_PASSWORD_FILE", password.as_os_str());
    let outcome = outcome.run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    // In text output, the default is shown.
    let outcome = line("secret").env_os("AZURE_TENANT_ID", OsStr::from_bytes(b"contoso\xff"));
    let outcome = outcome.run().await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(
        outcome.stderr.contains("AZURE_TENANT_ID is not UTF-8"),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_federated_token_comes_from_the_file_of_the_profile() {
    let place = Place::new(false).await;
    place.set_application().await;
    place.set("method", "workload").await;
    let token = place.sandbox.federated_token(ISSUER, SUBJECT);
    for (name, bytes) in [
        ("token", token.as_bytes().to_vec()),
        ("windows", utf16(&format!("{token}\r\n"))),
    ] {
        let file = place.file(name, bytes);
        place
            .set("federated_token_file", file.to_str().unwrap())
            .await;
        place.works(ONE).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_service_connection_of_the_profile_is_asked_for() {
    let place = Place::new(false).await;
    place.set_application().await;
    place.set("method", "workload").await;
    place.set("service_connection", "connection-of-x").await;
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/oidc", listener.local_addr().unwrap());
    let asked = tokio::task::spawn_blocking(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut buffer = [0; 4096];
        let read = stream.read(&mut buffer).unwrap();
        let refusal = b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\nconnection: close\r\n\r\n";
        stream.write_all(refusal).unwrap();
        String::from_utf8_lossy(&buffer[..read]).into_owned()
    });
    let outcome = place
        .line(ONE)
        .env("SYSTEM_OIDCREQUESTURI", &url)
        .env("SYSTEM_ACCESSTOKEN", "job")
        .run()
        .await;
    assert_eq!(outcome.code, Some(4), "{outcome}");
    assert!(asked.await.unwrap().contains("connection-of-x"));
}

#[tokio::test(flavor = "multi_thread")]
async fn audiences_of_the_profile_are_what_tokens_are_asked_for() {
    let place = Place::new(false).await;
    place.set_application().await;
    place.set("method", "secret").await;
    place.set_secret().await;
    for (product, audience) in [
        (
            "mde",
            "https://securitycenter.onmicrosoft.com/windowsatpservice",
        ),
        ("xdr", "https://api.securitycenter.microsoft.com"),
        ("graph", "00000003-0000-0000-c000-000000000000"),
        ("mdca", "https://api.security.microsoft.com"),
    ] {
        place.set(&format!("audiences.{product}"), audience).await;
        place
            .works(&format!("auth token --product {product}"))
            .await;
        let requests = place.sandbox.requests("token");
        let body = &requests.last().unwrap().body;
        let mut form = url::form_urlencoded::parse(body);
        let (_, scope) = form.find(|(name, _)| name == "scope").unwrap();
        assert_eq!(scope, format!("{audience}/.default"));
    }
    // Removing a setting keeps the others.
    let removed = place
        .line("profile set x audiences.mde= audiences.xdr=")
        .run()
        .await;
    assert_eq!(removed.code, Some(0), "{removed}");
    place.works(ONE).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cloud_and_region_of_the_profile_are_used() {
    let place = Place::new(false).await;
    let dry = "mde machines list --dry-run -o json";
    let host = async || {
        let outcome = place.works(dry).await;
        let url = outcome.json()["url"].as_str().unwrap().to_owned();
        http_core::Url::parse(&url)
            .unwrap()
            .host_str()
            .unwrap()
            .to_owned()
    };
    place.set("region", "eu").await;
    assert!(host().await.starts_with("eu."));
    place.line("profile set x region=").run().await;
    place.set("cloud", "gcc-high").await;
    assert!(host().await.ends_with(".us"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_authorities_of_the_profile_are_trusted() {
    let place = Place::new(true).await;
    place.set_application().await;
    place.set("method", "secret").await;
    place.set_secret().await;
    let untrusted = place.line(ONE).run().await;
    assert_eq!(untrusted.code, Some(1), "{untrusted}");
    let pem = std::fs::read(place.sandbox.ca_file().unwrap()).unwrap();
    let windows = utf16(std::str::from_utf8(&pem).unwrap());
    for (name, bytes) in [("plain.pem", pem), ("windows.pem", windows)] {
        let file = place.file(name, bytes);
        place.set("ca_file", file.to_str().unwrap()).await;
        place.works(ONE).await;
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn the_protected_tags_of_the_profile_ask_for_a_name() {
    let place = Place::new(false).await;
    place.set_application().await;
    place.set("method", "secret").await;
    place.set_secret().await;
    place.set("protected_tags", "lab, kiosk").await;
    let list = "mde machines list -n 1 -o json --filter";
    let words: Vec<&str> = list.split(' ').collect();
    let filter = "machineTags/any(tag: tag eq 'lab') and healthStatus eq 'Active'";
    let words = [&words[..], &[filter]].concat();
    let device = Program::new(&words)
        .home(place.folder.path())
        .run()
        .await
        .json();
    let (id, name) = (
        device[0]["id"].as_str().unwrap(),
        device[0]["computerDnsName"].as_str().unwrap(),
    );
    let line = format!("mde machines isolate {id} --comment x");
    let program = place.line(&line);
    let question = format!("Type {name} to go on: ");
    let terminal = super::terminal::Terminal::of(&program).wait(&question);
    assert_eq!(terminal.send("n\n").run().await.code, Some(9));
}

/// The table of the guide is the list of settings; each of them is set in one of the tests of this file.
#[test]
fn every_documented_setting_is_tried_here() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let guide = std::fs::read_to_string(root.join("docs/guides/command-line-sign-in.md")).unwrap();
    let here = include_str!("settings.rs");
    let rows = guide
        .lines()
        .skip_while(|line| !line.starts_with("| setting | means"))
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    let mut count = 0;
    for row in rows {
        let cell = row.split('|').nth(1).unwrap();
        let names: Vec<_> = cell.split('`').skip(1).step_by(2).collect();
        let table = names[0].split_once('.').map(|(table, _)| table);
        for name in &names {
            let whole = match (name.strip_prefix('.'), table) {
                (Some(name), Some(table)) => format!("{table}.{name}"),
                _ => (*name).to_owned(),
            };
            count += 1;
            let tried = match whole.strip_prefix("audiences.") {
                Some(product) => here.contains(&format!("\"{product}\",")),
                None => here.contains(&format!("\"{whole}\", ")),
            };
            assert!(tried, "{whole}");
        }
    }
    assert!(count >= 22, "{count}");
}

#[tokio::test]
async fn what_means_nothing_is_named_with_what_is_meant() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    for (text, says) in [
        (
            "[profiles.x]\ntenant = 't'",
            "do you mean `[profile.NAME]`?",
        ),
        ("[profile.x]\ntennant = 't'", "do you mean `tenant`?"),
        (
            "[profile.x]\naudience.mde = 't'",
            "do you mean `audiences.mde`?",
        ),
        ("[profile.x]\ntenant = 3", "expected text, found integer"),
        ("default_profile = ['x']", "expected text, found array"),
    ] {
        std::fs::write(&file, text).unwrap();
        let line = Program::line("mde machines list --dry-run").home(folder.path());
        let outcome = line.run().await;
        assert_eq!(outcome.code, Some(2), "{text}: {outcome}");
        assert!(outcome.stderr.contains(says), "{outcome}");
    }
    // In the encodings that editors on Windows write.
    for bytes in [
        "\u{feff}[profile.x]\r\ntenant = 't'\r\n"
            .as_bytes()
            .to_vec(),
        utf16("[profile.x]\r\ntenant = 't'\r\n"),
    ] {
        std::fs::write(&file, bytes).unwrap();
        let line = Program::line("profile show x -o json").home(folder.path());
        let outcome = line.run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        assert_eq!(outcome.json()["tenant"], "t");
    }
}
