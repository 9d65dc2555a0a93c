//! The commands of the guides, run unchanged.

use super::program::{Outcome, Program, fixed};

const ENDPOINT: &str = include_str!("../../../docs/guides/endpoint.md");
const CLOUD_APPS: &str = include_str!("../../../docs/guides/cloud-apps.md");
const OUTPUT: &str = include_str!("../../../docs/guides/command-line-output.md");
const MANY_TENANTS: &str = include_str!("../../../docs/guides/many-tenants.md");
const TRIAGE: &str = include_str!("../../../docs/guides/triage.md");
const COLLECT: &str = include_str!("../../../docs/guides/collect.md");
const LAKE: &str = include_str!("../../../docs/guides/lake.md");
const ISOLATE: &str = include_str!("../../../docs/guides/isolate-safely.md");
const CRON_AND_CI: &str = include_str!("../../../docs/guides/cron-and-ci.md");
const XDR_AND_GRAPH: &str = include_str!("../../../docs/guides/xdr-and-graph.md");

/// The lines of a guide's shell blocks that call the program.
fn commands(guide: &str) -> Vec<String> {
    let mut blocks = guide.split("```");
    let mut commands = Vec::new();
    while let (Some(_), Some(block)) = (blocks.next(), blocks.next()) {
        let Some(lines) = block.strip_prefix("sh\n") else {
            continue;
        };
        let whole = lines.replace("\\\n", " ");
        let calls = whole
            .lines()
            .filter_map(|line| line.strip_prefix("defender "));
        commands.extend(calls.map(str::to_owned));
    }
    commands
}

/// The first block of a guide in this language.
fn text_block<'a>(guide: &'a str, language: &str) -> &'a str {
    let (_, rest) = guide.split_once(&format!("```{language}\n")).unwrap();
    rest.split("```").next().unwrap()
}

/// The file behind `<` or `>`.
fn file<'a>(line: &'a str, sign: &str) -> Option<&'a str> {
    line.split_once(sign)?.1.split(' ').next()
}

/// Splits a line into words as a shell does: blanks and quotes. Redirections and remarks are left out.
fn words(line: &str) -> Vec<String> {
    let line = [" > ", " < ", " #"]
        .iter()
        .fold(line, |line, end| line.split(end).next().unwrap());
    let (mut words, mut word, mut quote) = (Vec::new(), String::new(), None);
    for letter in line.chars().chain([' ']) {
        match quote {
            Some(open) if letter == open => quote = None,
            Some(_) => word.push(letter),
            None if letter == '\'' || letter == '"' => quote = Some(letter),
            None if letter != ' ' => word.push(letter),
            None if word.is_empty() => {}
            None => words.push(std::mem::take(&mut word)),
        }
    }
    words
}

async fn run_all(guide: &str, known: &[(&str, &str)], folder: &std::path::Path) -> usize {
    let builder = fixed().devices(20).limits(false).speed(100.0);
    let sandbox = builder.start().await.unwrap();
    run_all_at(&sandbox, guide, known, folder).await
}

async fn run_all_at(
    sandbox: &sandbox::Sandbox,
    guide: &str,
    known: &[(&str, &str)],
    folder: &std::path::Path,
) -> usize {
    let commands = commands(guide);
    for line in &commands {
        let line = known.iter().fold(line.clone(), |line, (name, value)| {
            line.replace(name, value)
        });
        let mut words = words(&line);
        if !words.iter().any(|word| word == "--yes") {
            words.push("--yes".to_owned());
        }
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let program = Program::new(&words).at(sandbox).home(folder).within(folder);
        let outcome: Outcome = match file(&line, " < ") {
            Some(input) => {
                let input = std::fs::read(folder.join(input)).unwrap();
                assert!(!input.is_empty(), "defender {line}");
                program.run_with(input).await
            }
            None => program.run().await,
        };
        assert_eq!(outcome.code, Some(0), "defender {line}\n{outcome}");
        if let Some(output) = file(&line, " > ") {
            std::fs::write(folder.join(output), &outcome.stdout).unwrap();
        }
    }
    commands.len()
}

/// The first id of a list.
async fn first(line: &str) -> String {
    all(line).await.remove(0)
}

/// The lines that a command prints; a tilde in a word stands for a blank.
async fn all(line: &str) -> Vec<String> {
    let sandbox = fixed().devices(20).limits(false).start().await.unwrap();
    let words: Vec<_> = line.split(' ').map(|word| word.replace('~', " ")).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let list = Program::new(&words).at(&sandbox).run().await;
    assert!(!list.stdout.is_empty(), "{list}");
    list.lines().into_iter().map(str::to_owned).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn those_of_endpoint() {
    let folder = tempfile::tempdir().unwrap();
    let indicators =
        "IndicatorType,IndicatorValue,Action,Title,Description\nipaddress,198.51.100.7,block,t,d\n";
    std::fs::write(folder.path().join("indicators.csv"), indicators).unwrap();
    let alert = first("mde alerts list -n 1 -o id").await;
    let device = first("mde machines list -o id -n 1 -q --filter osPlatform~eq~'Windows11'").await;
    let script = first("mde library-files list -n 1 -o csv --columns fileName --no-header").await;
    let account =
        first("hunt -e DeviceLogonEvents~|~distinct~AccountName -o csv --no-header").await;
    let known = [
        ("ALERT_ID", alert.as_str()),
        ("MACHINE_ID", &device),
        ("ACCOUNT", &account),
        ("triage.ps1", &script),
        (" TIME", " 2026-03-01"),
    ];
    let count = run_all(ENDPOINT, &known, folder.path()).await;
    assert!(count >= 7, "{count}");
    assert!(folder.path().join("package.zip").is_file());
    assert!(folder.path().join("results").read_dir().unwrap().count() > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn those_of_cloud_apps() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("proxy.log"), "a line\n").unwrap();
    let open = all("mdca alerts query --filter alertOpen~eq~true -n 2 -o id -q").await;
    let known = [
        ("603f704aaf7417985bbf3b22", open[0].as_str()),
        ("603f704aaf7417985bbf3b23", &open[1]),
    ];
    let count = run_all(CLOUD_APPS, &known, folder.path()).await;
    assert!(count >= 7, "{count}");
}

#[tokio::test(flavor = "multi_thread")]
async fn those_of_many_tenants() {
    let folder = tempfile::tempdir().unwrap();
    // The clock is the present: `auth doctor` compares it.
    let builder = sandbox::Sandbox::builder().customers(4);
    let sandbox = builder.start().await.unwrap();
    let count = run_all_at(&sandbox, MANY_TENANTS, &[], folder.path()).await;
    assert!(count >= 9, "{count}");
    let outcomes = std::fs::read_to_string(folder.path().join("outcomes.ndjson")).unwrap();
    assert_eq!(
        outcomes.matches("\"outcome\":\"ok\"").count(),
        4,
        "{outcomes}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn those_of_xdr_and_graph() {
    let folder = tempfile::tempdir().unwrap();
    let query = "DeviceLogonEvents | where ActionType == 'LogonFailed'";
    std::fs::write(folder.path().join("logons.kql"), query).unwrap();
    let incident = first("graph incidents list -n 1 -o id").await;
    let case = first("graph cases list -n 1 -o id").await;
    let running =
        "graph attack-simulation simulations-list --filter status~eq~'running' -n 1 -o id";
    let simulation = first(running).await;
    let search = first("graph audit-log list-queries -n 1 -o id").await;
    let known = [
        ("80001", incident.as_str()),
        ("QUERY_ID", &search),
        ("CASE_ID", &case),
        ("SIMULATION_ID", &simulation),
    ];
    let count = run_all(XDR_AND_GRAPH, &known, folder.path()).await;
    assert!(count >= 12, "{count}");
}

#[tokio::test(flavor = "multi_thread")]
async fn those_of_the_output() {
    let folder = tempfile::tempdir().unwrap();
    let count = run_all(OUTPUT, &[], folder.path()).await;
    assert!(count >= 7, "{count}");
}

#[tokio::test(flavor = "multi_thread")]
async fn those_of_triage() {
    let folder = tempfile::tempdir().unwrap();
    let alert = first("graph alerts list -n 1 -o id").await;
    let device = first("mde machines list -o id -n 1 -q --filter osPlatform~eq~'Windows11'").await;
    let known = [("ALERT_ID", alert.as_str()), ("MACHINE_ID", &device)];
    let count = run_all(TRIAGE, &known, folder.path()).await;
    assert!(count >= 14, "{count}");
}

#[tokio::test(flavor = "multi_thread")]
async fn those_of_a_lake() {
    let folder = tempfile::tempdir().unwrap();
    let count = run_all(LAKE, &[], folder.path()).await;
    assert_eq!(count, 6);
    let log = folder.path().join("lake/mde.alerts/_delta_log");
    assert!(log.read_dir().unwrap().count() >= 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn those_of_collecting() {
    let folder = tempfile::tempdir().unwrap();
    // The clock is the present: `--since` counts from this machine's.
    let sandbox = sandbox::Sandbox::builder().customers(2).devices(20);
    let sandbox = sandbox.start().await.unwrap();
    let list = Program::line("mde machines list -n 1 -o id -q").at(&sandbox);
    let device = list.run().await.stdout.trim().to_owned();
    let known = [
        ("MACHINE_ID", device.as_str()),
        ("$JOB_COMPLETION_INDEX", "0"),
    ];
    std::fs::write(
        folder.path().join("logons.kql"),
        text_block(COLLECT, "kusto"),
    )
    .unwrap();
    let count = run_all_at(&sandbox, COLLECT, &known, folder.path()).await;
    assert!(count >= 13, "{count}");
    for stream in ["_runs", "hunt.logons"] {
        assert!(
            folder.path().join("spool").join(stream).is_dir(),
            "{stream}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn those_of_isolation() {
    let folder = tempfile::tempdir().unwrap();
    let device = first("mde machines list -o id -n 1 -q --filter osPlatform~eq~'Windows11'").await;
    let account =
        first("hunt -e DeviceLogonEvents~|~distinct~AccountName -o csv --no-header").await;
    let known = [("MACHINE_ID", device.as_str()), ("ACCOUNT", &account)];
    let count = run_all(ISOLATE, &known, folder.path()).await;
    assert!(count >= 9, "{count}");
}

#[tokio::test(flavor = "multi_thread")]
async fn those_of_cron_and_ci() {
    let folder = tempfile::tempdir().unwrap();
    let indicators =
        "IndicatorType,IndicatorValue,Action,Title,Description\nipaddress,198.51.100.7,block,t,d\n";
    std::fs::write(folder.path().join("indicators.csv"), indicators).unwrap();
    let count = run_all(CRON_AND_CI, &[], folder.path()).await;
    assert!(count >= 5, "{count}");
    assert!(folder.path().join("alerts.ndjson").is_file());
}
