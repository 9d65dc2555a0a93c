//! `--enrich`: data of Defender for Endpoint for an alert of Microsoft Graph.

use sandbox::{Application, Sandbox};

use super::program::{Outcome, Program, fixed};

const APP: &str = "22222222-bbbb-4bbb-8bbb-000000000003";

async fn alert(sandbox: &Sandbox, more: &[&str], application: Option<&str>) -> Outcome {
    let list = Program::line("graph alerts list -o id -n 2 -q");
    let ids = list.at(sandbox).run().await;
    let mut words = vec!["graph", "alerts", "get"];
    words.extend(
        ids.lines()
            .iter()
            .take(1 + usize::from(more.contains(&"ndjson"))),
    );
    words.extend(more);
    let program = Program::new(&words).at(sandbox);
    let program = match application {
        Some(id) => program
            .env("AZURE_CLIENT_ID", id)
            .env("AZURE_CLIENT_SECRET", "s"),
        None => program,
    };
    program.run().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_alert_is_joined_with_that_of_the_service_it_comes_from() {
    let sandbox = fixed().start().await.unwrap();
    let plain = alert(&sandbox, &["-o", "json"], None).await.json();
    let outcome = alert(&sandbox, &["-o", "json", "--enrich"], None).await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    let mut joined = outcome.json();
    let more = joined.as_object_mut().unwrap().remove("endpointAlert");
    assert_eq!(joined, plain, "its own members stay as they are");
    let more = more.unwrap();
    assert_eq!(more["id"], plain["providerAlertId"]);
    assert!(!more["evidence"].as_array().unwrap().is_empty());
    // Several at once.
    let rows = alert(&sandbox, &["-o", "ndjson", "--enrich"], None).await;
    assert_eq!(rows.lines().len(), 2, "{rows}");
    for row in rows.lines() {
        let row: serde_json::Value = serde_json::from_str(row).unwrap();
        assert_eq!(row["endpointAlert"]["id"], row["providerAlertId"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_read_the_other_service_gets_the_alert_alone() {
    let reader = Application::new(APP, "s").roles(["SecurityAlert.Read.All"]);
    let sandbox = fixed().application(reader).start().await.unwrap();
    let words = ["-o", "json", "--enrich"];
    let outcome = alert(&sandbox, &words, Some(APP)).await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert!(outcome.json()["id"].is_string());
    assert!(outcome.json().get("endpointAlert").is_none());
    assert!(outcome.stderr.contains("nothing is joined"), "{outcome}");
    assert!(outcome.stderr.contains("Alert.Read.All"), "{outcome}");
}
