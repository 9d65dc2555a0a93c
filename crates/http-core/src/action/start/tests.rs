//! Actions begun once, whatever the service answers: each branch with literal answers.

use super::*;
use crate::operation::{AnswerKind, Completion, NameForm, Named, Operation, Paging, Param, Target};
use crate::testing::script::{Script, Step};

static ACTIONS: Operation = Operation::get("t.actions.list", "/actions")
    .inputs(&[Param::query("$filter")])
    .filterable(&["thing", "type"])
    .paging(Paging::NextLink)
    .answer(AnswerKind::Collection { list: "value" });
static THING: Operation = Operation::get("t.things.get", "/things/{thing_id}")
    .inputs(&[Param::path("thing_id")])
    .answer(AnswerKind::Entity);

static THINGS: Operation = Operation::get("t.things.list", "/things")
    .inputs(&[Param::query("$filter")])
    .paging(Paging::NextLink)
    .answer(AnswerKind::Collection { list: "value" });
static TARGET: Target = Target::new("thing_id", "t.things.get")
    .name(&["name"])
    .named(
        Named::new(&THING, &THINGS, 4, "name", ("state", "On"))
            .unless(("Scope", "Dead"))
            .gone(&["heir"])
            .also(&[("address", NameForm::Ip), ("entra", NameForm::Guid)]),
    );

const ONCE: ActionSpec = ActionSpec::new(&ACTIONS, ("thing_id", "thing"), ("type", "Stop"))
    .same(&[("Scope", "about.scope")]);
static SPEC: ActionSpec = ONCE.reusable();
static SPEC_ANEW: ActionSpec = ONCE;
static ENDS: Completion = Completion::new(&THING, ("thing_id", "id"), "state").open(&["Pending"]);
static STOP: Operation = stop(&SPEC);
static STOP_ANEW: Operation = stop(&SPEC_ANEW);

static INPUTS: [Param; 2] = [Param::path("thing_id"), Param::body("Scope")];

const fn stop(spec: &'static ActionSpec) -> Operation {
    Operation::post("t.things.stop", "/things/{thing_id}/stop")
        .inputs(&INPUTS)
        .answer(AnswerKind::Entity)
        .action(spec)
        .completion(&ENDS)
        .target(&TARGET)
}

const NONE: &str = r#"{"value":[]}"#;
const OPEN: &str = r#"{"value":[{"id":"1","state":"pending","about":{"scope":"full"}},{"id":"0","state":"Done"}]}"#;
const DONE: &str = r#"{"value":[{"id":"0","state":"Done"}]}"#;
const NEW: &str = r#"{"value":[{"id":"2","state":"Done"},{"id":"0","state":"Done"}]}"#;
const STARTED: &str = r#"{"id":"2","state":"Pending"}"#;

fn refused(body: &'static str) -> Step {
    Step::new(400, body)
}

fn running() -> Step {
    refused(r#"{"error":{"code":"ActiveRequestAlreadyExists","message":"no"}}"#)
}

/// Sends a request and returns the id of the action, whether it was reused, and what was sent.
async fn begin(
    request: Request,
    steps: impl IntoIterator<Item = Step>,
) -> (Result<(String, bool)>, Vec<String>) {
    let (script, client) = Script::with_client(steps);
    let begun = client.begin::<Value>(request).await;
    let sent = script.sent("accept").into_iter().map(|(what, _)| what);
    let sent: Vec<_> = sent.collect();
    assert_eq!(script.left(), 0, "{sent:?}");
    let begun = begun.map(|begun| {
        (
            begun.action["id"].as_str().unwrap().to_owned(),
            begun.reused,
        )
    });
    (begun, sent)
}

fn full() -> Request {
    Request::new(&STOP)
        .set("thing_id", "ab01")
        .set("Scope", "Full")
}

const STOPPED: &str = "POST /things/ab01/stop";

#[tokio::test(start_paused = true)]
async fn an_action_that_is_not_open_is_started() {
    for (known, scope) in [(NONE, "Full"), (DONE, "Full"), (OPEN, "Selective")] {
        let request = full().set("Scope", scope);
        let (begun, sent) = begin(request, [known.into(), Step::new(201, STARTED)]).await;
        assert_eq!(begun.unwrap(), ("2".to_owned(), false), "{known}");
        assert!(
            sent[0].contains("thing%20eq%20%27ab01%27%20and%20type%20eq%20%27Stop%27"),
            "{sent:?}"
        );
        assert_eq!(sent[1], STOPPED);
    }
}

#[tokio::test(start_paused = true)]
async fn an_open_action_is_returned_and_nothing_is_sent() {
    // A member that one of both lacks counts as equal.
    for request in [full(), Request::new(&STOP).set("thing_id", "ab01")] {
        let (begun, sent) = begin(request, [OPEN.into()]).await;
        assert_eq!(begun.unwrap(), ("1".to_owned(), true));
        assert_eq!(sent.len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn an_open_action_that_does_not_do_what_a_new_one_would_is_not_reused() {
    let request = || Request::new(&STOP_ANEW).set("thing_id", "ab01");
    let (begun, _) = begin(request(), [OPEN.into(), STARTED.into()]).await;
    assert_eq!(begun.unwrap(), ("2".to_owned(), false));
    let (error, _) = begin(request(), [OPEN.into(), running(), OPEN.into()]).await;
    assert_eq!(
        error.unwrap_err().code(),
        Some("ActiveRequestAlreadyExists")
    );
}

#[tokio::test(start_paused = true)]
async fn an_action_started_by_another_caller_meanwhile_is_returned() {
    let words = r#"{"error":{"code":"BadRequest","message":"Action is already in progress"}}"#;
    for refusal in [running(), refused(words)] {
        let (begun, _) = begin(full(), [NONE.into(), refusal, OPEN.into()]).await;
        assert_eq!(begun.unwrap(), ("1".to_owned(), true));
    }
    // The list has no such action, so the service's refusal is returned.
    let (error, _) = begin(full(), [NONE.into(), running(), NONE.into()]).await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Refused);
    let (error, sent) = begin(
        full(),
        [NONE.into(), refused(r#"{"error":{"code":"InvalidInput"}}"#)],
    )
    .await;
    assert_eq!(
        (error.unwrap_err().kind(), sent.len()),
        (ErrorKind::Refused, 2)
    );
}

#[tokio::test(start_paused = true)]
async fn an_action_whose_answer_was_lost_is_searched_and_the_request_is_sent_once() {
    for lost in [
        Step::silence(),
        Step::new(500, ""),
        Step::new(201, "{\"id\":").cut(),
    ] {
        // One search fails, and in another the action is not visible yet.
        let steps = [DONE.into(), lost, refused("{}"), DONE.into(), NEW.into()];
        let (begun, sent) = begin(full(), steps).await;
        assert_eq!(begun.unwrap(), ("2".to_owned(), true));
        assert_eq!(sent.iter().filter(|what| *what == STOPPED).count(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn an_action_that_never_appears_is_an_error_and_not_sent_again() {
    let begun = tokio::time::Instant::now();
    let looks = std::iter::repeat_n(Step::from(DONE), LOOKS.len());
    let steps = [DONE.into(), Step::silence()].into_iter().chain(looks);
    let (error, sent) = begin(full(), steps).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Interrupted);
    let hint = error.hint().unwrap();
    assert!(hint.contains("not repeated"), "{error:?}");
    assert!(hint.contains("may have acted"), "{error:?}");
    assert!(!error.is_retryable(), "{error:?}");
    assert!(begun.elapsed() >= LOOKS.iter().sum::<Duration>());
    assert_eq!(sent.iter().filter(|what| *what == STOPPED).count(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_caller_without_permission_to_list_can_still_start() {
    let denied = || Step::new(403, r#"{"error":{"code":"Forbidden"}}"#);
    let (begun, _) = begin(full(), [denied(), STARTED.into()]).await;
    assert_eq!(begun.unwrap(), ("2".to_owned(), false));
    let named = full().set("thing_id", "host");
    let (error, sent) = begin(named, [denied()]).await;
    let error = error.unwrap_err();
    assert!(error.is_denied() && error.hint().unwrap().contains("pass an id"));
    assert_eq!(sent.len(), 1, "which record the service takes is unknown");
}

#[tokio::test(start_paused = true)]
async fn a_list_that_fails_starts_nothing() {
    let (error, sent) = begin(full(), [Step::new(404, "")]).await;
    assert!(error.unwrap_err().is_not_found());
    assert_eq!(sent.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_target_given_by_name_is_resolved_before_its_actions_are_listed() {
    // `abc` is too short for an id; `wxyz` is not hexadecimal.
    for name in ["host.example", "abc", "wxyz"] {
        let named = full().set("thing_id", name);
        let steps = [r#"{"id":"ab01"}"#.into(), NONE.into(), OPEN.into()];
        let (begun, sent) = begin(named, steps).await;
        assert_eq!(begun.unwrap(), ("1".to_owned(), true));
        assert_eq!(sent[0], format!("GET /things/{name}"));
        assert!(
            sent[1].contains(&format!("name%20eq%20%27{name}%27")),
            "{sent:?}"
        );
        assert!(sent[2].contains("%27ab01%27"));
    }
    let named = || full().set("thing_id", "host");
    let (error, sent) = begin(named(), [Step::new(404, ""), NONE.into()]).await;
    assert!(error.unwrap_err().is_not_found());
    assert!(sent[1].contains("startswith(name,%27host.%27)"), "{sent:?}");
    let (error, _) = begin(named(), ["{}".into()]).await;
    assert_eq!(error.unwrap_err().kind(), ErrorKind::Decode);
}

#[tokio::test(start_paused = true)]
async fn an_address_and_a_guid_are_looked_up_in_the_list_alone() {
    const GUID: &str = "0cc36bfc-797a-4c48-8702-37965a46da48";
    let by_guid = format!("entra%20eq%20{GUID}");
    for (name, condition) in [
        ("10.0.0.1", "address%20eq%20%2710.0.0.1%27"),
        ("fe80::1", "address%20eq%20%27fe80::1%27"),
        (GUID, &by_guid),
    ] {
        let named = full().set("thing_id", name);
        let steps = [r#"{"value":[{"id":"ab01"}]}"#.into(), OPEN.into()];
        let (begun, sent) = begin(named, steps).await;
        assert_eq!(begun.unwrap(), ("1".to_owned(), true), "{sent:?}");
        assert!(sent[0].contains(condition), "{sent:?}");
        let named = full().set("thing_id", name);
        let (error, _) = begin(named, [NONE.into()]).await;
        assert!(error.unwrap_err().is_not_found());
    }
}

#[tokio::test(start_paused = true)]
async fn names_in_a_list_become_ids_each_once() {
    static TAG: Operation = Operation::post("t.things.tag", "/things/tag")
        .inputs(&[Param::body("Ids").kind(crate::operation::Kind::List)]);
    let (_, client) = Script::with_client([
        Step::from(r#"{"id":"ab01","name":"host"}"#),
        NONE.into(),
        r#"{"value":[{"id":"ab01"}]}"#.into(),
    ]);
    let ids = ["ab02", "host", "10.0.0.1", "ab01"].map(Value::from);
    let request = Request::new(&TAG).set("Ids", ids.to_vec());
    let named = TARGET.named.as_ref().unwrap();
    let (request, resolved) = client.resolve_as(request, "Ids", named).await.unwrap();
    let sent = request.body_value("Ids").unwrap().to_string();
    assert_eq!(sent, r#"["ab02","ab01"]"#);
    let names: Vec<_> = resolved.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["host", "10.0.0.1"]);
}

#[tokio::test(start_paused = true)]
async fn a_read_takes_a_record_that_is_not_live_if_no_other_has_the_name() {
    let request = || Request::new(&THING).set("thing_id", "host");
    let named = TARGET.named.as_ref().unwrap();
    let dead = r#"{"id":"aa01","name":"host","state":"Off"}"#;
    let (_, client) = Script::with_client([Step::from(dead), NONE.into()]);
    let (found, _) = client
        .resolve_as(request(), "thing_id", named)
        .await
        .unwrap();
    assert_eq!(found.path_value("thing_id"), Some("aa01"));
    let two = r#"{"value":[{"id":"aa02","name":"host","state":"Off"}]}"#;
    let (_, client) = Script::with_client([Step::from(dead), two.into()]);
    let error = client.resolve_as(request(), "thing_id", named).await;
    let error = error.unwrap_err();
    assert!(error.message().contains("several records"), "{error}");
}

/// A replaced record, one that was never live, and the usable one.
const NAMESAKES: &str = r#"{"value":[
    {"id":"aa00","name":"host.example","state":"On","heir":"ab01"},
    {"id":"aa01","name":"host.example","state":"Off"},
    {"id":"ab01","name":"host.example","state":"On","heir":null}]}"#;

#[tokio::test(start_paused = true)]
async fn a_name_resolves_to_the_record_that_can_be_acted_on() {
    let (script, client) = Script::with_client([
        Step::from(r#"{"id":"aa00","name":"host.example","heir":"ab01"}"#),
        NAMESAKES.into(),
        NONE.into(),
        STARTED.into(),
    ]);
    let named = full().set("thing_id", "host");
    let begun = client.begin::<Value>(named).await.unwrap();
    let resolved = begun.resolved.unwrap();
    assert_eq!(
        (resolved.name.as_str(), resolved.id.as_str()),
        ("host", "ab01")
    );
    let sent: Vec<_> = script
        .sent("accept")
        .into_iter()
        .map(|(what, _)| what)
        .collect();
    assert!(
        sent[1].contains("name%20eq%20%27host.example%27"),
        "{sent:?}"
    );
    assert_eq!(
        sent[3], STOPPED,
        "the id that was found is what is acted on"
    );
}

#[tokio::test(start_paused = true)]
async fn a_name_without_exactly_one_such_record_is_refused_with_the_candidates() {
    let dead = r#"{"id":"aa01","name":"host","state":"Off"}"#;
    let replaced = r#"{"id":"aa00","name":"host","state":"On","heir":"ab01"}"#;
    let two = r#"{"value":[{"id":"ab01","state":"On"},{"id":"ab02","state":"On"}]}"#;
    for (first, list, expected) in [
        (
            dead,
            NONE,
            "no record that can be acted on: aa01 (state Off)",
        ),
        (replaced, NONE, "aa00 (state On, replaced by ab01)"),
        (
            r#"{"id":"ab01","state":"On"}"#,
            two,
            "several records: ab01 (state On), ab02 (state On)",
        ),
    ] {
        let named = full().set("thing_id", "host");
        let (error, sent) = begin(named, [first.into(), list.into()]).await;
        let error = error.unwrap_err();
        assert_eq!((error.kind(), sent.len()), (ErrorKind::Usage, 2));
        assert!(error.message().contains(expected), "{error}");
    }
    // A change that also acts on records that are not live accepts one.
    let named = full().set("thing_id", "host").set("Scope", "Dead");
    let steps = [dead.into(), NONE.into(), NONE.into(), STARTED.into()];
    let (begun, _) = begin(named, steps).await;
    assert_eq!(begun.unwrap(), ("2".to_owned(), false));
}

#[tokio::test(start_paused = true)]
async fn a_mistake_in_the_request_is_reported_before_anything_is_sent() {
    let (error, sent) = begin(Request::new(&STOP), []).await;
    assert_eq!(
        (error.unwrap_err().kind(), sent.len()),
        (ErrorKind::Usage, 0)
    );
}

#[tokio::test(start_paused = true)]
async fn an_operation_without_a_spec_is_sent_unchanged() {
    let request = Request::new(&THING).set("thing_id", "ab01");
    let (begun, sent) = begin(request, [r#"{"id":"ab01"}"#.into()]).await;
    assert_eq!(begun.unwrap(), ("ab01".to_owned(), false));
    assert_eq!(sent, ["GET /things/ab01"]);
}

static MAKE: Operation = Operation::post("t.things.make", "/things").completion(&ENDS);
static MAKE_UNSEEN: Operation = Operation::post("t.things.make_unseen", "/things");

#[tokio::test(start_paused = true)]
async fn an_empty_answer_names_the_action_in_its_location() {
    for (location, id) in [
        ("https://h.example/v1.0/things/7", Some("7")),
        ("/things/7/?x=/y#z", Some("7")),
        ("https://h.example/things('7')", Some("7")),
        ("", None),
    ] {
        let steps = [Step::new(202, "").header("location", location)];
        let (_, client) = Script::with_client(steps);
        let begun = client.start_once(Request::new(&MAKE)).await.unwrap();
        let record: Option<Value> = serde_json::from_slice(&begun.action).ok();
        let seen = record.map(|record| record["id"].clone());
        assert_eq!(seen, id.map(Value::from), "{location}");
        assert_eq!(begun.poller().id(), id.unwrap_or_default());
    }
}

#[tokio::test(start_paused = true)]
async fn a_location_beside_a_body_or_of_an_action_that_nothing_shows_is_not_used() {
    for (operation, body) in [(&MAKE, r#"{"id":"2"}"#), (&MAKE_UNSEEN, "")] {
        let steps = [Step::new(202, body).header("location", "/things/7")];
        let (_, client) = Script::with_client(steps);
        let begun = client.start_once(Request::new(operation)).await.unwrap();
        assert_eq!(begun.action, body);
    }
}
