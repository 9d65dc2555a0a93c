//! `--dry-run`: for every command, nothing is sent and no file changes.

use std::collections::BTreeMap;
use std::path::Path;

use sandbox::Sandbox;

use super::program::Program;

/// Every file below a folder with its content and the time of its last change.
fn files(folder: &Path) -> BTreeMap<String, (Vec<u8>, std::time::SystemTime)> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let changed = path.metadata().unwrap().modified().unwrap();
            let text = std::fs::read(&path).unwrap();
            found.insert(path.to_str().unwrap().to_owned(), (text, changed));
        }
    }
    found
}

/// Commands that write, sign in or send, each with a word of its announcement.
const COMMANDS: [(&str, &str); 35] = [
    ("auth login --method secret -p p", "p.bin"),
    ("auth login --method device-code -p new", "config.toml"),
    ("auth login --method az -p new", "config.toml"),
    ("auth logout -p p", "p.bin"),
    ("auth token --product mde --show", "get a token"),
    ("auth status", "/api/"),
    ("auth doctor", "get a token for each service"),
    ("profile set p tenant=other.example", "other.example"),
    ("profile set new tenant=other.example", "config.toml"),
    ("profile use q", "config.toml"),
    ("profile remove p", "p.bin"),
    ("doctor", "mde alerts list"),
    ("hunt -e DeviceInfo", "runHuntingQuery"),
    ("hunt schema DeviceInfo --live", "getschema"),
    ("hunt schema pull DeviceInfo", "schemas"),
    (
        "upload-log FILE --source SQUID --data-source x",
        "upload_url",
    ),
    ("api PATCH /api/alerts/x -f status=Resolved", "PATCH"),
    ("api DELETE /api/indicators/1", "DELETE"),
    (
        "mde machines isolate x --comment y --isolation-type Full --yes",
        "isolate",
    ),
    ("mde machines list", "/api/machines"),
    (
        "mde machine-actions get-package-uri x --download OUT",
        "OUT",
    ),
    ("mde assessments export-certificates --manifest OUT", "OUT"),
    (
        "mdca alerts close-benign --filter HIT --yes",
        "close_benign",
    ),
    ("tenants discover --save", "tenants.toml"),
    ("sandbox up", "start the emulator"),
    ("report incident 1044", "/v1.0/security/incidents/1044"),
    ("live-response run-script x a.ps1", "runliveresponse"),
    ("live-response get-file x a.dmp", "runliveresponse"),
    ("live-response put-file x a.exe", "runliveresponse"),
    (
        "live-response collect-package x --comment c --wait --download OUT",
        "collectInvestigationPackage",
    ),
    ("triage --severity high", "alerts_v2"),
    ("collect --to OUT mde.alerts", "collect what is new"),
    ("lake maintain lake", "merge small files"),
    ("export mde.machines --to OUT", "export all records"),
    ("man --write OUT", "write the manual pages"),
];

/// Verbs that have nothing to send and nothing to write.
const PRINT_ONLY: [&str; 14] = [
    "search",
    "operations",
    "limits",
    "permissions",
    "completion",
    "man",
    "collect --list",
    "lake verify",
    "lake views",
    "schema",
    "profile list",
    "profile show",
    "hunt --list",
    "tenants list",
];

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_sent_and_nothing_is_written() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let (home, work) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (tenant, client) = (sandbox.tenant_id(), sandbox.client_id());
    let line = |line: &str| {
        Program::line(line)
            .reaching(&sandbox)
            .home(home.path())
            .within(work.path())
    };
    for name in ["p", "q"] {
        let login =
            format!("auth login --method secret -p {name} --tenant {tenant} --client-id {client}");
        let made = line(&login).run_with(sandbox.client_secret()).await;
        assert_eq!(made.code, Some(0), "{made}");
    }
    std::fs::write(work.path().join("log"), "x").unwrap();
    let table = work.path().join("lake/mde.alerts/_delta_log");
    std::fs::create_dir_all(&table).unwrap();
    std::fs::write(table.join("00000000000000000000.json"), "{}").unwrap();
    let before = (files(home.path()), files(work.path()));
    let sent = sandbox.all_requests().len();
    for flag in ["--dry-run", "--what-if"] {
        for (command, told) in COMMANDS {
            let words: Vec<_> = command
                .split(' ')
                .map(|word| match word {
                    "FILE" => "log",
                    "OUT" => "out",
                    "HIT" => "id eq x",
                    other => other,
                })
                .collect();
            let chosen = if command.contains(" -p ") {
                vec![]
            } else {
                vec!["-p", "p"]
            };
            let words = [&words[..], &chosen[..], &["-o", "json", flag]].concat();
            let program = Program::new(&words)
                .reaching(&sandbox)
                .home(home.path())
                .within(work.path());
            let outcome = program.run_with("another secret").await;
            assert_eq!(outcome.code, Some(0), "{words:?}: {outcome}");
            let told = told.replace("OUT", "out");
            assert!(outcome.stdout.contains(&told), "{words:?}: {outcome}");
            let after = (files(home.path()), files(work.path()));
            assert!(
                before == after,
                "{words:?} wrote: {:?}",
                after.0.keys().chain(after.1.keys()).collect::<Vec<_>>()
            );
            assert_eq!(
                sandbox.all_requests().len(),
                sent,
                "{words:?} sent something"
            );
        }
    }
}

/// Add new verbs to the list above.
#[tokio::test(flavor = "multi_thread")]
async fn every_verb_is_in_the_list() {
    let mut verbs = verbs_of(&[]).await;
    verbs.retain(|verb| !["mde", "mdca", "xdr", "graph"].contains(&verb.as_str()));
    let mut leaves = Vec::new();
    for verb in verbs {
        let inner = verbs_of(&[&verb]).await;
        match inner.is_empty() || verb == "hunt" {
            true => leaves.push(verb),
            false => leaves.extend(inner.into_iter().map(|inner| format!("{verb} {inner}"))),
        }
    }
    assert!(leaves.len() > 12, "{leaves:?}");
    for leaf in leaves {
        let is_known = |known: &str| format!("{known} ").starts_with(&format!("{leaf} "));
        let mut known = COMMANDS
            .iter()
            .map(|(command, _)| *command)
            .chain(PRINT_ONLY);
        assert!(known.any(is_known), "{leaf}");
    }
}

/// The commands that a help lists.
async fn verbs_of(words: &[&str]) -> Vec<String> {
    let help = Program::new(&[words, &["--help"]].concat()).run().await;
    let listed = help
        .stdout
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1);
    let listed = listed.take_while(|line| !line.is_empty());
    let named = listed.filter_map(|line| line.strip_prefix("  "));
    let named = named.filter(|line| !line.starts_with(' '));
    named
        .map(|line| line.split(' ').next().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_removes_something_needs_a_yes() {
    let sandbox = Sandbox::builder().start().await.unwrap();
    let home = tempfile::tempdir().unwrap();
    let (tenant, client) = (sandbox.tenant_id(), sandbox.client_id());
    let line = |line: &str| Program::line(line).reaching(&sandbox).home(home.path());
    let login = format!("auth login --method secret -p p --tenant {tenant} --client-id {client}");
    let made = line(&login).run_with(sandbox.client_secret()).await;
    assert_eq!(made.code, Some(0), "{made}");
    let before = files(home.path());
    for command in ["auth logout -p p", "profile remove p"] {
        let refused = line(command).run().await;
        assert_eq!(refused.code, Some(9), "{refused}");
        assert!(refused.stderr.contains("--yes"), "{refused}");
        assert!(files(home.path()) == before);
    }
    let gone = line("profile remove p --yes -o json").run().await;
    assert_eq!(gone.json()["signed_out"], true, "{gone}");
}
