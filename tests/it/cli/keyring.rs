//! The keyring of the operating system: a Secret Service on its own bus, where one is installed.

use std::path::Path;
use std::process::Stdio;

use sandbox::Sandbox;
use tokio::process::Command;

use super::program::{Outcome, binary};

/// Unlocks a new keyring with an empty password, then signs in, works, and signs out, each in a process of its own.
const STORY: &str = r#"
printf '\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 || exit 90
printf '%s\n' "$SECRET" | "$DEFENDER" auth login --method secret --tenant "$TENANT" --client-id "$CLIENT" -o json || exit 91
"$DEFENDER" mde machines list -n 1 -o id -q || exit 92
"$DEFENDER" auth doctor -o ndjson --columns check,detail
"$DEFENDER" auth logout --yes -o json || exit 93
"$DEFENDER" mde machines list -n 1 -o id -q && exit 94
exit 0
"#;

#[cfg(target_os = "linux")]
#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_is_kept_under_a_key_in_the_keyring() {
    let is_there = |name: &str| Path::new("/usr/bin").join(name).is_file();
    if !(is_there("dbus-run-session") && is_there("gnome-keyring-daemon")) {
        eprintln!("NOT RUN: no Secret Service can be started here; install dbus and gnome-keyring");
        return;
    }
    let sandbox = Sandbox::builder().start().await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let outcome = told(&sandbox, folder.path()).await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let login: serde_json::Value = serde_json::from_str(outcome.lines()[0]).unwrap();
    assert_eq!(login["key"], "keyring", "{outcome}");
    assert!(
        outcome.stdout.contains("its key is in the keyring"),
        "{outcome}"
    );
    let beside = folder.path().join("settings/sessions/default.bin.key");
    assert!(!beside.exists(), "no key lies beside what it opens");
}

async fn told(sandbox: &Sandbox, folder: &Path) -> Outcome {
    let addresses = sandbox.environment().into_iter();
    let mut session = Command::new("dbus-run-session");
    session
        .args(["--", "sh", "-c", STORY])
        .env_clear()
        .envs(addresses.filter(|(name, _)| !name.starts_with("AZURE_")))
        .env("PATH", "/usr/bin:/bin")
        .env("HOME", folder)
        .env("XDG_RUNTIME_DIR", folder)
        .env("DEFENDER_CONFIG_DIR", folder.join("settings"))
        .env("DEFENDER_STORE", "keyring")
        .env("DEFENDER", binary())
        .env("SECRET", sandbox.client_secret())
        .env("TENANT", sandbox.tenant_id())
        .env("CLIENT", sandbox.client_id())
        .stdin(Stdio::null())
        .kill_on_drop(true);
    session.output().await.unwrap().into()
}
