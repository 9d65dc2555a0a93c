//! Lists: limits, pipes that close, and signals.

use sandbox::{Fault, Sandbox};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};

use super::answering::{Answering, answer};
use super::program::{Outcome, Program, fixed};

/// Number of received requests for the list of machines.
fn pages(sandbox: &Sandbox) -> usize {
    sandbox.requests("mde.machines.list").len()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_printed() {
    let sandbox = fixed().devices(45).page_size(20).start().await.unwrap();
    let outcome = Program::line("mde machines list --all-statuses -o id")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(
        (outcome.lines().len(), pages(&sandbox)),
        (45, 3),
        "{outcome}"
    );
    assert_eq!(outcome.stderr, "");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_asks_for_no_page_it_does_not_print() {
    let sandbox = fixed().devices(45).page_size(20).start().await.unwrap();
    let outcome = Program::line("mde machines list --all-statuses -o id --limit 20")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(
        (outcome.lines().len(), pages(&sandbox)),
        (20, 1),
        "{outcome}"
    );
    assert_eq!(outcome.stderr, "stopped at --limit 20; more exist\n");
    let sent = &sandbox.requests("mde.machines.list")[0];
    assert!(
        !sent.path_and_query.contains("top"),
        "{}",
        sent.path_and_query
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_limit_that_was_not_reached_is_not_mentioned() {
    let sandbox = fixed().devices(20).page_size(20).start().await.unwrap();
    let outcome = Program::line("mde machines list --all-statuses -o id -n 20")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!((outcome.lines().len(), outcome.stderr.as_str()), (20, ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_read_of_the_limit_in_json() {
    let sandbox = fixed().devices(5).start().await.unwrap();
    let outcome = Program::line("mde machines list --all-statuses -o ndjson -n 2")
        .at(&sandbox)
        .run()
        .await;
    let notice: serde_json::Value = serde_json::from_str(&outcome.stderr).unwrap();
    assert_eq!(notice["notice"]["code"], "stopped_at_limit");
    assert_eq!(notice["notice"]["more"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_size_is_asked_for_by_one_name_everywhere() {
    let sandbox = fixed().start().await.unwrap();
    for (line, operation, expected) in [
        (
            "mde machines list --all-statuses",
            "mde.machines.list",
            "$top=7",
        ),
        ("mdca entities list", "mdca.entities.list", "limit=7"),
        (
            "mde assessments list-software-inventory",
            "mde.assessments.list_software_inventory",
            "pageSize=7",
        ),
    ] {
        let line = format!("{line} --page-size 7 -n 1 -o id");
        let outcome = Program::line(&line).at(&sandbox).run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        let sent = sandbox.requests(operation).remove(0).path_and_query;
        assert!(sent.contains(expected), "{sent}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_one_kind_leads_to_records_of_another() {
    let sandbox = fixed().start().await.unwrap();
    let alerts = Program::line("mde alerts list -o ndjson -n 20 -q")
        .at(&sandbox)
        .run()
        .await;
    let mut expected: Vec<serde_json::Value> = Vec::new();
    for line in alerts.lines() {
        let alert: serde_json::Value = serde_json::from_str(line).unwrap();
        if !expected.contains(&alert["machineId"]) {
            expected.push(alert["machineId"].clone());
        }
    }
    let line = Program::line("mde machines get - nobody -o json").at(&sandbox);
    let outcome = line.run_with(&alerts.stdout).await;
    let machines = outcome.json();
    let machines: Vec<_> = machines
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["id"].clone())
        .collect();
    assert_eq!((outcome.code, machines), (Some(3), expected));
    let error: serde_json::Value = serde_json::from_str(&outcome.stderr).unwrap();
    assert_eq!(error["error"]["exit_code"], 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_goes_away_ends_the_command_quietly() {
    let sandbox = fixed().devices(2000).start().await.unwrap();
    let mut child = Program::line("mde machines list --all-statuses -o ndjson")
        .at(&sandbox)
        .spawn();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.next_line().await.unwrap().is_some());
    drop(lines);
    let outcome = Outcome::from(child.wait_with_output().await.unwrap());
    assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(0), ""));
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_signal_closes_the_array() {
    for (signal, code) in [("-INT", 130), ("-TERM", 143)] {
        let sandbox = fixed().devices(40).page_size(20).start().await.unwrap();
        let wait = std::time::Duration::from_secs(600);
        sandbox.fault(Fault::on("mde.machines.list").nth(2).delay(wait));
        let mut child = Program::line("mde machines list --all-statuses -o json")
            .at(&sandbox)
            .spawn();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut text = String::new();
        // The first page is printed while the second one is pending.
        for _ in 0..20 {
            stdout.read_line(&mut text).await.unwrap();
        }
        let id = child.id().unwrap().to_string();
        let sent = std::process::Command::new("kill")
            .args([signal, &id])
            .status();
        assert!(sent.unwrap().success());
        stdout.read_to_string(&mut text).await.unwrap();
        let rows: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(rows.as_array().unwrap().len(), 20);
        let outcome = Outcome::from(child.wait_with_output().await.unwrap());
        assert_eq!((outcome.code, outcome.stderr.as_str()), (Some(code), ""));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn devices_that_are_merely_seen_are_left_out_unless_asked_for() {
    let sandbox = fixed().devices(60).start().await.unwrap();
    let statuses = |words: &'static str| {
        let line = format!("mde machines list -o ndjson --columns onboardingStatus {words}");
        let line = Program::line(line.trim()).at(&sandbox);
        async move {
            let outcome = line.run().await;
            let onboarded = outcome
                .lines()
                .iter()
                .filter(|row| row.contains("\"Onboarded\""))
                .count();
            (onboarded, outcome.lines().len() - onboarded, outcome.stderr)
        }
    };
    let (onboarded, others, said) = statuses("").await;
    assert!(onboarded > 0 && others == 0, "{onboarded} {others}");
    assert!(
        said.contains("default_filter") && said.contains("--all-statuses"),
        "{said}"
    );
    let (same, others, said) = statuses("--all-statuses").await;
    assert!(
        same == onboarded && others > 0 && said.is_empty(),
        "{same} {others} {said}"
    );
    let own = [
        "mde",
        "machines",
        "list",
        "-o",
        "id",
        "--filter",
        "onboardingStatus ne 'Onboarded'",
    ];
    let outcome = Program::new(&own).at(&sandbox).run().await;
    assert_eq!(
        (outcome.lines().len(), outcome.stderr.as_str()),
        (others, "")
    );
    let note = Program::line("mde machines list -o table -n 1")
        .at(&sandbox)
        .run()
        .await;
    assert!(
        note.stderr.contains("without devices that are merely seen"),
        "{note}"
    );
    let quiet = Program::line("mde machines list -o table -q")
        .at(&sandbox)
        .run()
        .await;
    assert_eq!(quiet.stderr, "", "{quiet}");
}

/// `$top` truncates an assessment list without a next link.
#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_is_cut_is_not_taken_for_whole() {
    let sandbox = fixed().devices(9).limits(false).start().await.unwrap();
    let list = "mde assessments list-software-inventory -o id";
    for (size, code) in [("--top 7", 3), ("--page-size 60", 0)] {
        let outcome = Program::line(&format!("{list} {size}"))
            .at(&sandbox)
            .run()
            .await;
        assert_eq!(outcome.code, Some(code), "{outcome}");
        assert_eq!(outcome.lines().len() == 7, code == 3, "{outcome}");
        assert_eq!(outcome.stderr.contains("rows may be missing"), code == 3);
    }
}

/// The service truncates this list silently.
#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_the_service_cuts_is_told_where_it_is_as_long_as_the_cut() {
    for (count, code) in [(499, 0), (500, 3)] {
        let rows: Vec<_> = (0..count)
            .map(|number| serde_json::json!({"id": format!("d{number}")}))
            .collect();
        let body = serde_json::json!({"value": rows}).to_string();
        let service = Answering::new(move |_, _| answer(200, &body));
        let words = ["mde", "domains", "list-machines", "a.example", "-o", "id"];
        let outcome = service.run(&words).run().await;
        assert_eq!(outcome.code, Some(code), "{outcome}");
        assert_eq!(outcome.lines().len(), count);
        assert_eq!(
            outcome.stderr.contains("rows may be missing"),
            code == 3,
            "{outcome}"
        );
    }
    let help = super::program::Program::line("mde domains list-machines --help");
    let help = help.run().await.stdout;
    assert!(help.contains("at most 500 rows"), "{help}");
}

/// Twenty times this text is the id of the record that is not refused.
const GOOD: &str = "c0";

/// A refused record does not end the run; a missing permission does.
#[tokio::test(flavor = "multi_thread")]
async fn records_that_are_refused_do_not_keep_the_others_back() {
    let refused = |_: usize, line: &str| match line.contains(&GOOD.repeat(20)) {
        true => answer(200, r#"{"id":"good"}"#),
        false => answer(403, r#"{"error":{"code":"Forbidden","message":"no"}}"#),
    };
    let service = Answering::new(refused);
    let ids = ["a0", GOOD, "b0"].map(|id| id.repeat(20));
    let ids: Vec<_> = ids.iter().map(String::as_str).collect();
    let get = ["mde", "machines", "get", "-o", "id"];
    let outcome = service.run(&[&get[..], &ids].concat());
    let outcome = outcome.run().await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    assert_eq!(outcome.lines(), ["good"], "{outcome}");
    let service = Answering::new(refused);
    let ids: Vec<_> = (10..18)
        .map(|number| number.to_string().repeat(20))
        .collect();
    let ids: Vec<_> = ids.iter().map(String::as_str).collect();
    let outcome = service.run(&[&get[..], &ids].concat()).run().await;
    assert_eq!(outcome.code, Some(5), "{outcome}");
    assert_eq!(service.asked().len(), 5, "{:?}", service.asked());
}
