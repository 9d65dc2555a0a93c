//! Times as people write them, and inputs that must be past or future.

use serde_json::{Value, json};

use super::program::{Program, dry, fixed};
use super::values::submit;

#[tokio::test]
async fn a_time_until_which_something_holds_lies_ahead() {
    let address = [
        "--indicator-value",
        "198.51.100.7",
        "--indicator-type",
        "IpAddress",
    ];
    let until = async |time: &str| {
        let time = format!("--expiration-time={time}");
        dry(&submit(&[&address[..], &[&time]].concat())).await
    };
    let now: jiff::Timestamp = jiff::Timestamp::now();
    for time in ["7d", "+7d"] {
        let outcome = until(time).await;
        let end = outcome.json()["body"]["expirationTime"]
            .as_str()
            .unwrap()
            .to_owned();
        let left = end.parse::<jiff::Timestamp>().unwrap().as_second() - now.as_second();
        assert!(
            (7 * 86_400 - 5..=7 * 86_400 + 60).contains(&left),
            "{time}: {outcome}"
        );
    }
    for time in ["-7d", "today", "now", "2020-01-01", "2020-01-01T00:00:00Z"] {
        let outcome = until(time).await;
        assert_eq!(outcome.code, Some(2), "{time}: {outcome}");
        assert!(outcome.stderr.contains("already over"), "{time}: {outcome}");
    }
    // The option and its value as two words, and the other inputs of this kind.
    let split = dry(&submit(
        &[&address[..], &["--expiration-time", "-7d"]].concat(),
    ))
    .await;
    assert!(
        split.code == Some(2) && split.stderr.contains("already over"),
        "{split}"
    );
    let renew = |time: &'static str| {
        [
            "graph",
            "subscriptions",
            "update",
            "s1",
            "--expiration-date-time",
            time,
        ]
    };
    assert_eq!(dry(&renew("2h")).await.code, Some(0));
    assert_eq!(dry(&renew("-2h")).await.code, Some(2));
    let body = json!([{
        "indicatorValue": "198.51.100.7", "indicatorType": "IpAddress", "action": "Block", "title": "t",
        "description": "d", "expirationTime": "2020-01-01T00:00:00Z"
    }]);
    let import = dry(&[
        "mde",
        "indicators",
        "import",
        "--indicators",
        &body.to_string(),
    ])
    .await;
    assert!(
        import.code == Some(2) && import.stderr.contains("item 1"),
        "{import}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn days_are_said_to_be_those_of_utc_without_being_asked() {
    let sandbox = fixed().start().await.unwrap();
    let words = [
        "hunt",
        "-e",
        "DeviceInfo",
        "--since",
        "today",
        "--until",
        "now",
        "--dry-run",
        "-o",
        "json",
    ];
    let hunt = Program::new(&words).at(&sandbox).run().await;
    assert!(
        hunt.stderr.contains("--since today is") && hunt.stderr.contains("midnight UTC"),
        "{hunt}"
    );
    let quiet = Program::new(&[&words[..], &["-q"]].concat());
    let quiet = quiet.at(&sandbox).run().await;
    assert!(
        quiet.code == Some(0) && !quiet.stderr.contains("midnight"),
        "{quiet}"
    );
    let today = jiff::Timestamp::now().to_string()[..10].to_owned();
    let find = dry(&["mde", "machines", "find-by-ip", "192.0.2.7", &today]).await;
    assert!(find.stderr.contains("midnight UTC"), "{find}");
    let help = Program::line("hunt --help").run().await;
    assert!(help.stdout.contains("midnight UTC"), "{help}");
}

#[tokio::test]
async fn a_time_further_back_than_the_service_looks_is_refused_with_the_reason() {
    let changes = |age| {
        let command = ["mde", "assessments", "list-software-vulnerability-changes"];
        [&command[..], &["--since-time", age]].concat()
    };
    assert_eq!(dry(&changes("14d")).await.code, Some(0));
    let outcome = dry(&changes("15d")).await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(
        outcome.stderr.contains("accepts at most 14 days"),
        "{outcome}"
    );
    for (words, code) in [
        (["mde", "machines", "find-by-ip", "192.0.2.7", "30d"], 0),
        (["mde", "machines", "find-by-ip", "192.0.2.7", "31d"], 2),
        (["mde", "machines", "find", "31d", "192.0.2.7"], 2),
    ] {
        let outcome = dry(&words).await;
        assert_eq!(outcome.code, Some(code), "{words:?}: {outcome}");
        assert_eq!(
            outcome.stderr.contains("at most 30 days"),
            code == 2,
            "{outcome}"
        );
    }
}

fn indicator(expires: &str) -> Value {
    json!({
        "indicatorValue": "198.51.100.7", "indicatorType": "IpAddress", "action": "Block", "title": "t",
        "description": "d", "expirationTime": expires
    })
}

/// An indicator in every place that takes one: the bodies of two commands and the input of one.
fn indicators(expires: &str) -> [(&'static str, &'static str, Value); 4] {
    let one = indicator(expires);
    [
        ("submit", "--body", one.clone()),
        ("import", "--indicators", json!([one])),
        ("import", "--indicators", json!({"Indicators": [one]})),
        ("import", "--body", json!({"Indicators": [one]})),
    ]
}

#[tokio::test]
async fn times_within_json_are_written_as_options_take_them() {
    let now = jiff::Timestamp::now().as_second();
    for (command, option, body) in indicators("7d") {
        let words = ["mde", "indicators", command, option, &body.to_string()];
        let sent = dry(&words).await.json()["body"].clone();
        let sent = sent.pointer("/Indicators/0").unwrap_or(&sent);
        let end: jiff::Timestamp = sent["expirationTime"].as_str().unwrap().parse().unwrap();
        let left = end.as_second() - now;
        assert!(
            (604_795..=604_860).contains(&left),
            "{command} {option}: {sent}"
        );
    }
    for expires in ["-7d", "today", "2020-01-01"] {
        for (command, option, body) in indicators(expires) {
            let words = ["mde", "indicators", command, option, &body.to_string()];
            let outcome = dry(&words).await;
            assert_eq!(outcome.code, Some(2), "{expires} {option}: {outcome}");
            let is_named = command == "submit" || outcome.stderr.contains("item 1");
            assert!(
                is_named && outcome.stderr.contains("already over"),
                "{outcome}"
            );
        }
    }
    let whole = "2099-01-01T00:00:00.1234567+02:00";
    for (command, option, body) in indicators(whole) {
        let words = ["mde", "indicators", command, option, &body.to_string()];
        let outcome = dry(&words).await;
        assert!(
            outcome.stdout.contains(whole),
            "as it was written: {outcome}"
        );
    }
}

#[tokio::test]
async fn a_time_of_a_body_that_is_none_is_refused() {
    let search = |body: &'static str| ["graph", "audit-log", "create-query", "--body", body];
    let outcome = dry(&search(
        r#"{"filterStartDateTime":"7d","filterEndDateTime":"today"}"#,
    ))
    .await;
    let body = &outcome.json()["body"];
    for member in ["filterStartDateTime", "filterEndDateTime"] {
        let time = body[member].as_str().unwrap();
        assert!(
            time.parse::<jiff::Timestamp>().is_ok(),
            "{member}: {outcome}"
        );
    }
    assert!(outcome.stderr.contains("midnight UTC"), "{outcome}");
    let outcome = dry(&search(r#"{"filterStartDateTime":"soon"}"#)).await;
    assert_eq!(outcome.code, Some(2), "{outcome}");
    assert!(outcome.stderr.contains("`soon` is not a time"), "{outcome}");
}
