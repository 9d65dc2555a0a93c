//! Many processes on one store and one `config.toml`, processes that are killed, and what children inherit.

use std::collections::HashSet;
use std::path::Path;
use std::time::Duration;

use auth_core::{EncryptedFileStore, SecretString, StoreKey, StoredTokens, TokenStore};
use sandbox::{Fault, Sandbox};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::task::JoinSet;

use super::program::{Outcome, Program};
use crate::support::browser;

const KEY: &str = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
/// The suffix of the temporary file of a killed writer; see `http_core::atomic_file`.
const LEFT: &str = "abcdefghABCDEF01.tmp";

struct Place {
    sandbox: Sandbox,
    folder: tempfile::TempDir,
}

impl Place {
    async fn new() -> Self {
        Self {
            sandbox: Sandbox::builder()
                .single_use_refresh_tokens(true)
                .start()
                .await
                .unwrap(),
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn line(&self, line: &str) -> Program {
        Program::line(line)
            .reaching(&self.sandbox)
            .home(self.folder.path())
    }

    fn login(&self, words: &str) -> Program {
        let (tenant, client) = (self.sandbox.tenant_id(), self.sandbox.client_id());
        self.line(&format!(
            "auth login -o json --tenant {tenant} --client-id {client} {words}"
        ))
    }

    /// Signs a person in with a browser.
    async fn sign_in(&self) {
        let mut login = self
            .login("--method browser -p lab")
            .env("DEFENDER_STORE_KEY", KEY)
            .spawn();
        let mut said = BufReader::new(login.stderr.take().unwrap()).lines();
        while let Some(line) = said.next_line().await.unwrap() {
            if line.starts_with("http") {
                browser::open(&self.sandbox, &http_core::Url::parse(&line).unwrap());
            }
        }
        let outcome: Outcome = login.wait_with_output().await.unwrap().into();
        assert_eq!(outcome.code, Some(0), "{outcome}");
    }

    fn store(&self) -> EncryptedFileStore {
        let key = StoreKey::from_base64(&SecretString::from(KEY)).unwrap();
        EncryptedFileStore::with_key(self.folder.path().join("sessions/lab.bin"), key)
    }

    /// Makes every process need a new access token.
    async fn forget_access_tokens(&self) {
        let change = |tokens: &mut StoredTokens| {
            let mut whole: Value = serde_json::from_slice(&tokens.to_json()).unwrap();
            whole["AccessToken"] = json!({});
            *tokens = StoredTokens::from_json(whole.to_string().as_bytes()).unwrap();
        };
        self.store().update(Box::new(change)).await.unwrap();
    }

    /// The refresh tokens that were sent, and whether any was refused.
    fn redeemed(&self) -> Vec<String> {
        let requests = self.sandbox.requests("token");
        let sent = requests.iter().filter_map(|request| {
            let form = url::form_urlencoded::parse(&request.body);
            let mut token = form.filter(|(name, _)| name == "refresh_token");
            let (_, token) = token.next()?;
            assert_eq!(request.status, 200, "a refresh token was refused");
            Some(token.into_owned())
        });
        sent.collect()
    }
}

async fn all(programs: impl IntoIterator<Item = Program>) -> Vec<Outcome> {
    let mut running = JoinSet::new();
    for program in programs {
        running.spawn(program.run());
    }
    running.join_all().await
}

fn token(place: &Place, product: &str) -> Program {
    let line = format!("auth token --product {product} -p lab");
    place.line(&line).env("DEFENDER_STORE_KEY", KEY)
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_processes_redeem_each_refresh_token_once() {
    let place = Place::new().await;
    place.sign_in().await;
    for _ in 0..3 {
        place.forget_access_tokens().await;
        let before = place.redeemed().len();
        let products = ["mde", "xdr", "graph", "mdca"];
        let programs = (0..20).map(|n| token(&place, products[n % products.len()]));
        for outcome in all(programs).await {
            assert_eq!(outcome.code, Some(0), "{outcome}");
        }
        let redeemed = place.redeemed();
        assert_eq!(redeemed.len() - before, 4, "one for each service");
        let different: HashSet<_> = redeemed.iter().collect();
        assert_eq!(different.len(), redeemed.len(), "none was sent twice");
    }
}

/// The operating system releases the lock of a process that is killed while it redeems.
#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_is_killed_while_it_redeems_stops_no_other() {
    let place = Place::new().await;
    place.sign_in().await;
    place.forget_access_tokens().await;
    let before = place.sandbox.requests("token").len();
    // The fault comes before the token is used up.
    place
        .sandbox
        .fault(Fault::on("token").status(503).retry_after(60).times(1));
    let mut holder = token(&place, "mde").spawn();
    while place.sandbox.requests("token").len() == before {
        tokio::task::yield_now().await;
    }
    holder.kill().await.unwrap();
    let outcome = token(&place, "mde").run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_logins_at_once_lose_no_profile_and_no_secret() {
    let place = Place::new().await;
    let secret = place.sandbox.client_secret().to_owned();
    let mut running = JoinSet::new();
    for n in 0..20 {
        let login = place.login(&format!("--method secret -p p{n}"));
        running.spawn(login.run_with(secret.clone()));
    }
    for outcome in running.join_all().await {
        assert_eq!(outcome.code, Some(0), "{outcome}");
    }
    let listed = place.line("profile list -o ndjson").run().await;
    assert_eq!(listed.lines().len(), 20, "{listed}");
    let programs = (0..20).map(|n| place.line(&format!("auth token --product mde -p p{n}")));
    for outcome in all(programs).await {
        assert_eq!(outcome.code, Some(0), "{outcome}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_changes_of_settings_at_once_are_all_kept_with_comments_and_order() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    std::fs::write(
        &file,
        "# mine\n[profile.z] # last in the alphabet\ntenant = 't'\n",
    )
    .unwrap();
    let line = |line: String| Program::line(&line).home(folder.path());
    let mut programs: Vec<_> = (0..20)
        .map(|n| line(format!("profile set p{n} tenant=t{n}.example -q")))
        .collect();
    programs.push(line("profile use z".to_owned()));
    programs.push(line("profile set z client_id=c -q".to_owned()));
    for outcome in all(programs).await {
        assert_eq!(outcome.code, Some(0), "{outcome}");
    }
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("# mine\n"), "{text}");
    assert!(
        text.contains("[profile.z] # last in the alphabet\n"),
        "{text}"
    );
    for n in 0..20 {
        let kept = format!("[profile.p{n}]\ntenant = \"t{n}.example\"\n");
        assert!(text.contains(&kept), "{n}: {text}");
    }
    assert!(text.contains("default_profile = \"z\""), "{text}");
    assert!(text.contains("client_id = \"c\""), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_killed_process_left_goes_with_the_next_change_and_nothing_else_does() {
    let place = Place::new().await;
    let secret = place.sandbox.client_secret().to_owned();
    let sessions = place.folder.path().join("sessions");
    let login = || {
        place
            .login("--method secret -p lab")
            .run_with(secret.clone())
    };
    assert_eq!(login().await.code, Some(0));
    let leave = |folder: &Path, name: String| {
        let path = folder.join(name);
        std::fs::write(&path, "left").unwrap();
        path
    };
    let left = [
        leave(place.folder.path(), format!("config.toml.{LEFT}")),
        leave(&sessions, format!("lab.bin.{LEFT}")),
    ];
    let others = [
        leave(place.folder.path(), "notes.tmp".to_owned()),
        leave(place.folder.path(), format!("other.toml.{LEFT}")),
        leave(&sessions, format!("other.bin.{LEFT}")),
    ];
    assert_eq!(login().await.code, Some(0));
    for path in left {
        assert!(!path.exists(), "{}", path.display());
    }
    for path in others {
        assert!(path.exists(), "{}", path.display());
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_disk_that_is_full_leaves_the_old_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    std::fs::write(&file, "[profile.a]\ntenant = 't'\n").unwrap();
    // The limit of file sizes is zero, and its signal is ignored.
    let script = "trap '' XFSZ; ulimit -f 0; exec \"$0\" profile set a tenant=u";
    let outcome: Outcome = tokio::process::Command::new("/bin/sh")
        .args(["-c", script])
        .arg(super::program::binary())
        .env_clear()
        .env("DEFENDER_CONFIG_DIR", folder.path())
        .output()
        .await
        .unwrap()
        .into();
    assert_eq!(outcome.code, Some(1), "{outcome}");
    assert!(outcome.stderr.contains("cannot be written"), "{outcome}");
    assert!(outcome.stderr.contains("as it was"), "{outcome}");
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(text, "[profile.a]\ntenant = 't'\n");
    let names = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 2, "the file and its lock");
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_to_settings_elsewhere_stays_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let dotfiles = tempfile::tempdir().unwrap();
    let (link, file) = (
        folder.path().join("config.toml"),
        dotfiles.path().join("defender.toml"),
    );
    std::fs::write(&file, "# mine\n").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let line = Program::line("profile set a tenant=t").home(folder.path());
    let outcome = line.run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(link.symlink_metadata().unwrap().is_symlink());
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(text, "# mine\n[profile.a]\ntenant = \"t\"\n");
}

#[cfg(unix)]
#[tokio::test]
async fn settings_that_are_no_plain_file_are_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    let made = std::process::Command::new("mkfifo").arg(&file).status();
    assert!(made.unwrap().success());
    for line in [
        "profile list",
        "mde machines list",
        "profile set a tenant=t",
    ] {
        let outcome = Program::line(line).home(folder.path()).run();
        let outcome = tokio::time::timeout(Duration::from_secs(20), outcome).await;
        let outcome = outcome.unwrap();
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert!(
            outcome.stderr.contains("is not a regular file"),
            "{outcome}"
        );
    }
    std::fs::remove_file(&file).unwrap();
    std::fs::create_dir(&file).unwrap();
    let outcome = Program::line("profile list")
        .home(folder.path())
        .run()
        .await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(outcome.stderr.contains("is a folder"), "{outcome}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_others_can_change_is_refused() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::new().await;
    let secret = place.sandbox.client_secret().to_owned();
    let login = place.login("--method secret").run_with(secret).await;
    assert_eq!(login.code, Some(0), "{login}");
    let set = |mode| {
        let mode = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(place.folder.path(), mode).unwrap();
    };
    for mode in [0o777, 0o722, 0o720] {
        set(mode);
        for line in [
            "profile list",
            "profile set a tenant=t",
            "auth token --product mde",
        ] {
            let outcome = place.line(line).run().await;
            assert_eq!(outcome.code, Some(2), "{mode:o} {outcome}");
            assert!(
                outcome.stderr.contains("can be changed by others"),
                "{outcome}"
            );
            assert!(outcome.stderr.contains("chmod 700"), "{outcome}");
        }
    }
    set(0o700);
    let sessions = place.folder.path().join("sessions");
    std::fs::set_permissions(sessions, std::fs::Permissions::from_mode(0o777)).unwrap();
    let outcome = place.line("auth token --product mde").run().await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(
        outcome.stderr.contains("sessions can be changed"),
        "{outcome}"
    );
}

const SECRETS: [&str; 6] = [
    "DEFENDER_STORE_KEY",
    "DEFENDER_ACCESS_TOKEN_GRAPH",
    "DEFENDER_MDCA_API_TOKEN",
    "AZURE_CLIENT_SECRET",
    "AZURE_CLIENT_CERTIFICATE_PASSWORD",
    "AZURE_PASSWORD",
];

/// Sets every secret to a marker. The key of the store must be a valid key.
fn with_secrets(program: Program) -> Program {
    let canary = |name: &str| match name {
        "DEFENDER_STORE_KEY" => KEY.to_owned(),
        _ => format!("canary-{name}"),
    };
    SECRETS
        .into_iter()
        .fold(program, |program, name| program.env(name, &canary(name)))
}

fn assert_no_secrets(environment: &str) {
    assert!(
        environment.contains("DEFENDER_CONFIG_DIR="),
        "{environment}"
    );
    assert!(!environment.contains("canary"), "{environment}");
    assert!(!environment.contains(KEY), "{environment}");
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_program_that_prints_the_secret_inherits_none() {
    let place = Place::new().await;
    let seen = place.folder.path().join("seen");
    let secret = place.folder.path().join("secret");
    std::fs::write(&secret, place.sandbox.client_secret()).unwrap();
    let text = format!(
        "[profile.p]\ntenant = '{}'\nclient_id = '{}'\nmethod = 'secret'\nclient_secret_command = ['/bin/sh', '-c', \
         '/usr/bin/env > {}; /bin/cat {}']\n",
        place.sandbox.tenant_id(),
        place.sandbox.client_id(),
        seen.display(),
        secret.display(),
    );
    std::fs::write(place.folder.path().join("config.toml"), text).unwrap();
    let line = with_secrets(place.line("mde machines list -n 1 -o id -q -p p"));
    let outcome = line.run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_no_secrets(&std::fs::read_to_string(seen).unwrap());
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn what_such_a_program_complains_of_is_told_without_the_secret() {
    let place = Place::new().await;
    for (script, said) in [
        ("echo c4nary; echo it is c4nary >&2; exit 1", "it is ***"),
        ("echo --password c4nary >&2; exit 1", "--password ***"),
        ("echo no such entry >&2; exit 1", "no such entry"),
    ] {
        let text = format!(
            "[profile.p]\ntenant = 't.example'\nclient_id = '{}'\nmethod = 'secret'\nclient_secret_command = ['/bin/sh', \
             '-c', '{script}']\n",
            place.sandbox.client_id(),
        );
        std::fs::write(place.folder.path().join("config.toml"), text).unwrap();
        let outcome = place.line("mde machines list -n 1").run().await;
        assert_eq!(outcome.code, Some(4), "{outcome}");
        assert!(outcome.stderr.contains(said), "{outcome}");
        assert!(!outcome.to_string().contains("c4nary"), "{outcome}");
    }
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn tools_and_browsers_inherit_no_secret() {
    use std::os::unix::fs::PermissionsExt;

    let place = Place::new().await;
    let tools = place.folder.path().join("tools");
    std::fs::create_dir(&tools).unwrap();
    let write = |name: &str, script: String| {
        let path = tools.join(name);
        std::fs::write(&path, script).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    };
    let seen = |name: &str| tools.join(format!("{name}.seen"));
    for name in ["az", "azd"] {
        let to = seen(name);
        write(
            name,
            format!("#!/bin/sh\n/usr/bin/env > '{}'\nexit 1\n", to.display()),
        );
        let line = place.line(&format!("auth login --method {name}"));
        let line = with_secrets(line).env("PATH", tools.to_str().unwrap());
        let outcome = line.run().await;
        assert_eq!(outcome.code, Some(4), "{outcome}");
        assert_no_secrets(&std::fs::read_to_string(to).unwrap());
    }
    // Opening for reading waits until the browser has written.
    let to = seen("browser");
    let made = std::process::Command::new("mkfifo").arg(&to).status();
    assert!(made.unwrap().success());
    write(
        "xdg-open",
        format!("#!/bin/sh\n/usr/bin/env > '{}'\n", to.display()),
    );
    let login = place.login("--method browser");
    let mut login = with_secrets(login)
        .env("SYSTEM_ACCESSTOKEN", "canary-of-the-platform")
        .env("PATH", tools.to_str().unwrap())
        .spawn();
    let environment = tokio::time::timeout(Duration::from_secs(60), tokio::fs::read(&to));
    let environment = environment.await.unwrap().unwrap();
    login.kill().await.unwrap();
    assert_no_secrets(&String::from_utf8(environment).unwrap());
}
