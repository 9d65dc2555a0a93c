//! Hints for refusals and for partial answers.

use super::answering::{Answering, answer};

fn refusing(code: &str) -> Answering {
    let body = format!(r#"{{"error":{{"code":"{code}","message":"no"}}}}"#);
    Answering::new(move |_, _| answer(403, &body))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_of_the_service_is_explained() {
    for (code, told) in [
        ("InvalidLicense", "no licence"),
        ("DisabledFeature", "turned off in this tenant"),
        ("Forbidden", "the role permission 'View Data'"),
    ] {
        let service = refusing(code);
        let words = ["mde", "alerts", "list", "-o", "json"];
        let outcome = service.run(&words).run().await;
        assert_eq!(outcome.code, Some(5), "{code}: {outcome}");
        assert!(outcome.stderr.contains(told), "{code}: {outcome}");
        assert_eq!(service.asked().len(), 1, "{code}: {outcome}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operation_that_only_a_user_may_call_says_so() {
    let service = refusing("Forbidden");
    let words = "graph threat-assessment create --category phishing --expected-assessment block \
                 --odata-type #microsoft.graph.urlAssessmentRequest --url https://a.example --yes -o json";
    let words: Vec<&str> = words.split_whitespace().collect();
    let outcome = service.run(&words).run().await;
    assert_eq!(outcome.code, Some(5), "{outcome}");
    let told = "graph.threat_assessment.create can only be called as a user, who needs ThreatAssessment.ReadWrite.All";
    assert!(outcome.stderr.contains(told), "{outcome}");
    assert!(!outcome.stderr.contains("none documented"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_came_only_after_a_404_is_told_of() {
    let service = Answering::new(|number, _| match number {
        0 => answer(
            404,
            r#"{"error":{"code":"ResourceNotFound","message":"no"}}"#,
        ),
        _ => answer(200, r#"{"value":[{"id":"1"}]}"#),
    });
    let device = "a1".repeat(20);
    let words = ["mde", "machines", "list-missing-kbs", &device, "-o", "id"];
    let outcome = service.run(&words).run().await;
    assert_eq!((outcome.code, outcome.lines()), (Some(0), vec!["1"]));
    assert!(
        outcome.stderr.contains("only at the second try"),
        "{outcome}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_in_part_ends_with_3() {
    let service = Answering::new(|_, _| answer(206, r#"{"value":[{"id":"1"}]}"#));
    let words = ["graph", "secure-scores", "list", "-o", "ndjson"];
    let outcome = service.run(&words).run().await;
    assert_eq!(
        (outcome.code, outcome.lines().len()),
        (Some(3), 1),
        "{outcome}"
    );
    assert!(outcome.stderr.contains("record_lost"), "{outcome}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tenant_without_indicators_has_an_empty_list() {
    let none = r#"{"error":{"code":"ResourceNotFound","message":"no"}}"#;
    let service = Answering::new(move |_, _| answer(404, none));
    let words = ["graph", "ti-indicators", "list", "-o", "json"];
    let outcome = service.run(&words).run().await;
    assert_eq!(outcome.code, Some(0), "{outcome}");
    assert_eq!(outcome.json(), serde_json::json!([]));
}
