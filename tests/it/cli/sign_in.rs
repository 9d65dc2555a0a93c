//! `auth login`, and later commands that use it.

use std::net::TcpListener;
use std::path::Path;

use sandbox::{Application, Builder, Sandbox};
use tokio::io::{AsyncBufReadExt, BufReader};

use super::program::{Outcome, Program};
use crate::support::browser;

struct Home {
    sandbox: Sandbox,
    folder: tempfile::TempDir,
}

impl Home {
    async fn new() -> Self {
        Self::of(Sandbox::builder()).await
    }

    async fn of(builder: Builder) -> Self {
        Self {
            // At the present time: the expiry of stored tokens is compared with this machine's clock.
            sandbox: builder.start().await.unwrap(),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn line(&self, line: &str) -> Program {
        Program::line(line)
            .reaching(&self.sandbox)
            .home(self.folder.path())
    }

    /// `auth login` for the emulator's application.
    fn login(&self, words: &str) -> Program {
        let (tenant, client) = (self.sandbox.tenant_id(), self.sandbox.client_id());
        self.line(&format!(
            "auth login -o json --tenant {tenant} --client-id {client} {words}"
        ))
    }

    /// Whether a later command in another process works without a person.
    async fn works(&self) -> Outcome {
        self.line("mde machines list -n 1 -o id -q").run().await
    }

    fn token_requests(&self) -> usize {
        self.sandbox.requests("token").len()
    }
}

/// Whether any file below a folder holds a text.
fn holds(folder: &Path, text: &str) -> bool {
    std::fs::read_dir(folder).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() {
            return holds(&path, text);
        }
        let bytes = std::fs::read(&path).unwrap();
        bytes
            .windows(text.len())
            .any(|window| window == text.as_bytes())
    })
}

/// Other programs use this variable, too: an address from it must not receive the secret.
#[tokio::test(flavor = "multi_thread")]
async fn a_shared_variable_sends_no_secret_to_a_host_that_is_not_known() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    // A proxy, which receives every connection to another host.
    let proxy = TcpListener::bind("127.0.0.1:0").unwrap();
    proxy.set_nonblocking(true).unwrap();
    let address = format!("http://{}", proxy.local_addr().unwrap());
    for line in ["mde machines list -o json", "auth token --product mde"] {
        let program = Program::line(line)
            .at(&sandbox)
            .env("DEFENDER_ENDPOINT_LOGIN", "")
            .env("AZURE_AUTHORITY_HOST", "login.contoso.example")
            .env("HTTPS_PROXY", &address);
        let outcome = program.run().await;
        assert_eq!(outcome.code, Some(4), "{outcome}");
        assert!(outcome.stderr.contains("AZURE_AUTHORITY_HOST"), "{outcome}");
        assert!(
            outcome.stderr.contains("DEFENDER_ENDPOINT_LOGIN"),
            "{outcome}"
        );
        let nobody = proxy.accept().unwrap_err();
        assert_eq!(nobody.kind(), std::io::ErrorKind::WouldBlock);
    }
    assert_eq!(sandbox.requests("token").len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_comes_by_standard_input_and_is_kept_encrypted() {
    let home = Home::new().await;
    let secret = home.sandbox.client_secret().to_owned();
    let login = home
        .login("--method secret")
        .run_with(&format!("{secret}\n"))
        .await;
    assert_eq!(login.code, Some(0), "{login}");
    assert_eq!(login.json()["profile"], "default");
    assert!(!login.to_string().contains(&secret), "{login}");
    assert!(!holds(home.folder.path(), &secret));
    assert!(
        holds(home.folder.path(), home.sandbox.client_id()),
        "the profile names the application"
    );
    let used = home.works().await;
    assert_eq!((used.code, used.lines().len()), (Some(0), 1), "{used}");

    let out = home.line("auth logout --yes -o json").run().await;
    assert_eq!(out.json()["removed"], true, "{out}");
    let after = home.works().await;
    assert_eq!(after.code, Some(4), "{after}");
    assert!(after.stderr.contains("auth login"), "{after}");
    // The command that is suggested signs in to the profile that was chosen.
    let named = home.line("mde machines list -n 1 -p default").run().await;
    assert_eq!(named.code, Some(4), "{named}");
    assert!(named.stderr.contains("auth login -p default"), "{named}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_fails_leaves_nothing_behind() {
    let home = Home::new().await;
    let login = home
        .login("--method secret")
        .run_with("wrong-canary\n")
        .await;
    assert_eq!(login.code, Some(4), "{login}");
    assert!(login.stderr.contains("AADSTS7000215"), "{login}");
    assert!(!login.to_string().contains("wrong-canary"), "{login}");
    assert_eq!(std::fs::read_dir(home.folder.path()).unwrap().count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_may_print_the_secret() {
    let home = Home::new().await;
    let secret = home.folder.path().join("secret");
    std::fs::write(&secret, home.sandbox.client_secret()).unwrap();
    let text = format!(
        "[profile.p]\ntenant = '{}'\nclient_id = '{}'\nmethod = 'secret'\nclient_secret_command = ['/bin/cat', '{}']\n",
        home.sandbox.tenant_id(),
        home.sandbox.client_id(),
        secret.display(),
    );
    let file = home.folder.path().join("config.toml");
    std::fs::write(&file, &text).unwrap();
    let used = home.works().await;
    assert_eq!(used.code, Some(0), "{used}");
    std::fs::write(&file, text.replace("/bin/cat", "/bin/false")).unwrap();
    let failed = home.works().await;
    assert_eq!(failed.code, Some(4), "{failed}");
    assert!(
        failed.stderr.contains("client_secret_command failed"),
        "{failed}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_application_in_variables_is_not_mixed_with_a_profile() {
    let home = Home::new().await;
    let client = "aaaaaaaa-0000-4000-8000-00000000000b";
    let file = home.folder.path().join("config.toml");
    let text = format!(
        "[profile.p]\ntenant = 'fabrikam.example'\nclient_id = '{client}'\nmethod = 'browser'\n"
    );
    std::fs::write(file, text).unwrap();
    let line = home.line("auth token --product mde").at(&home.sandbox);
    assert_eq!(line.run().await.code, Some(0));
    let named = home.line("auth token --product mde -p p").at(&home.sandbox);
    assert_eq!(
        named.run().await.code,
        Some(4),
        "nobody has signed in to that profile"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_on_another_device_serves_every_later_process() {
    let home = Home::new().await;
    // A person takes two polls of five seconds to enter the code.
    let login = home.login("--method device-code -p lab").run().await;
    assert_eq!(login.code, Some(0), "{login}");
    assert!(login.stderr.contains("enter the code"), "{login}");
    assert!(login.json()["user"].is_string(), "{login}");
    for service in login.json()["services"].as_array().unwrap() {
        assert_eq!(service["status"], "ok", "{service}");
    }
    let used = home.works().await;
    assert_eq!(used.code, Some(0), "{used}");
    let before = home.token_requests();
    let used = home.works().await;
    assert_eq!(used.code, Some(0), "{used}");
    assert_eq!(home.token_requests(), before, "the stored token was good");

    // Two processes at once. Neither has a cached token, and both redeem the same refresh token.
    let token = |product: &str, variable: &str, audience: &str| {
        let line = format!("auth token --product {product}");
        home.line(&line).env(variable, audience)
    };
    let mde = "https://securitycenter.onmicrosoft.com/windowsatpservice";
    let mde = || token("mde", "DEFENDER_AUDIENCE_MDE", mde);
    let graph = "00000003-0000-0000-c000-000000000000";
    let graph = || token("graph", "DEFENDER_AUDIENCE_GRAPH", graph);
    let before = home.token_requests();
    let (one, other) = tokio::join!(mde().run(), graph().run());
    assert_eq!((one.code, other.code), (Some(0), Some(0)), "{one} {other}");
    assert_eq!(home.token_requests(), before + 2);
    let before = home.token_requests();
    for again in [mde(), graph()] {
        let again = again.run().await;
        assert_eq!(again.code, Some(0), "{again}");
        assert!(!holds(home.folder.path(), again.stdout.trim()));
    }
    assert_eq!(
        home.token_requests(),
        before,
        "neither lost what the other wrote"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_on_this_machine_signs_a_user_in() {
    let home = Home::new().await;
    let mut login = home.login("--method browser").spawn();
    let mut said = BufReader::new(login.stderr.take().unwrap()).lines();
    let address = loop {
        let line = said.next_line().await.unwrap().unwrap();
        if line.starts_with("http") {
            break line;
        }
    };
    browser::open(&home.sandbox, &http_core::Url::parse(&address).unwrap());
    let outcome: Outcome = login.wait_with_output().await.unwrap().into();
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(outcome.json()["method"], "browser");
    let used = home.works().await;
    assert_eq!(used.code, Some(0), "{used}");
}

#[tokio::test]
async fn without_a_terminal_and_without_settings_a_method_has_to_be_named() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = Program::line("auth login").home(folder.path()).run().await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(outcome.stderr.contains("device-code"), "{outcome}");
}

#[tokio::test]
async fn in_the_emulator_of_this_process_nothing_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let line = Program::line("auth login --sandbox --method secret -o json").home(folder.path());
    let outcome = line.run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// One harmless call of each service shows at once which ones the sign-in can use.
#[tokio::test(flavor = "multi_thread")]
async fn every_service_is_tried_with_one_read() {
    let client = "aaaaaaaa-0000-4000-8000-00000000000b";
    let application = Application::new(client, "a-secret").roles(["Machine.Read.All"]);
    let home = Home::of(Sandbox::builder().application(application)).await;
    let tenant = home.sandbox.tenant_id();
    let line = format!("auth login -o json --method secret --tenant {tenant} --client-id {client}");
    let login = home.line(&line).run_with("a-secret\n").await;
    assert_eq!(login.code, Some(0), "{login}");
    let services = login.json()["services"].clone();
    let status = |name: &str| {
        let mut services = services.as_array().unwrap().iter();
        let found = services.find(|one| one["service"] == name).unwrap();
        (
            found["status"].as_str().unwrap().to_owned(),
            found["detail"].clone(),
        )
    };
    assert_eq!(status("xdr").0, "failed");
    assert!(
        status("xdr").1.as_str().unwrap().contains("403"),
        "{services}"
    );
    let reads = home.sandbox.all_requests();
    let reads = reads.iter().filter(|request| request.method == "GET");
    assert_eq!(reads.count(), 4, "one for each service");
}
