//! Profiles: selection, precedence, and values that the file must not contain.

use std::path::Path;

use super::assert_shown;
use super::program::Program;

fn profile(folder: &Path, line: &str) -> Program {
    Program::line(&format!("profile {line}")).home(folder)
}

async fn with_two() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for line in [
        "set contoso tenant=contoso.example client_id=11111111-2222-3333-4444-555555555555 method=device-code -q",
        "set fabrikam tenant=fabrikam.example cloud=gcc-high portal=p.example/api -q",
    ] {
        let outcome = profile(folder.path(), line).run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
    }
    folder
}

#[tokio::test]
async fn profiles_are_listed_and_one_is_chosen() {
    let folder = with_two().await;
    let listed = profile(folder.path(), "list -o ndjson").run().await;
    assert!(!listed.stdout.contains("\"used\":true"), "{listed}");
    profile(folder.path(), "use fabrikam").run().await;
    assert_shown!(profile(folder.path(), "list -o ndjson").run().await);
}

#[tokio::test]
async fn a_profile_is_shown_and_taken_away() {
    let folder = with_two().await;
    assert_shown!(profile(folder.path(), "show fabrikam -o json").run().await);
    let removed = profile(folder.path(), "remove fabrikam --yes -o json")
        .run()
        .await;
    assert_eq!(removed.json()["removed"], "fabrikam");
    let shown = profile(folder.path(), "show fabrikam").run().await;
    assert_eq!(shown.code, Some(2), "{shown}");
    // The only remaining profile is used without a name.
    let sole = profile(folder.path(), "show -o json").run().await;
    assert_eq!(sole.json()["name"], "contoso");
}

#[tokio::test]
async fn a_secret_has_no_place_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let line = "set contoso client_secret=canary";
    let outcome = profile(folder.path(), line).run().await;
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.stderr.contains("client_secret_file"), "{outcome}");
    assert!(!outcome.to_string().contains("canary"), "{outcome}");
    assert!(!folder.path().join("config.toml").exists());
}

#[tokio::test]
async fn a_profile_that_is_not_there_is_named_with_those_that_are() {
    let folder = with_two().await;
    let line = Program::line("mde alerts list -p contosso").home(folder.path());
    let outcome = line.run().await;
    assert_eq!(outcome.code, Some(2));
    assert!(
        outcome.stderr.contains("there are contoso, fabrikam"),
        "{outcome}"
    );
}

#[cfg(unix)]
#[tokio::test]
async fn settings_that_others_can_change_are_refused() {
    use std::os::unix::fs::PermissionsExt;

    let folder = with_two().await;
    let file = folder.path().join("config.toml");
    let mode = file.metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o666)).unwrap();
    let outcome = profile(folder.path(), "list").run().await;
    assert_eq!(outcome.code, Some(2));
    assert!(outcome.stderr.contains("chmod 600"), "{outcome}");
    // Commands without settings still work.
    let offline = Program::line("completion bash").home(folder.path());
    assert_eq!(offline.run().await.code, Some(0));
}

/// Where the tenant of a command comes from.
async fn tenant(line: Program) -> String {
    let outcome = line.run().await;
    let checks = outcome.json();
    let settings = checks
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["check"] == "settings")
        .unwrap();
    let all = settings["data"].as_array().unwrap();
    let found = all.iter().find(|one| one["name"] == "tenant").unwrap();
    format!("{} by {}", found["value"], found["from"])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_profile_that_is_named_ranks_above_variables_and_another_one_below() {
    let sandbox = sandbox::Sandbox::builder().start().await.unwrap();
    let folder = with_two().await;
    let doctor = |words: &str| {
        let line = format!("auth doctor -o json {words}");
        let line = Program::line(line.trim())
            .reaching(&sandbox)
            .home(folder.path());
        line.env("AZURE_TENANT_ID", "variable.example")
    };
    let named = tenant(doctor("-p contoso")).await;
    assert_eq!(named, "\"contoso.example\" by \"profile contoso\"");
    let other = tenant(doctor("").env("DEFENDER_PROFILE", "contoso")).await;
    assert_eq!(other, "\"variable.example\" by \"AZURE_TENANT_ID\"");
}

#[tokio::test]
async fn the_portal_comes_from_option_variable_or_profile() {
    let folder = with_two().await;
    let query = |words: &str| {
        let line = format!("mdca alerts query --dry-run -o json {words}");
        let line = Program::line(line.trim()).home(folder.path());
        line.env("DEFENDER_PROFILE", "fabrikam")
    };
    let variable = "variable.example";
    for (line, expected) in [
        (query(""), "p.example"),
        (query("").env("DEFENDER_ENDPOINT_MDCA", variable), variable),
        (
            query("-p fabrikam").env("DEFENDER_ENDPOINT_MDCA", variable),
            "p.example",
        ),
        (
            query("-p fabrikam --portal o.example").env("DEFENDER_ENDPOINT_MDCA", variable),
            "o.example",
        ),
    ] {
        let outcome = line.run().await;
        let url = format!("https://{expected}/api/v1/alerts/");
        assert_eq!(outcome.json()["url"], url, "{outcome}");
    }
    let nowhere = Program::line("mdca alerts query --dry-run -p contoso").home(folder.path());
    let nowhere = nowhere.run().await;
    assert_eq!(nowhere.code, Some(2), "{nowhere}");
    assert!(nowhere.stderr.contains("portal=URL"), "{nowhere}");
}
