//! Completion scripts, loaded by the shells themselves.
//!
//! bash is on every machine that runs these tests. A shell that is not installed is named in the output of the test.

use std::path::Path;

use super::program::Program;

/// A folder with two profiles, a hunt of the user and a tenants file.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let profile = |name: &str| format!("[profile.{name}]\ntenant = \"{name}.com\"\n");
    let config = profile("contoso") + &profile("fabrikam");
    let file = home.path().join("config.toml");
    std::fs::write(&file, config).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let private = std::fs::Permissions::from_mode(0o600);
        std::fs::set_permissions(&file, private).unwrap();
    }
    let tenants = "[[tenant]]\nid = \"52eaad04-13a2-4a2f-9ce8-93a294fadf36\"\nname = \"contoso\"\ntags = [\"prod\", \"emea\"]\n\
                   [[tenant]]\nid = \"8f1a3f6e-0000-4000-8000-000000000002\"\ntags = [\"pilot\"]\n";
    std::fs::write(home.path().join("tenants.toml"), tenants).unwrap();
    let hunts = home.path().join("hunts");
    std::fs::create_dir(&hunts).unwrap();
    std::fs::write(hunts.join("mine.kql"), "// title: Mine\nDeviceInfo").unwrap();
    home
}

/// The candidates for the last word, as the script of fish gets them.
async fn candidates(home: &Path, words: &[&str]) -> Vec<String> {
    let outcome = Program::new(&[&["--", "defender"], words].concat())
        .home(home)
        .env("DEFENDER_COMPLETE", "fish")
        .run()
        .await;
    let ended = (outcome.code, outcome.stderr.as_str());
    assert_eq!(ended, (Some(0), ""), "{outcome}");
    let lines = outcome.stdout.lines();
    lines
        .map(|line| line.split('\t').next().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn the_program_knows_what_may_come_next() {
    let home = home();
    for (words, expected) in [
        (&["mde", "al"][..], &["alerts"][..]),
        (
            &["mde", "alerts", "list"],
            &["list", "list-domains", "list-files", "list-ips"],
        ),
        (
            &["mde", "alerts", "update", "x", "--status", ""],
            &["New", "InProgress", "Resolved"],
        ),
        (
            &["mde", "alerts", "list", "-p", ""],
            &["contoso", "fabrikam"],
        ),
        (
            &["mde", "alerts", "list", "--columns", "id,se"],
            &["id,severity"],
        ),
        (&["-o", "nd"], &["ndjson"]),
        (
            &["mde", "alerts", "list", "--tenants", ""],
            &[
                "all",
                "contoso",
                "8f1a3f6e-0000-4000-8000-000000000002",
                "tag:emea",
                "tag:pilot",
                "tag:prod",
            ],
        ),
        (
            &["hunt", "--tenants", "tag:prod&!tag:p"],
            &["tag:prod&!tag:pilot", "tag:prod&!tag:prod"],
        ),
        (
            &["auth", "status", "--tenant", "52"],
            &["52eaad04-13a2-4a2f-9ce8-93a294fadf36"],
        ),
        (&["--sandbox", "profile", "use", "f"], &["fabrikam"]),
        (&["hunt", "@m"], &["@mine", "@mail-from-sender"]),
        (&["hunt", "schema", "DeviceProc"], &["DeviceProcessEvents"]),
        (&["auth", "login", "--method", "dev"], &["device-code"]),
        (&["sea"], &["search"]),
    ] {
        let found = candidates(home.path(), words).await;
        assert_eq!(found, expected, "{words:?}");
    }
}

#[tokio::test]
async fn a_script_is_small_and_a_broken_setting_is_no_error_of_a_tab() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish", "nushell"] {
        let line = format!("completion {shell}");
        let outcome = Program::line(&line).run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        assert!(outcome.stdout.len() < 20_000, "{outcome}");
        assert!(outcome.stdout.contains("DEFENDER_COMPLETE"), "{outcome}");
    }
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("config.toml"), "no = [").unwrap();
    let none = candidates(home.path(), &["-p", ""]).await;
    assert!(none.is_empty(), "{none:?}");
}

/// The scripts of the tests: each prints the candidates of four command lines.
#[cfg(unix)]
const SHELLS: [(&str, &[&str], &str); 3] = [
    (
        "bash",
        &["--norc", "-c"],
        r#"source <(defender completion bash)
        try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_TYPE=9
            _clap_complete_defender defender "${COMP_WORDS[COMP_CWORD]}" ""; echo "${COMPREPLY[@]}"; }
        try defender -p ""; try defender mde alerts update x --status ""; try defender hunt @mi
        try defender hunt --tenants tag:pi"#,
    ),
    (
        "zsh",
        &["-f", "-c"],
        r#"autoload -Uz compinit; compinit -u -D; source <(defender completion zsh)
        _describe() { shift 2; local -a all=("${(@P)1}"); all=("${(@)all//\\:/;}")
            all=("${(@)all%%:*}"); print -r -- "${(@)all//;/:}" }
        try() { words=("$@"); CURRENT=$#; _clap_dynamic_completer_defender }
        try defender -p ""; try defender mde alerts update x --status ""; try defender hunt @mi
        try defender hunt --tenants tag:pi"#,
    ),
    (
        "fish",
        &["--no-config", "-c"],
        r#"defender completion fish | source
        for line in "defender -p " "defender mde alerts update x --status " "defender hunt @mi" "defender hunt --tenants tag:pi"
            complete -C $line | string replace -r '\t.*' '' | string join ' '
        end"#,
    ),
];

#[cfg(unix)]
#[tokio::test]
async fn shells_complete_a_profile_a_word_a_hunt_and_a_tag() {
    let home = home();
    let binary = super::program::binary();
    let folder = binary.parent().unwrap().display().to_string();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap());
    for (shell, options, script) in SHELLS {
        let run = tokio::process::Command::new(shell)
            .args(options)
            .arg(script)
            .env_clear()
            .env("PATH", &path)
            .env("HOME", home.path())
            .env("DEFENDER_CONFIG_DIR", home.path())
            .kill_on_drop(true)
            .output()
            .await;
        let output = match run {
            Ok(output) => output,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && shell != "bash" => {
                println!("{shell} is not installed: its script was not tried");
                continue;
            }
            Err(error) => panic!("{shell}: {error}"),
        };
        let shown = String::from_utf8_lossy(&output.stdout);
        let heard = String::from_utf8_lossy(&output.stderr);
        let lines: Vec<_> = shown.lines().collect();
        let expected = [
            "contoso fabrikam",
            "New InProgress Resolved",
            "@mine",
            "tag:pilot",
        ];
        assert_eq!(lines, expected, "{shell}: {heard}");
    }
}
