//! Alerts of Defender for Cloud Apps: read marks and closing.
//!
//! Closing takes filters, not ids, so one call can close many alerts. The older calls
//! (`dismiss_bulk`, `resolve`) are handled like the newer ones that replaced them.
//!
//! Source: `api-alerts-close-*.md`; older pages of the same documentation.

use serde_json::{Value, json};

use super::filter::{Filter, invalid};
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::body;
use crate::refusal::Refusal;
use crate::values::key_text;

/// Answers an operation on alerts. `None` for lists.
pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    Some(match verb {
        "get" => alert(call).map(|alert| Answer::json(200, alert)),
        "mark_read" => mark(call, 1),
        "mark_unread" => mark(call, 0),
        "close_benign" => close(call, 4, "closed_benign"),
        // The older calls were mapped to the newer ones.
        "close_false_positive" | "dismiss_bulk" => close(call, 3, "closed_false_positive"),
        "close_true_positive" | "resolve" => close(call, 5, "closed_true_positive"),
        "dismiss" => dismiss(call),
        _ => return None,
    })
}

/// The alert in the path. An id that is not 24 hexadecimal digits gets 400 instead of 404.
fn alert(call: &mut Call<'_>) -> Result<Value, Refusal> {
    let id = call.path("alert_id");
    if id.len() != 24 || !id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(invalid(&id.into()));
    }
    call.table("Alert")
        .get(&id)
        .cloned()
        .ok_or_else(|| Refusal::not_found("Alert", &id))
}

/// Marks an alert as read (1) or unread (0).
fn mark(call: &mut Call<'_>, status: i64) -> Outcome {
    let mut alert = alert(call)?;
    alert["statusValue"] = status.into();
    call.table("Alert").insert(alert);
    Ok(Answer::empty(200))
}

/// Closes one alert as a false positive.
fn dismiss(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let mut alert = alert(call)?;
    settle(call, &mut alert, 3, members.get("comment"));
    call.table("Alert").insert(alert);
    Ok(Answer::empty(200))
}

/// Closes the open alerts that match the filters. Ids that are unknown or closed already
/// are returned as `alertsNotFound`. `resolution` is the number of the closing state.
fn close(call: &mut Call<'_>, resolution: i64, counter: &str) -> Outcome {
    let members = body::check(call)?;
    let filter = Filter::read("Alert", &members["filters"], call.now)?;
    let open: Vec<Value> = call
        .table("Alert")
        .rows()
        .filter(|alert| alert["resolutionStatusValue"] == 0 && filter.matches(alert))
        .cloned()
        .collect();
    let closed: Vec<String> = open.iter().map(|alert| key_text(&alert["_id"])).collect();
    for mut alert in open {
        settle(call, &mut alert, resolution, members.get("comment"));
        call.table("Alert").insert(alert);
    }
    let missing: Vec<String> = filter
        .named("id")
        .into_iter()
        .filter(|id| !closed.contains(id))
        .collect();
    let mut body = json!({counter: closed.len()});
    if !missing.is_empty() {
        body["alertsNotFound"] = missing.into();
    }
    Ok(Answer::json(200, body))
}

/// Sets the members of a closed alert.
fn settle(call: &Call<'_>, alert: &mut Value, resolution: i64, comment: Option<&Value>) {
    alert["resolutionStatusValue"] = resolution.into();
    alert["resolveTime"] = iso(call.now).into();
    alert["handledByUser"] = call.actor().into();
    alert["comment"] = comment.cloned().unwrap_or_default();
}
