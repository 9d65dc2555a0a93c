//! Every output format, of lists and of single records.

use super::assert_shown;
use super::program::{Outcome, Program, fixed};

async fn machines(format: &str) -> Outcome {
    let sandbox = fixed().devices(3).start().await.unwrap();
    let line = format!("mde machines list --all-statuses -o {format}");
    Program::line(&line).at(&sandbox).run().await
}

#[tokio::test(flavor = "multi_thread")]
async fn table() {
    assert_shown!(machines("table").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn json() {
    let outcome = machines("json").await;
    assert_eq!(outcome.json().as_array().unwrap().len(), 3);
    assert_shown!(outcome);
}

#[tokio::test(flavor = "multi_thread")]
async fn ndjson() {
    let outcome = machines("ndjson").await;
    for line in outcome.lines() {
        assert!(
            serde_json::from_str::<serde_json::Value>(line)
                .unwrap()
                .is_object()
        );
    }
    assert_shown!(outcome);
}

#[tokio::test(flavor = "multi_thread")]
async fn csv() {
    assert_shown!(machines("csv").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn tsv() {
    assert_shown!(machines("tsv").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn yaml() {
    assert_shown!(machines("yaml").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn id() {
    let outcome = machines("id").await;
    assert!(
        outcome.lines().iter().all(|line| line.len() == 40),
        "{outcome}"
    );
    assert_shown!(outcome);
}

#[tokio::test(flavor = "multi_thread")]
async fn chosen_columns() {
    let sandbox = fixed().devices(2).start().await.unwrap();
    let line = "mde machines list --all-statuses -o csv --no-header --columns id,osPlatform,ipAddresses,nowhere.x";
    assert_shown!(Program::line(line).at(&sandbox).run().await);
}

async fn score(format: &str) -> Outcome {
    let sandbox = fixed().start().await.unwrap();
    let line = format!("mde scores get-exposure -o {format}");
    Program::line(&line).at(&sandbox).run().await
}

#[tokio::test(flavor = "multi_thread")]
async fn one_record_as_a_table() {
    assert_shown!(score("table").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_record_as_json_is_what_the_service_sent() {
    let outcome = score("json").await;
    assert!(outcome.json().is_object());
    assert_shown!(outcome);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_record_as_yaml() {
    assert_shown!(score("yaml").await);
}

#[tokio::test(flavor = "multi_thread")]
async fn json_is_what_a_pipe_gets_unasked_and_the_variable_is_obeyed() {
    let sandbox = fixed().devices(2).start().await.unwrap();
    let line = || Program::line("mde machines list --all-statuses").at(&sandbox);
    assert!(line().run().await.json().is_array());
    let ids = line().env("DEFENDER_OUTPUT", "id").run().await;
    assert_eq!(ids.lines().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_of_alerts_names_their_incidents() {
    let sandbox = fixed().start().await.unwrap();
    for line in [
        "graph alerts list -n 5 -o table",
        "mde alerts list -n 5 -o table",
    ] {
        let outcome = Program::line(line).at(&sandbox).run().await;
        let header = outcome.lines()[0];
        assert!(
            header.starts_with("title")
                && header.ends_with("id                                incidentId"),
            "{outcome}"
        );
    }
}
