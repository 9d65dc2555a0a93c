//! Text and JSON to requests.

use http_core::{BodyKind, Url};
use serde_json::json;

use super::*;

static UPDATE: Operation = Operation::patch("t.things.update", "/things/{thing_id}")
    .body(BodyKind::Json)
    .inputs(&[
        Param::path("thing_id"),
        Param::body("status").kind(Kind::Enum(&["New", "InProgress"])),
        Param::body("isActive").kind(Kind::Bool),
        Param::body("tags").kind(Kind::List),
        Param::body("since").kind(Kind::Time),
        Param::body("title").required(),
        Param::body("rule").kind(Kind::Json),
        Param::query("$top").kind(Kind::Integer),
    ]);

fn filling() -> Filling {
    let now: jiff::Timestamp = "2026-03-02T10:20:30Z".parse().unwrap();
    Filling::new(&UPDATE, now.into())
}

fn texts(inputs: &[(&str, &str)]) -> Result<Filled> {
    let mut filling = filling();
    for (name, text) in inputs {
        filling.text(UPDATE.input(name).unwrap(), &format!("--{name}"), text)?;
    }
    filling.finish()
}

fn body(body: &Value) -> Result<Filled> {
    let mut filling = filling();
    filling.text(UPDATE.input("thing_id").unwrap(), "thing_id", "t1")?;
    filling.body("--body", body.clone())?;
    filling.finish()
}

fn sent(filled: &Filled) -> String {
    let base = Url::parse("https://h.example").unwrap();
    let http = filled.requests[0].to_http(&base).unwrap();
    format!("{} {}", http.uri(), String::from_utf8_lossy(http.body()))
}

#[test]
fn text_becomes_the_request() {
    let filled = texts(&[
        ("thing_id", "t1"),
        ("title", "7"),
        ("status", "inprogress"),
        ("isActive", "True"),
        ("tags", "a, b"),
        ("since", "1d"),
        ("$top", "7"),
        ("rule", "{\"a\":1}"),
    ]);
    assert_eq!(
        sent(&filled.unwrap()),
        "https://h.example/things/t1?$top=7 \
         {\"isActive\":true,\"rule\":{\"a\":1},\"since\":\"2026-03-01T10:20:30Z\",\"status\":\"InProgress\",\
         \"tags\":[\"a\",\"b\"],\"title\":\"7\"}"
    );
}

#[test]
fn text_of_another_kind_is_an_error() {
    for (name, text, expected) in [
        ("$top", "x", "--$top takes a whole number, not `x`"),
        (
            "isActive",
            "maybe",
            "--isActive takes true or false, not `maybe`",
        ),
        ("rule", "{", "--rule takes JSON"),
        ("tags", "[1", "--tags: "),
        ("since", "soon", "--since: `soon` is not a time"),
    ] {
        let error = texts(&[("thing_id", "t"), (name, text)]).unwrap_err();
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[test]
fn json_of_another_kind_is_an_error() {
    let mut filling = filling();
    let mut set = |name: &str, value: Value| {
        let param = UPDATE.input(name).unwrap();
        let outcome = filling.value(param, name, value);
        outcome.map_err(|error| error.to_string()).err()
    };
    assert_eq!(set("isActive", json!(true)), None);
    assert_eq!(set("thing_id", json!(7)), None);
    assert_eq!(set("status", json!(null)), None);
    assert_eq!(
        set("title", json!(7)).unwrap(),
        "t.things.update: title takes text, not 7"
    );
    assert_eq!(
        set("tags", json!({})).unwrap(),
        "t.things.update: tags takes an array, not {}"
    );
    assert_eq!(filling.request.path_value("thing_id"), Some("7"));
}

#[test]
fn a_body_is_checked_before_anything_is_sent() {
    assert!(body(&json!({"title": "x", "isActive": false})).is_ok());
    for (value, complaint) in [
        (json!({"title": 1}), "`title` takes text"),
        (
            json!({"title": "x", "isActive": "yes"}),
            "`isActive` takes true or false",
        ),
        (json!({"title": "x", "titel": "y"}), "`titel`"),
        (json!({"isActive": true}), "`title` is required"),
        (json!([]), "must be a JSON object"),
    ] {
        let error = body(&value).unwrap_err().to_string();
        assert!(error.contains(complaint), "{value}: {error}");
    }
}

#[test]
fn an_undocumented_word_passes_with_a_note() {
    let filled = texts(&[("thing_id", "t"), ("title", "x"), ("status", "Paused")]).unwrap();
    assert_eq!(
        filled.requests[0].body_value("status"),
        Some(&json!("Paused"))
    );
    let [Note::Undocumented(note)] = &filled.notes[..] else {
        panic!("{:?}", filled.notes);
    };
    assert!(note.contains("New, InProgress"), "{note}");
}

#[test]
fn times_are_told_as_they_were_read() {
    let notes = |text: &str| {
        let filled = texts(&[("thing_id", "t"), ("title", "x"), ("since", text)]);
        filled.unwrap().notes
    };
    assert_eq!(
        notes("24h"),
        [Note::Time("--since 24h is 2026-03-01T10:20:30Z".to_owned())]
    );
    assert!(matches!(notes("today")[..], [Note::Day(_)]));
    assert!(notes("2026-03-01T00:00:00Z").is_empty());
}

#[test]
fn a_property_that_is_not_documented_as_filterable_passes_with_a_note() {
    static LIST: Operation = Operation::get("t.things.list", "/things").filterable(&["status"]);
    let told = |filter: &str| odata::unfilterable(&LIST, "--filter", filter);
    assert_eq!(told("Status eq 'x' and status ne 'title'"), None);
    let note = told("title eq 'x' or owner eq 'y'").unwrap();
    assert!(
        note.starts_with("--filter: `title`, `owner` are not documented")
            && note.ends_with("documented are status"),
        "{note}"
    );
}

#[test]
fn the_default_filter_is_added_unless_its_property_is_asked_for() {
    static LIST: Operation = Operation::get("t.things.list", "/things")
        .inputs(&[Param::query("$filter")])
        .default_filter(&DefaultFilter::new(
            "state eq 'On'",
            "state",
            "all-states",
            "things that are off",
        ));
    for (own, expected, is_added) in [
        (None, "state eq 'On'", true),
        (
            Some("a eq 1 or b eq 2"),
            "(a eq 1 or b eq 2) and state eq 'On'",
            true,
        ),
        (Some("State ne 'On'"), "State ne 'On'", false),
    ] {
        let mut filling = Filling::new(&LIST, SystemTime::UNIX_EPOCH);
        if let Some(own) = own {
            filling.text(&LIST.inputs[0], "--filter", own).unwrap();
        }
        filling.default_filter();
        let filled = filling.finish().unwrap();
        assert_eq!(filled.requests[0].query_value("$filter"), Some(expected));
        assert_eq!(filled.notes.len(), usize::from(is_added));
    }
}
