//! One alert in three products: a change in one is visible in the others.
//!
//! The services synchronize within minutes; the emulator does so at once. Members that only
//! one product has are not carried over.

use serde_json::Value;

use crate::store::Store;
use crate::values::{key_text, lower_first, upper_first};

/// Names of a member in Defender for Endpoint, in Graph, and in an incident of Defender
/// XDR.
const MEMBERS: [(&str, &str, &str); 6] = [
    ("status", "status", "status"),
    ("classification", "classification", "classification"),
    ("determination", "determination", "determination"),
    ("assignedTo", "assignedTo", "assignedTo"),
    ("lastUpdateTime", "lastUpdateDateTime", "lastUpdatedTime"),
    ("resolvedTime", "resolvedDateTime", "resolvedTime"),
];

/// Members whose values Graph writes with a small first letter, and the others with a
/// capital.
const WORDS: [&str; 3] = ["status", "classification", "determination"];

/// Carries a change in Defender for Endpoint to Graph and Defender XDR.
pub(super) fn changed_in_mde(store: &mut Store, alert: &Value) {
    let id = key_text(&alert["id"]);
    if let Some(other) = store.table("xdr", "Alert").get_mut(&id) {
        for (mde, graph, _) in MEMBERS {
            other[graph] = camel_or_other(mde, &alert[mde]);
        }
    }
    into_incident(store, alert);
}

/// Carries a change in Graph to Defender for Endpoint and Defender XDR.
pub(super) fn changed_in_graph(store: &mut Store, alert: &Value) {
    let id = key_text(&alert["id"]);
    let Some(other) = store.table("mde", "Alert").get_mut(&id) else {
        return;
    };
    for (mde, graph, _) in MEMBERS {
        other[mde] = pascal_or_other(mde, &alert[graph]);
    }
    let other = other.clone();
    into_incident(store, &other);
}

/// Updates the copy of an alert in its incident of Defender XDR.
fn into_incident(store: &mut Store, alert: &Value) {
    let number = key_text(&alert["incidentId"]);
    let Some(incident) = store.table("xdr", "XdrIncident").get_mut(&number) else {
        return;
    };
    for inner in incident["alerts"].as_array_mut().into_iter().flatten() {
        if inner["alertId"] == alert["id"] {
            for (mde, _, xdr) in MEMBERS {
                inner[xdr] = match alert[mde].as_str() {
                    // The pages of Defender XDR know `Clean` and not `NotMalicious`.
                    Some("NotMalicious") if xdr == "determination" => "Clean".into(),
                    _ => alert[mde].clone(),
                };
            }
        }
    }
}

/// A value in the spelling of Graph.
pub(super) fn camel_or_other(member: &str, value: &Value) -> Value {
    spelled(member, value, lower_first)
}

/// A value in the spelling of the other products.
pub(super) fn pascal_or_other(member: &str, value: &Value) -> Value {
    spelled(member, value, upper_first)
}

fn spelled(member: &str, value: &Value, spell: fn(&str) -> String) -> Value {
    match value.as_str() {
        Some(word) if WORDS.contains(&member) => spell(word).into(),
        _ => value.clone(),
    }
}
