//! Setting inputs, and the HTTP request.

use serde_json::Value;
use url::Url;

use super::*;
use crate::operation::{BodyKind, Kind, Param};

static UPDATE: Operation = Operation::patch("t.things.update", "/api/things/{thing_id}")
    .body(BodyKind::Json)
    .idempotent()
    .appends(&["comment"])
    .inputs(&[
        Param::path("thing_id"),
        Param::query("$top").kind(Kind::Integer),
        Param::body("status").kind(Kind::Enum(&["New", "InProgress"])),
        Param::body("comment"),
        Param::body("tags").kind(Kind::List),
        Param::body("since").kind(Kind::Time),
    ]);

fn base() -> Url {
    Url::parse("https://api.example/root/").unwrap()
}

fn mistake(request: &Request) -> String {
    request.to_http(&base()).unwrap_err().message().to_owned()
}

fn update() -> Request {
    Request::new(&UPDATE).set("thing_id", "a b/c")
}

#[test]
fn a_request_is_the_row_with_its_values() {
    let http = update()
        .set("status", "New")
        .set("$top", 5)
        .to_http(&base())
        .unwrap();
    assert_eq!(http.method(), "PATCH");
    assert_eq!(
        http.uri(),
        "https://api.example/root/api/things/a%20b%2Fc?$top=5"
    );
    assert_eq!(http.headers()["content-type"], "application/json");
    assert_eq!(&http.body()[..], br#"{"status":"New"}"#);
}

#[test]
fn a_name_the_row_lacks_is_refused_with_those_it_has() {
    let text = mistake(&update().set("statsu", "New"));
    assert!(
        text.contains("`statsu`") && text.contains("status, comment"),
        "{text}"
    );
}

#[test]
fn what_is_missing_is_named() {
    assert_eq!(
        mistake(&Request::new(&UPDATE).set("status", "New")),
        "`thing_id` is required"
    );
    assert!(mistake(&update()).contains("nothing to change"));
}

#[test]
fn a_comment_takes_back_that_the_call_may_be_repeated() {
    assert!(update().set("status", "New").is_idempotent());
    assert!(!update().set("comment", "seen").is_idempotent());
}

#[test]
fn text_is_read_as_the_row_says() {
    let request = update()
        .set_text("status", "inprogress")
        .set_text("tags", "a, b")
        .set_text("$top", "7");
    assert_eq!(
        request.body_value("status"),
        Some(&Value::from("InProgress"))
    );
    assert_eq!(
        request.body_value("tags"),
        Some(&Value::from(vec!["a", "b"]))
    );
    assert!(mistake(&update().set_text("$top", "many")).contains("whole number"));
}

#[test]
fn an_undocumented_word_is_sent_as_it_is() {
    let request = update().set_text("status", "Paused");
    assert_eq!(request.body_value("status"), Some(&Value::from("Paused")));
}

#[test]
fn what_is_no_time_is_refused_however_it_was_set() {
    assert!(mistake(&update().set("since", "soon")).contains("`soon` is not a time"));
    assert!(
        mistake(&update().set("since", crate::wire::Timestamp::from("soon")))
            .contains("not a time")
    );
    assert!(
        update()
            .set("since", "2026-01-31T09:30:00Z")
            .check()
            .is_ok()
    );
}

#[test]
fn headers_of_the_pipeline_cannot_be_set() {
    assert!(mistake(&update().header("Authorization", "Bearer x")).contains("client itself"));
    assert!(mistake(&update().header("x", "a\nb")).contains("invalid header"));
}

#[test]
fn a_form_is_made_of_the_body_inputs() {
    static SIGN_IN: Operation = Operation::post("t.sign_in", "/token")
        .body(BodyKind::Form)
        .inputs(&[Param::body("secret"), Param::body("days")]);
    let request = Request::new(&SIGN_IN).set("secret", "a+b").set("days", 5);
    let http = request.to_http(&base()).unwrap();
    let kind = &http.headers()["content-type"];
    assert_eq!(kind, "application/x-www-form-urlencoded");
    assert_eq!(&http.body()[..], b"days=5&secret=a%2Bb");
}

#[test]
fn a_property_that_cannot_be_filtered_by_is_refused_unless_the_filter_is_raw() {
    static LIST: Operation = Operation::get("t.things.list", "/things")
        .filterable(&["riskScore", "lastSeen"])
        .inputs(&[Param::query("$filter")]);
    let list = |filter: Filter| Request::new(&LIST).filter(filter);
    let text = mistake(&list(
        Filter::eq("riskscore", "High").and(Filter::eq("title", "x")),
    ));
    assert!(
        text.contains("`title`") && text.contains("riskScore, lastSeen"),
        "{text}"
    );
    let text = mistake(&list(Filter::eq("riskScore eq 'a' or 1", 1)));
    assert!(text.contains("invalid property name"), "{text}");
    let raw = list(Filter::raw("title eq 'a&b'").and(Filter::eq("lastSeen", 1)));
    let http = raw.to_http(&base()).unwrap();
    assert_eq!(
        http.uri().query(),
        Some("$filter=title%20eq%20%27a%26b%27%20and%20lastSeen%20eq%201")
    );
}

#[test]
fn debug_shows_no_values() {
    let shown = format!("{:?}", update().set("comment", "canary"));
    assert!(!shown.contains("canary"), "{shown}");
}

#[test]
fn an_operation_that_has_ended_names_its_successor() {
    static GONE: Operation = Operation::get("t.old.list", "/old").retired("use t.new.list");
    let error = Request::new(&GONE).to_http(&base()).unwrap_err();
    assert_eq!(error.kind(), crate::error::ErrorKind::Usage);
    assert_eq!(error.hint(), Some("use t.new.list"));
    assert!(Request::new(&GONE).allow_retired().to_http(&base()).is_ok());
}
