//! `--every`, `--shard` and signals with `--tenants`.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use sandbox::{Fault, Sandbox, Service};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt as _, AsyncRead, BufReader};
use tokio::process::Child;

use super::super::program::{Outcome, Program, fixed};
use super::rows;

struct Customers {
    sandbox: Sandbox,
    home: tempfile::TempDir,
}

impl Customers {
    async fn new(count: usize) -> Self {
        let builder = fixed().customers(count).devices(4).limits(false);
        Self {
            sandbox: builder.start().await.unwrap(),
            home: tempfile::tempdir().unwrap(),
        }
    }

    fn line(&self, line: &str) -> Program {
        let home = self.home.path();
        Program::line(line)
            .at(&self.sandbox)
            .home(home)
            .within(home)
    }

    fn spool(&self) -> std::path::PathBuf {
        self.home.path().join("spool")
    }

    /// How many tokens were asked for.
    fn sign_ins(&self) -> usize {
        let all = self.sandbox.all_requests();
        let login = all.iter().filter(|one| one.service == Service::Login);
        login.count()
    }
}

/// Reads lines until one holds the word.
async fn until(lines: &mut (impl AsyncRead + Unpin), word: &str) -> String {
    let mut lines = BufReader::with_capacity(1, lines);
    let mut read = String::new();
    loop {
        let begun = read.len();
        let count = lines.read_line(&mut read).await.unwrap();
        assert!(count > 0, "`{word}` did not come: {read}");
        if read[begun..].contains(word) {
            return read;
        }
    }
}

#[cfg(unix)]
fn terminate(child: &Child) {
    let id = child.id().unwrap().to_string();
    let sent = std::process::Command::new("sh")
        .args(["-c", "kill -TERM \"$1\"", "sh", &id])
        .status();
    assert!(sent.unwrap().success());
}

/// The receipts of a spool.
fn receipts(spool: &Path) -> Vec<Value> {
    rows(spool, "_runs")
}

#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_tenant_that_fails_in_one_round_is_tried_in_the_next_without_signing_in_again() {
    let place = Customers::new(3).await;
    // The first call of the first round is refused.
    place
        .sandbox
        .fault(Fault::on("mde.machines.list").nth(1).status(403));
    let line = "collect --to spool mde.machines --tenants all --every 10s --outcomes outcomes.ndjson --metrics m.prom";
    let mut child = place.line(line).spawn();
    let mut stderr = child.stderr.take().unwrap();
    let first = until(&mut stderr, "3 tenants: 2 ok, 1 failed; 8 rows").await;
    assert!(first.contains("403"), "{first}");
    let signed_in = place.sign_ins();
    until(&mut stderr, "3 tenants: 3 ok; 4 rows").await;
    assert_eq!(place.sign_ins(), signed_in);
    terminate(&child);
    let ended = child.wait().await.unwrap();
    assert_eq!(ended.code(), Some(143));
    assert_eq!(rows(&place.spool(), "mde.machines").len(), 12);
    // Those of the last round.
    let outcomes = std::fs::read_to_string(place.home.path().join("outcomes.ndjson")).unwrap();
    let outcomes: Vec<Value> = outcomes
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(outcomes.len(), 3);
    assert!(outcomes.iter().all(|one| one["outcome"] == "ok"));
    let metrics = std::fs::read_to_string(place.home.path().join("m.prom")).unwrap();
    let complete = metrics
        .lines()
        .filter(|line| line.starts_with("defender_collect_complete{"));
    assert_eq!(
        complete.filter(|line| line.ends_with(" 1")).count(),
        3,
        "{metrics}"
    );
}

/// One tenant waits for an answer that does not come. What it has is committed, and no other tenant begins.
#[cfg(unix)]
#[tokio::test(flavor = "multi_thread")]
async fn a_signal_lets_the_running_tenants_commit_and_starts_no_other() {
    let place = Customers::new(3).await;
    let line = "collect --to spool mde.machines --tenants all --concurrency 1";
    let whole = place.line(line).run().await;
    assert_eq!(whole.code, Some(0), "{whole}");
    let before = receipts(&place.spool()).len();
    let hanging = Fault::on("mde.machines.list").delay(Duration::from_secs(3600));
    place.sandbox.fault(hanging);
    let asked = place.sandbox.requests("mde.machines.list").len();
    let child = place.line(&format!("{line} -o json")).spawn();
    while place.sandbox.requests("mde.machines.list").len() == asked {
        tokio::task::yield_now().await;
    }
    terminate(&child);
    let ended: Outcome = child.wait_with_output().await.unwrap().into();
    assert_eq!(ended.code, Some(143), "{ended}");
    let receipts = receipts(&place.spool());
    assert_eq!(receipts.len(), before + 1, "{ended}");
    let interrupted = receipts.iter().filter(|one| one["end"] == "interrupted");
    assert_eq!(interrupted.count(), 1, "{ended} {receipts:#?}");
    let told = ended
        .stderr
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let outcomes: Vec<Value> = told
        .filter_map(|line| line.get("outcome").cloned())
        .collect();
    let kinds: Vec<_> = outcomes
        .iter()
        .map(|one| {
            (
                one["outcome"].as_str().unwrap(),
                one["code"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        kinds,
        [
            ("failed", "interrupted"),
            ("skipped", "interrupted"),
            ("skipped", "interrupted")
        ],
        "{ended}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn each_tenant_is_in_one_shard() {
    let place = Customers::new(12).await;
    let mut found: Vec<String> = Vec::new();
    for index in 0..4 {
        let line = format!("collect --to - mde.machines --tenants all --shard {index}/4");
        let outcome = place.line(&line).run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        let tenants: BTreeSet<String> = outcome
            .lines()
            .into_iter()
            .map(|line| serde_json::from_str::<Value>(line).unwrap()["_tenant"].to_string())
            .collect();
        found.extend(tenants);
    }
    assert_eq!(found.len(), 12, "no tenant twice");
    assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), 12);

    // Of 4,096 parts almost all have none of twelve tenants.
    let empty = (0..20)
        .map(|index| format!("collect --to spool mde.machines --tenants all --shard {index}/4096"));
    let mut without = 0;
    for line in empty {
        let outcome = place.line(&line).run().await;
        assert_eq!(outcome.code, Some(0), "{outcome}");
        without += usize::from(outcome.stderr.contains("no tenant is in part "));
    }
    assert!(without >= 15, "{without}");
    for shard in ["4/4", "x", "1", "0/0", "-1/4"] {
        let line = format!("collect --to spool mde.machines --tenants all --shard={shard}");
        let refused = place.line(&line).run().await;
        assert_eq!(refused.code, Some(2), "{shard}: {refused}");
    }
}
