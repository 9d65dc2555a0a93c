//! One alert, three faces: what is changed in one product shows in the others.

use serde_json::Value;

use crate::store::Store;
use crate::values::{key_text, lower_first, upper_first};

/// The same member in Defender for Endpoint, in Graph, and inside an incident of Defender XDR.
const MEMBERS: [(&str, &str, &str); 6] = [
    ("status", "status", "status"),
    ("classification", "classification", "classification"),
    ("determination", "determination", "determination"),
    ("assignedTo", "assignedTo", "assignedTo"),
    ("lastUpdateTime", "lastUpdateDateTime", "lastUpdatedTime"),
    ("resolvedTime", "resolvedDateTime", "resolvedTime"),
];

/// Members that hold words: Graph writes them with a small first letter, the others with a capital.
const WORDS: [&str; 3] = ["status", "classification", "determination"];

/// Carries a change made in Defender for Endpoint to Graph and Defender XDR.
pub(super) fn changed_in_mde(store: &mut Store, alert: &Value) {
    let id = key_text(&alert["id"]);
    if let Some(other) = store.table("xdr", "Alert").get_mut(&id) {
        for (mde, graph, _) in MEMBERS {
            other[graph] = camel_or_other(mde, &alert[mde]);
        }
    }
    into_incident(store, alert);
}

/// Carries a change made in Graph to Defender for Endpoint and Defender XDR.
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

fn into_incident(store: &mut Store, alert: &Value) {
    let number = key_text(&alert["incidentId"]);
    let Some(incident) = store.table("xdr", "XdrIncident").get_mut(&number) else {
        return;
    };
    for inner in incident["alerts"].as_array_mut().into_iter().flatten() {
        if inner["alertId"] == alert["id"] {
            for (mde, _, xdr) in MEMBERS {
                inner[xdr] = alert[mde].clone();
            }
        }
    }
}

/// A word as Graph writes it; anything else as it is.
pub(super) fn camel_or_other(member: &str, value: &Value) -> Value {
    spelled(member, value, lower_first)
}

/// A word as the others write it; anything else as it is.
pub(super) fn pascal_or_other(member: &str, value: &Value) -> Value {
    spelled(member, value, upper_first)
}

fn spelled(member: &str, value: &Value, spell: fn(&str) -> String) -> Value {
    match value.as_str() {
        Some(word) if WORDS.contains(&member) => spell(word).into(),
        _ => value.clone(),
    }
}
