//! Successful answers, with literal bodies, and how they are judged.

use serde_json::json;

use super::*;
use crate::operation::{AnswerKind, BodyKind, Kind, Param};
use crate::testing::script::{Script, Step};

const ROW: Verdicts = Verdicts {
    items: "value",
    name: &["id"],
    asked: "ids",
    failed: ItemFailed::Is("isFailed", "true"),
    counts: &[],
    reason: &["body/error/message", "why"],
    note: "no reason given",
};

static IDS: [Param; 1] = [Param::body("ids").kind(Kind::Json)];

const fn change(verdicts: Option<&'static Verdicts>) -> Operation {
    let mut operation = Operation::post("t.things.change", "/change")
        .body(BodyKind::Json)
        .inputs(&IDS)
        .answer(AnswerKind::Object);
    operation.answer.verdicts = verdicts;
    operation
}

static PLAIN: Operation = change(None);
static READ: Operation = Operation::get("t.things.get", "/thing").answer(AnswerKind::Entity);

fn judged(verdicts: Verdicts, asked: Value, answer: &Value) -> (Vec<String>, bool) {
    let row: &'static Operation = Box::leak(Box::new(change(Some(Box::leak(Box::new(verdicts))))));
    let request = Request::new(row).set("ids", asked);
    let judged = request.judge(answer.to_string().as_bytes());
    let failed = judged.failed.iter().map(ToString::to_string).collect();
    (failed, judged.some_done)
}

#[test]
fn each_rule_finds_the_items_that_failed() {
    let asked = json!(["a", "b"]);
    let one = |rule: ItemFailed, answer: Value| {
        let row = Verdicts {
            failed: rule,
            ..ROW
        };
        judged(row, asked.clone(), &answer)
    };
    let said = |failed: &[&str], some_done: bool| {
        (
            failed
                .iter()
                .map(|text| (*text).to_owned())
                .collect::<Vec<_>>(),
            some_done,
        )
    };
    let flag = ItemFailed::Is("isFailed", "true");
    assert_eq!(
        one(
            flag,
            json!({"value": [{"id": "a", "isFailed": false}, {"id": "b", "isFailed": true, "why": "old"}]})
        ),
        said(&["b: old"], true)
    );
    assert_eq!(
        one(
            flag,
            json!({"value": [{"isFailed": "True"}, {"isFailed": true}]})
        ),
        said(&["a: no reason given", "b: no reason given"], false),
        "named by their place in the request"
    );
    assert_eq!(
        one(
            ItemFailed::IsNot("code", "0"),
            json!({"value": [{"code": 0}, {"code": 404, "why": "none"}, {}]})
        ),
        said(&["b: none"], true)
    );
    assert_eq!(
        one(
            ItemFailed::From("status", 400),
            json!({"value": [{"id": "1", "status": 302}, {"id": "2", "status": 429, "body": {"error": {"message": "slow"}}}]})
        ),
        said(&["2: slow"], true)
    );
    assert_eq!(
        one(ItemFailed::Missing, json!({"value": [{"id": "A"}]})),
        said(&["b: no reason given"], true)
    );
    assert_eq!(
        one(ItemFailed::Missing, json!({"value": []})),
        said(&["a: no reason given", "b: no reason given"], false)
    );
    assert_eq!(
        one(ItemFailed::Listed, json!({"value": ["b"]})),
        said(&["b: no reason given"], true)
    );
}

#[test]
fn items_neither_counted_nor_listed_have_failed() {
    let row = Verdicts {
        failed: ItemFailed::Listed,
        counts: &["closed", "dismissed"],
        asked: "ids/id/eq",
        ..ROW
    };
    let asked = json!({"id": {"eq": ["a", "b", "c"]}});
    let judged = |answer: Value| judged(row, asked.clone(), &answer);
    assert_eq!(judged(json!({"closed": 2, "dismissed": 1})), (vec![], true));
    assert_eq!(
        judged(json!({"closed": 1, "value": ["c"]})).0,
        [
            "c: no reason given",
            "1 of 3: not done; the answer does not say which"
        ]
    );
    assert!(!judged(json!({"closed": 0, "value": ["a", "b", "c"]})).1);
    assert_eq!(
        judged(json!({})).0,
        [""; 0],
        "an answer without counts says nothing"
    );
}

/// Refusals in successful answers, with code and reason.
const REFUSALS: &[(&str, Option<&str>, &str)] = &[
    (
        r#"{"success":false,"message":"no such source"}"#,
        None,
        "no such source",
    ),
    (r#"{"isSuccess":false}"#, None, "the answer gives no reason"),
    (r#"{"Succeeded":"False","detail":"x"}"#, None, "x"),
    (r#"{"hasErrors":true,"reason":"y"}"#, None, "y"),
    (
        r#"{"error":{"code":"Busy","message":"later"}}"#,
        Some("Busy"),
        "later",
    ),
    (r#" {"error":"nope","value":[]}"#, None, "nope"),
    (
        r#"{"odata.error":{"code":"c","message":{"lang":"en","value":"old form"}}}"#,
        Some("c"),
        "old form",
    ),
    (r#"{"error":true,"detail":"required"}"#, None, "required"),
];

#[tokio::test(start_paused = true)]
async fn a_refusal_in_a_successful_answer_is_an_error_of_every_kind_of_call() {
    for (body, code, reason) in REFUSALS {
        for row in [&PLAIN, &READ] {
            let (script, client) = Script::with_client([Step::bytes(body.as_bytes())]);
            let error = client.send_empty(Request::new(row)).await.unwrap_err();
            assert_eq!(
                (error.kind(), error.code()),
                (ErrorKind::Refused, *code),
                "{body}"
            );
            assert_eq!(error.message(), *reason, "{body}");
            assert!(!error.is_retryable() && error.status().unwrap().is_success());
            assert_eq!(script.left(), 0, "asked once");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_reports_success_is_a_success() {
    for body in [
        r#"{"success":true}"#,
        r#"{"error":null,"isFailed":false}"#,
        r#"{"error":{}}"#,
        r#"{"error":""}"#,
        r#"{"errors":[]}"#,
        r#"{"value":[{"id":"a"}]}"#,
        r#"{"inner":{"success":false}}"#,
    ] {
        let (_, client) = Script::with_client([Step::bytes(body.as_bytes())]);
        let outcome = client.send_empty(Request::new(&PLAIN)).await;
        assert!(outcome.is_ok(), "{body}: {outcome:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn failed_items_of_an_undocumented_answer_are_an_error_of_a_change() {
    for (body, expected) in [
        (
            r#"{"value":[{"id":"a"},{"id":"b","isFailed":true,"failureReason":"old"}]}"#,
            "b: old",
        ),
        (
            r#"{"results":[{"id":"a","error":{"message":"gone"}}]}"#,
            "a: gone",
        ),
        (
            r#"{"results":[{"id":"a","status":"Failed","message":"m"}]}"#,
            "a: m",
        ),
        (
            r#"{"responses":[{"id":"1","status":200},{"id":"2","status":429}]}"#,
            "2: 429",
        ),
        (r#"{"failedIds":["a"]}"#, "a: listed in `failedIds`"),
        (
            r#"{"alerts_not_found":["a"]}"#,
            "a: listed in `alerts_not_found`",
        ),
        (
            r#"{"errors":[{"message":"bad"}]}"#,
            "item 1: listed in `errors`",
        ),
    ] {
        let (_, client) = Script::with_client([Step::bytes(body.as_bytes())]);
        let error = client.send_empty(Request::new(&PLAIN)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Partial, "{body}");
        assert!(error.message().contains(expected), "{body}: {error}");
        let (_, client) = Script::with_client([Step::bytes(body.as_bytes())]);
        assert!(
            client.send_empty(Request::new(&READ)).await.is_ok(),
            "a read changes nothing: {body}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn an_outcome_gives_its_answer_together_with_what_failed() {
    static ROW_OF: Verdicts = ROW;
    static CHANGE: Operation = change(Some(&ROW_OF));
    let body = r#"{"value":[{"id":"a","isFailed":true,"why":"old"},{"id":"b"}]}"#;
    let send = async || {
        let (_, client) = Script::with_client([Step::bytes(body.as_bytes())]);
        client
            .send_outcome_rows::<Value>(Request::new(&CHANGE))
            .await
            .unwrap()
    };
    let error = send().await.all().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Partial);
    assert_eq!(error.message(), "1 failed: a: old");
    let (rows, failed) = send().await.into_parts();
    assert_eq!((rows.len(), failed[0].name.as_str()), (2, "a"));
}
