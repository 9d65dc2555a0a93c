//! `defender doctor`: compares the services with the tables.

use std::collections::BTreeMap;

use sandbox::{Application, Fault};
use serde_json::Value;

use super::program::{Outcome, Program, fixed};

fn rows(outcome: &Outcome) -> BTreeMap<String, Value> {
    let rows = outcome.json();
    let rows = rows.as_array().unwrap().iter();
    let named = rows.map(|row| (row["command"].as_str().unwrap().to_owned(), row.clone()));
    named.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn services_that_answer_as_described_are_well() {
    let sandbox = fixed().limits(false).start().await.unwrap();
    let line = Program::line("doctor -o json").at(&sandbox);
    let line = line.env("DEFENDER_MDCA_API_TOKEN", sandbox.mdca_api_token());
    let outcome = line.run().await;
    let odd: Vec<_> = rows(&outcome)
        .into_values()
        .filter(|row| {
            !["as_described", "reached", "empty"].contains(&row["result"].as_str().unwrap())
        })
        .collect();
    assert_eq!((outcome.code, odd), (Some(0), Vec::new()));
    assert!(rows(&outcome).len() > 60, "{outcome}");
    assert!(outcome.stderr.contains(" as described, "), "{outcome}");
    let changing = sandbox.all_requests().into_iter().filter(|sent| {
        sent.method != "GET"
            && !sent.path_and_query.contains("/api/v1/")
            && sent.operation != "token"
    });
    assert_eq!(changing.count(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_differs_is_told_and_ends_with_3() {
    let sandbox = fixed().start().await.unwrap();
    sandbox.fault(Fault::on("mde.alerts.list").always().unknown_fields());
    sandbox.fault(Fault::on("mde.machines.list").always().status(403));
    let line = "doctor --for mde/alerts --for mde/machines/list -o json";
    let words: Vec<_> = line.split(' ').map(|word| word.replace('/', " ")).collect();
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let outcome = Program::new(&words).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(3), "{outcome}");
    let rows = rows(&outcome);
    let alerts = &rows["mde alerts list"];
    assert_eq!(alerts["result"], "differs", "{outcome}");
    assert!(
        !alerts["unknown_members"].as_array().unwrap().is_empty(),
        "{outcome}"
    );
    let machines = &rows["mde machines list"];
    assert_eq!(machines["result"], "refused", "{outcome}");
    assert_eq!(machines["needs"][0], "Machine.Read.All");
    assert_eq!(rows.len(), 2);
    assert!(outcome.stderr.contains("1 differ, 1 refused"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_token_does_not_open_is_not_called() {
    let client = "c11e5a4d-b05a-4d4b-8000-00000000000b";
    let reader = Application::new(client, "secret").roles(["Machine.Read.All"]);
    let sandbox = fixed().application(reader).start().await.unwrap();
    let line = Program::line("doctor --product mde -o json")
        .at(&sandbox)
        .env("AZURE_CLIENT_ID", client)
        .env("AZURE_CLIENT_SECRET", "secret");
    let outcome = line.run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let rows = rows(&outcome);
    assert_eq!(rows["mde machines list"]["result"], "as_described");
    let alerts = &rows["mde alerts list"];
    assert_eq!(
        (&alerts["result"], &alerts["needs"][0]),
        (&"not_granted".into(), &"Alert.Read.All".into())
    );
    assert!(sandbox.requests("mde.alerts.list").is_empty());
}

#[tokio::test]
async fn without_a_credential_there_is_nothing_to_check() {
    let outcome = Program::line("doctor --product mde").run().await;
    assert_eq!(
        (outcome.code, outcome.stdout.as_str()),
        (Some(4), ""),
        "{outcome}"
    );
}
