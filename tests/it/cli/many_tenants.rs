//! Five hundred tenants, seventeen of them broken in five ways, against a program in Python and the emulator's request log.

use std::collections::{BTreeMap, BTreeSet};

use sandbox::{Customer, Sandbox, Service, TenantFault};
use serde_json::Value;

use super::program::{Program, binary};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/it/cli/tenants.py");

const TENANTS: usize = 500;

/// The number of a tenant, and what is wrong there.
const FAULTS: [(usize, TenantFault); 17] = [
    (1, TenantFault::DeadSecret),
    (50, TenantFault::DeadSecret),
    (150, TenantFault::DeadSecret),
    (250, TenantFault::DeadSecret),
    (499, TenantFault::DeadSecret),
    (2, TenantFault::Unconsented),
    (51, TenantFault::Unconsented),
    (151, TenantFault::Unconsented),
    (251, TenantFault::Unconsented),
    (498, TenantFault::Unconsented),
    (3, TenantFault::Throttled),
    (52, TenantFault::Throttled),
    (152, TenantFault::Throttled),
    (252, TenantFault::Throttled),
    (497, TenantFault::Throttled),
    (4, TenantFault::Hanging),
    (5, TenantFault::Html),
];

/// Most memory of the command, in KiB.
const MOST: u64 = 64 * 1024;

/// Ids of devices by tenant.
type Devices = BTreeMap<String, Vec<String>>;

/// Runs the script with the emulator's variables.
async fn python(sandbox: &Sandbox, words: &[&str]) -> super::program::Outcome {
    let python = std::path::Path::new("python3");
    let words = [&[SCRIPT], words].concat();
    let path = std::env::var("PATH").unwrap();
    Program::of(python, &words)
        .at(sandbox)
        .env("PATH", &path)
        .run()
        .await
}

async fn emulator() -> Sandbox {
    let builder = Sandbox::builder().customers(TENANTS);
    let builder = FAULTS.iter().fold(builder, |builder, (number, fault)| {
        builder.tenant_fault(format!("tenant{number}"), *fault)
    });
    builder.start().await.unwrap()
}

/// Devices by tenant, of the rows that the command printed.
fn printed(stdout: &str) -> Devices {
    let mut devices = Devices::new();
    for line in stdout.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let id = row["id"].as_str().unwrap().to_owned();
        let tenant = row["_tenant"].as_str().unwrap().to_owned();
        devices.entry(tenant).or_default().push(id);
    }
    devices.values_mut().for_each(|ids| ids.sort());
    devices
}

/// The outcomes on standard error, by name.
fn outcomes(stderr: &str) -> BTreeMap<String, Value> {
    let lines = stderr
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let outcomes = lines.filter_map(|line| Some(line.get("outcome")?.clone()));
    let named = outcomes.map(|outcome| (outcome["name"].as_str().unwrap().to_owned(), outcome));
    named.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn seventeen_broken_tenants_of_five_hundred_are_named_and_the_others_complete() {
    let sandbox = emulator().await;
    let binary = binary();
    let line = "mde machines list --tenants all --deadline 15s -o ndjson";
    let words: Vec<&str> = ["memory", binary.to_str().unwrap()]
        .into_iter()
        .chain(line.split(' '))
        .collect();
    let outcome = python(&sandbox, &words).await;
    assert_eq!(outcome.code, Some(3), "{}", outcome.stderr);

    let ended = outcomes(&outcome.stderr);
    assert_eq!(ended.len(), TENANTS);
    for (number, fault) in FAULTS {
        check(&ended[&format!("tenant{number}")], fault);
    }
    let unwell: BTreeSet<_> = ended
        .values()
        .filter(|one| one["outcome"] != "ok")
        .collect_names();
    assert_eq!(unwell.len(), FAULTS.len(), "{unwell:?}");

    let memory: u64 = outcome.stderr.lines().last().unwrap().parse().unwrap();
    assert!(memory <= MOST, "{memory} KiB");

    let devices = printed(&outcome.stdout);
    no_token_is_of_another_tenant(&sandbox, &devices);

    let oracle = python(&sandbox, &["devices"]).await;
    let oracle: BTreeMap<String, Option<Vec<String>>> =
        serde_json::from_value(oracle.json()).unwrap();
    let answered: Devices = oracle
        .into_iter()
        .filter_map(|(tenant, ids)| Some((tenant, ids?)))
        .collect();
    assert_eq!(answered.len(), TENANTS - FAULTS.len());
    assert_eq!(devices, answered);
}

/// Names of outcomes.
trait Names {
    fn collect_names(self) -> BTreeSet<String>;
}

impl<'a, I: Iterator<Item = &'a Value>> Names for I {
    fn collect_names(self) -> BTreeSet<String> {
        self.map(|one| one["name"].as_str().unwrap().to_owned())
            .collect()
    }
}

/// Each broken tenant says why it is broken, and what to do.
fn check(outcome: &Value, fault: TenantFault) {
    let (code, message, hint) = match fault {
        TenantFault::DeadSecret => ("AADSTS7000222", "are expired", "add a new one"),
        TenantFault::Unconsented => (
            "AADSTS700016",
            "was not found in the directory",
            "consent to it there",
        ),
        TenantFault::Throttled => (
            "deadline",
            "the service throttles this tenant",
            "in some minutes",
        ),
        TenantFault::Hanging => ("deadline", "never comes", "look at this tenant alone"),
        _ => ("decode", "a page of HTML", "check the address, the proxy"),
    };
    assert_eq!(outcome["outcome"], "failed", "{outcome}");
    assert_eq!(outcome["code"], code, "{outcome}");
    assert!(
        outcome["message"].as_str().unwrap().contains(message),
        "{outcome}"
    );
    assert!(
        outcome["hint"].as_str().unwrap().contains(hint),
        "{outcome}"
    );
    let throttled = outcome["throttled"].as_f64().unwrap();
    assert_eq!(
        throttled > 10.0,
        fault == TenantFault::Throttled,
        "{outcome}"
    );
}

/// The request log: each tenant was asked with a token that was issued to it, as often as its rows need.
fn no_token_is_of_another_tenant(sandbox: &Sandbox, devices: &Devices) {
    let log = sandbox.all_requests();
    let mut issued: BTreeMap<String, String> = BTreeMap::new();
    let mut calls: BTreeMap<String, usize> = BTreeMap::new();
    for request in &log {
        let tenant = request.tenant.clone().unwrap();
        match request.service {
            Service::Login => {
                assert!(request.path_and_query.contains(&tenant));
                issued.insert(tenant, request.path_and_query.clone());
            }
            _ => *calls.entry(tenant).or_default() += 1,
        }
    }
    let known = |one: &Customer| issued.contains_key(&one.id);
    assert!(
        sandbox.customers().iter().all(known),
        "one token request for each tenant"
    );
    assert_eq!(issued.len(), TENANTS, "and none for the partner's own");
    for tenant in devices.keys() {
        assert_eq!(
            calls[tenant], 1,
            "one page for each tenant: a swapped token would make it two"
        );
    }
}
