//! A snapshot of each kind of failure, with its exit code.

use sandbox::{Application, Fault};

use super::assert_shown;
use super::program::{Program, fixed};

#[tokio::test]
async fn an_unknown_option() {
    assert_shown!(Program::line("mde alerts list --fliter x").run().await);
}

#[tokio::test]
async fn an_unknown_command() {
    assert_shown!(Program::line("mde alerts lst").run().await);
}

#[tokio::test]
async fn an_unknown_command_for_a_program() {
    let outcome = Program::line("mde alerts lst -o json").run().await;
    let error: serde_json::Value = serde_json::from_str(&outcome.stderr).unwrap();
    assert_eq!(
        (outcome.code, &error["error"]["code"]),
        (Some(2), &"usage".into())
    );
}

#[tokio::test]
async fn known_words_in_other_places() {
    for (line, meant) in [
        (
            "machines isolate x",
            "do you mean `defender mde machines isolate`",
        ),
        ("mde list alerts", "do you mean `defender mde alerts list`"),
        ("xdr alerts list", "`defender graph alerts list`"),
        ("mde alert list", "do you mean `defender mde alerts list`"),
        (
            "incidents",
            "`defender graph incidents`, `defender xdr incidents`",
        ),
    ] {
        let outcome = Program::line(line).run().await;
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert!(outcome.stderr.contains(meant), "{outcome}");
    }
}

#[tokio::test]
async fn a_number_that_is_none() {
    for (line, why) in [
        ("mde alerts list --top x", "not a whole number"),
        ("mde alerts list --page-size 0", "not 1 or more"),
        ("mde alerts list -n 0", "not 1 or more"),
    ] {
        let outcome = Program::line(line).run().await;
        assert_eq!(outcome.code, Some(2), "{outcome}");
        assert!(outcome.stderr.contains(why), "{outcome}");
    }
}

#[tokio::test]
async fn an_unknown_option_for_a_program() {
    let outcome = Program::line("mde alerts list --fliter x -o json")
        .run()
        .await;
    let error: serde_json::Value = serde_json::from_str(&outcome.stderr).unwrap();
    assert_eq!(
        error["error"]["message"],
        "unexpected argument '--fliter' found"
    );
    assert_eq!(
        error["error"]["hint"],
        "a similar argument exists: '--filter'"
    );
}

#[tokio::test]
async fn a_time_that_is_none() {
    let line = "mde machines find soon 203.0.113.7";
    assert_shown!(Program::line(line).run().await);
}

#[tokio::test]
async fn no_credential() {
    assert_shown!(Program::line("mde alerts list").run().await);
}

#[tokio::test]
async fn an_address_in_the_clear() {
    let line = Program::line("mde alerts list");
    let line = line.env("DEFENDER_ENDPOINT_MDE", "http://api.example");
    assert_shown!(line.env("DEFENDER_ACCESS_TOKEN_MDE", "t").run().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_secret() {
    let sandbox = fixed().start().await.unwrap();
    let line = Program::line("mde alerts list").at(&sandbox);
    let outcome = line
        .env("AZURE_CLIENT_SECRET", "not-the-secret")
        .run()
        .await;
    assert!(!outcome.to_string().contains("not-the-secret"));
    assert_shown!(outcome);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_permission() {
    let client = "c11e5a4d-b05a-4d4b-8000-00000000000a";
    let reader = Application::new(client, "secret").roles(["Machine.Read.All"]);
    let sandbox = fixed().application(reader).start().await.unwrap();
    let line = Program::line("mde alerts list")
        .at(&sandbox)
        .env("AZURE_CLIENT_ID", client);
    assert_shown!(line.env("AZURE_CLIENT_SECRET", "secret").run().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_such_record() {
    let sandbox = fixed().start().await.unwrap();
    assert_shown!(
        Program::line("mde alerts get nothing")
            .at(&sandbox)
            .run()
            .await
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn no_such_record_for_a_program() {
    let sandbox = fixed().start().await.unwrap();
    let line = Program::line("mde alerts get nothing -o json").at(&sandbox);
    assert_shown!(line.run().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filter_that_is_none() {
    let sandbox = fixed().start().await.unwrap();
    let line = Program::new(&["mde", "alerts", "list", "--filter", "severity is High"]);
    assert_shown!(line.at(&sandbox).run().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_calls() {
    let sandbox = fixed().start().await.unwrap();
    sandbox.fault(
        Fault::on("mde.alerts.list")
            .always()
            .status(429)
            .retry_after(3600),
    );
    assert_shown!(Program::line("mde alerts list").at(&sandbox).run().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_that_fails() {
    let sandbox = fixed().start().await.unwrap();
    sandbox.fault(Fault::on("mde.indicators.submit").always().html_502());
    let line = "mde indicators submit --indicator-value a.example --indicator-type DomainName --action Block \
                --title t --description d --yes";
    assert_shown!(Program::line(line).at(&sandbox).run().await);
    // The outcome of the first request is unknown.
    assert_eq!(sandbox.requests("mde.indicators.submit").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_breaks_off_is_still_an_array() {
    let sandbox = fixed().devices(40).page_size(20).start().await.unwrap();
    sandbox.fault(Fault::on("mde.machines.list").nth(2).truncate(3000));
    let line = "mde machines list --all-statuses -o json --columns id";
    let outcome = Program::line(line).at(&sandbox).run().await;
    assert_eq!(outcome.code, Some(1));
    let rows = outcome.json().as_array().unwrap().len();
    assert!((20..40).contains(&rows), "{rows}");
    let error: serde_json::Value = serde_json::from_str(&outcome.stderr).unwrap();
    assert_eq!(error["error"]["code"], "truncated", "{error}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_leads_to_the_page_that_explains_it() {
    for (fault, anchor) in [
        (
            Fault::on("mde.machines.list").foreign_next_link("https://elsewhere.example"),
            "#foreign-next-link",
        ),
        (
            Fault::on("mde.machines.list").always().repeated_next_link(),
            "#paging-loop",
        ),
        (Fault::on("mde.machines.list").always().status(403), "#403"),
    ] {
        let sandbox = fixed().devices(45).page_size(20).start().await.unwrap();
        sandbox.fault(fault);
        let outcome = Program::line("mde machines list -o json")
            .at(&sandbox)
            .run()
            .await;
        let error = outcome.stderr.lines().last().unwrap();
        let error: serde_json::Value = serde_json::from_str(error).unwrap();
        let docs = error["error"]["docs"].as_str().unwrap_or_default();
        assert!(docs.ends_with(anchor), "{anchor}: {outcome}");
    }
}
