//! Audit searches and threat submissions: accepted at once, run after 30 seconds of virtual
//! time, ended after 60.
//!
//! The verdict of a submission is made up. Source:
//! `security-auditcoreroot-post-auditlogqueries.md`,
//! `security-emailthreatsubmission-post-emailthreats.md`.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::json;

use crate::call::{Call, Outcome};
use crate::generic::progress::{self, Stage};
use crate::generic::{self, entity_answer};
use crate::store::Store;
use crate::values::key_text;

/// Time from the start to the end.
const LASTS: Duration = Duration::from_secs(60);
/// The store's list of searches and submissions that have not ended.
const OPEN: &str = "started in Graph";

/// Creates the record in its first state, `notStarted`.
pub(super) fn start(call: &mut Call<'_>) -> Outcome {
    let members = generic::body::check(call)?;
    let entity = call.operation.response.entity.clone().unwrap_or_default();
    let mut record = generic::shape::blank(call, &entity);
    record.extend(members);
    generic::shape::stamp(call, &entity, &mut record, true);
    let id = crate::random::request_id();
    record.insert("id".to_owned(), id.clone().into());
    record.insert("status".to_owned(), "notStarted".into());
    let ends = call.action_ends.unwrap_or("succeeded");
    let note = json!({"id": id, "entity": entity, "ends": ends});
    progress::start(call.store, OPEN, note, call.now);
    let record = serde_json::Value::Object(record);
    call.table(&entity).insert(record.clone());
    Ok(entity_answer(call, record))
}

/// Brings all searches and submissions to where they are at `now`.
pub(super) fn proceed(store: &mut Store, now: Timestamp) {
    progress::proceed(store, OPEN, LASTS, now, |store, note, progress| {
        let entity = note["entity"].as_str().unwrap_or_default();
        let table = store.table("xdr", entity);
        let Some(record) = table.get_mut(&key_text(&note["id"])) else {
            return false;
        };
        match progress.stage {
            Stage::Accepted => {}
            Stage::Running => record["status"] = "running".into(),
            Stage::Ended => record["status"] = note["ends"].clone(),
        }
        true
    });
}
