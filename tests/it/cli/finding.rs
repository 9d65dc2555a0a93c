//! Finding the way: search, help, suggestions, notes on commands that were replaced.

use super::program::{Program, fixed};
use crate::tables::table;

/// The hint of a command line that is refused with exit code 2.
async fn hint(line: &str) -> String {
    let outcome = Program::line(line).run().await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    let mut lines = outcome.stderr.lines();
    let hint = lines.find_map(|line| line.strip_prefix("hint: "));
    hint.unwrap_or_else(|| panic!("{outcome}")).to_owned()
}

#[tokio::test]
async fn a_purpose_finds_the_command_and_a_line_to_paste() {
    for (words, first) in [
        (
            "installed software of a device",
            "mde machines list-software",
        ),
        ("isolate a computer", "mde machines isolate"),
        ("sign in", "auth login"),
        ("advanced hunting query", "hunt"),
        ("tag a device", "mde machines set-tag"),
    ] {
        let line: Vec<_> = ["search"]
            .into_iter()
            .chain(words.split(' '))
            .chain(["-o", "json"])
            .collect();
        let outcome = Program::new(&line).run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        let found = outcome.json();
        let hits = found.as_array().unwrap();
        let commands: Vec<_> = hits
            .iter()
            .map(|hit| hit["command"].as_str().unwrap())
            .collect();
        assert!(commands.len() <= 10, "{outcome}");
        assert!(
            commands.iter().take(4).any(|command| *command == first),
            "{words}: {outcome}"
        );
        let run = found[0]["run"].as_str().unwrap();
        assert!(run.starts_with("defender "), "{outcome}");
    }
    let line = [
        "search",
        "installed software of a device",
        "-o",
        "json",
        "-n",
        "1",
    ];
    let first = Program::new(&line).run().await;
    assert_eq!(
        first.json()[0]["operation"],
        "mde.machines.list_software",
        "{first}"
    );
    assert_eq!(first.json()[0]["changes"], false, "{first}");
}

#[tokio::test]
async fn a_table_of_commands_has_whole_lines_and_says_that_more_fit() {
    let outcome = Program::line("search installed software -o table")
        .env("COLUMNS", "40")
        .run()
        .await;
    let lines: Vec<_> = outcome.stdout.lines().collect();
    assert_eq!(lines.len(), 20, "{outcome}");
    let id = "0f4d7265a9d03fc22b960d84c410343d7e432091";
    assert!(lines.iter().any(|line| line.ends_with(id)), "{outcome}");
    assert!(outcome.stderr.contains("more commands"), "{outcome}");
    let nothing = Program::line("search zebra").run().await;
    assert_eq!(
        (nothing.code, nothing.stdout.trim()),
        (Some(0), "[]"),
        "{nothing}"
    );
    assert!(
        nothing.stderr.contains("no command has these words"),
        "{nothing}"
    );
    let operations = Program::line("operations software").run().await;
    assert!(
        operations.stderr.contains("`defender search software`"),
        "{operations}"
    );
}

#[tokio::test]
async fn a_word_of_other_tools_is_answered_by_its_meaning() {
    for (line, meant) in [
        ("whoami", "`defender auth status`"),
        ("login", "`defender auth login`"),
        ("config", "`defender profile list`"),
        ("version", "`defender --version`"),
        ("act", "`defender mde machines`"),
        ("indicators", "`defender mde indicators`"),
        ("mde alerts show", "`defender mde alerts get`"),
        ("mde alerts ls", "`defender mde alerts list`"),
        ("machines ls", "`defender mde machines list`"),
        ("mde indicators rm", "`defender mde indicators delete`"),
        ("mde alrts list", "`defender mde alerts list`"),
        ("permisions", "`defender permissions`"),
        ("zebra", "`defender search WORDS`"),
        ("mde alerts list --format csv", "`--output`"),
        ("graph incidents list --order-by x", "`--"),
    ] {
        let hint = hint(line).await;
        assert!(hint.contains(meant), "{line}: {hint}");
    }
    // A guess that is far off is worse than none.
    for (line, wrong) in [("act", "auth"), ("zebra", "do you mean")] {
        let hint = hint(line).await;
        let suggested = hint.strip_prefix("do you mean").unwrap_or_default();
        assert!(!suggested.contains(wrong), "{line}: {hint}");
    }
    let outcome = Program::line("permissions --for")
        .arg("mde alrts list".as_ref())
        .run()
        .await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(
        outcome.stderr.contains("`defender mde alerts list`"),
        "{outcome}"
    );
}

#[tokio::test]
async fn help_begins_with_the_purpose_and_names_the_call_below() {
    for product in reference::PRODUCTS {
        for entry in table(product.name).iter().step_by(7) {
            let id = entry["id"].as_str().unwrap();
            let words: Vec<_> = id.split('.').map(|part| part.replace('_', "-")).collect();
            let words: Vec<_> = words.iter().map(String::as_str).chain(["--help"]).collect();
            let help = Program::new(&words).run().await;
            let whole = help.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
            let member = |name: &str| entry[name].as_str().unwrap();
            assert!(
                whole.starts_with(&format!("{}.", member("summary"))),
                "{help}"
            );
            let call = format!("Calls: {} {}", member("method"), member("path"));
            assert!(whole.contains(&call), "{call}: {help}");
        }
    }
    let export = Program::line("mde assessments export-certificates --help")
        .run()
        .await;
    assert!(
        export
            .stdout
            .contains("Prints the rows of all files; --links"),
        "{export}"
    );
    let number = Program::line("xdr incidents get --help").run().await;
    assert!(number.stdout.contains("<INCIDENT_ID>"), "{number}");
    assert!(!number.stdout.contains("<N>"), "{number}");
}

#[test]
fn every_option_has_a_text() {
    for product in reference::PRODUCTS {
        for entry in table(product.name) {
            for param in entry["params"].as_array().into_iter().flatten() {
                let is_option = param["place"] != "path" && param["constant"].is_null();
                let text = param["help"].as_str().unwrap_or_default();
                assert!(
                    !is_option || text.ends_with('.'),
                    "{} {}: {text}",
                    entry["id"],
                    param["name"]
                );
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_legacy_command_says_once_what_replaces_it() {
    let sandbox = fixed().devices(20).start().await.unwrap();
    let line = [
        "mde",
        "advanced-hunting",
        "run",
        "--query",
        "DeviceInfo | take 1",
    ];
    let outcome = Program::new(&line).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let note = "use `defender graph hunting run` instead";
    assert_eq!(outcome.stderr.matches(note).count(), 1, "{outcome}");
    let quiet = Program::new(&[&line[..], &["-q"]].concat())
        .at(&sandbox)
        .run()
        .await;
    assert!(quiet.stderr.is_empty(), "{quiet}");
    let known: Vec<_> = reference::PRODUCTS
        .iter()
        .flat_map(|one| table(one.name))
        .collect();
    for entry in &known {
        for id in entry["replaced_by"].as_array().into_iter().flatten() {
            assert_eq!(entry["status"], "legacy", "{}", entry["id"]);
            let is_it = |one: &&serde_json::Value| one["id"] == *id && one["status"] != "legacy";
            assert!(known.iter().copied().any(|one| is_it(&one)), "{id}");
        }
    }
}

#[tokio::test]
async fn a_sign_in_without_an_application_says_what_to_give() {
    let outcome = Program::line("auth login --method browser").run().await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    for part in [
        "--client-id ID",
        "`defender auth login --method az`",
        "command-line-sign-in.md",
    ] {
        assert!(outcome.stderr.contains(part), "{part}: {outcome}");
    }
    let outcome = Program::line("mde alerts list").run().await;
    assert_eq!(outcome.code, Some(4), "{outcome}");
    assert!(
        outcome.stderr.contains("auth login --method az"),
        "{outcome}"
    );
}

#[tokio::test]
async fn a_connection_that_fails_names_the_host() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let closed = listener.local_addr().unwrap();
    drop(listener);
    let outcome = Program::line("mde alerts list")
        .env("DEFENDER_ACCESS_TOKEN_MDE", "x")
        .env("DEFENDER_ENDPOINT_MDE", &format!("https://{closed}"))
        .run()
        .await;
    assert_eq!(outcome.code, Some(1), "{outcome}");
    let named = format!("no connection to `{closed}`");
    assert!(outcome.stderr.contains(&named), "{outcome}");
}

#[tokio::test]
async fn two_doctors_name_each_other() {
    for (line, other) in [
        ("doctor --help", "`auth doctor`"),
        ("auth doctor --help", "`doctor`"),
    ] {
        let help = Program::line(line).run().await;
        let whole = help.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(whole.contains(other), "{help}");
    }
}
