//! Threat assessment requests, the older way to submit an email, a file or a URL.
//!
//! A request is pending for a minute of virtual time. What the assessment finds is made up: no
//! policy applies, and a new scan agrees with the caller. Content is not kept, as documented.
//!
//! Source: `informationprotection-post-threatassessmentrequests.md`,
//! `threatassessmentrequest-get.md`, `emailfileassessmentrequest.md`.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::progress::{self, Stage};
use crate::generic::{body, entity_answer, record, shape};
use crate::odata::Options;
use crate::random;
use crate::refusal::Refusal;
use crate::seed::assessments::content_type;
use crate::store::Store;
use crate::tables;
use crate::values::key_text;

const ENTITY: &str = "ThreatAssessmentRequest";
/// Time from the request to its end.
const LASTS: Duration = Duration::from_secs(60);
/// The store's list of requests that are pending.
const OPEN: &str = "threat assessments";

/// Answers an operation of threat assessments. `None` for others, and for those that the tables
/// describe.
pub(super) fn answer(call: &mut Call<'_>) -> Option<Outcome> {
    let verb = call.operation.id.strip_prefix("graph.threat_assessment.")?;
    proceed(call.store, call.now);
    match verb {
        "create" => Some(create(call)),
        "get" => Some(get(call)),
        _ => None,
    }
}

/// Accepts a request. Its members must be those of the kind that `@odata.type` names.
fn create(call: &mut Call<'_>) -> Outcome {
    let mut members = body::check(call)?;
    let named = members.get("@odata.type").and_then(Value::as_str);
    let family = tables::product("xdr")
        .entity(ENTITY)
        .map(|base| &base.family);
    let kind = family
        .into_iter()
        .flatten()
        .find(|kind| named.is_some_and(|named| named.eq_ignore_ascii_case(&kind.kind)))
        .ok_or_else(|| Refusal::invalid_body("Request body is incorrect: unknown @odata.type"))?;
    let described = tables::product("xdr").entity(&kind.entity);
    let has = |name: &str| {
        let mut fields = described.into_iter().flat_map(|one| &one.fields);
        fields.any(|field| field.name == name)
    };
    if let Some(foreign) = members.keys().find(|name| !has(name)) {
        return Err(Refusal::invalid_body(format!(
            "Request body is incorrect: unknown property '{foreign}'"
        )));
    }
    if members.contains_key("contentData") {
        members.insert("contentData".to_owned(), "".into());
    }
    let mut made = shape::blank(call, &kind.entity);
    made.extend(members);
    let mut made = Value::Object(made);
    made["@odata.type"] = kind.kind.clone().into();
    made["id"] = random::request_id().into();
    made["createdDateTime"] = iso(call.now).into();
    made["createdBy"] = json!({"user": {"id": call.actor(), "displayName": null}});
    made["contentType"] = content_type(&kind.kind).into();
    made["requestSource"] = "administrator".into();
    made["status"] = "pending".into();
    if made.get("destinationRoutingReason").is_some() {
        made["destinationRoutingReason"] = "notJunk".into();
    }
    let ends = call.action_ends.unwrap_or("completed");
    let note = json!({"id": made["id"], "ends": ends});
    progress::start(call.store, OPEN, note, call.now);
    call.table(ENTITY).insert(made.clone());
    Ok(entity_answer(call, made))
}

/// Returns a request, with its results if the caller expands them.
fn get(call: &mut Call<'_>) -> Outcome {
    let options = Options::read(call.operation, call.request.service, &call.query)?;
    let mut found = record(call, ENTITY, "threat_assessment_request_id")?;
    if options.expanded("results").is_some() {
        found["results"] = results(&found);
    }
    Ok(entity_answer(call, options.project(&found)))
}

/// What the assessment found: what the policies say, and what a new scan says. Empty while it is
/// pending.
fn results(request: &Value) -> Value {
    if request["status"] != "completed" {
        return json!([]);
    }
    let verdict = match request["expectedAssessment"].as_str() {
        Some("unblock") => "Clean",
        _ => request["category"].as_str().unwrap_or("Threat"),
    };
    let result = |kind: &str, message: &str| {
        let subject = format!("{}/{kind}", key_text(&request["id"]));
        json!({
            "id": random::guid(&mut random::rng(0, &subject)), "resultType": kind, "message": message,
            "createdDateTime": request["createdDateTime"],
        })
    };
    json!([
        result("checkPolicy", "No policy applied"),
        result("rescan", verdict)
    ])
}

/// Brings all requests to where they are at `now`.
fn proceed(store: &mut Store, now: Timestamp) {
    progress::proceed(store, OPEN, LASTS, now, |store, note, progress| {
        let requests = store.table("xdr", ENTITY);
        let Some(request) = requests.get_mut(&key_text(&note["id"])) else {
            return false;
        };
        if progress.stage == Stage::Ended {
            request["status"] = note["ends"].clone();
        }
        true
    });
}
