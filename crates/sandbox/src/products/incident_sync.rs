//! One incident in two products: a change in Defender XDR is visible in Graph, and the
//! other way round.

use serde_json::Value;

use super::alert_sync::{camel_or_other, pascal_or_other};
use crate::store::Store;
use crate::values::key_text;

/// Names of a member in Defender XDR and in Graph.
const MEMBERS: [(&str, &str); 6] = [
    ("status", "status"),
    ("classification", "classification"),
    ("determination", "determination"),
    ("assignedTo", "assignedTo"),
    ("tags", "customTags"),
    ("lastUpdateTime", "lastUpdateDateTime"),
];

/// Carries a change made in Defender XDR to Graph.
pub(super) fn changed_in_xdr(store: &mut Store, incident: &Value) {
    let id = key_text(&incident["incidentId"]);
    if let Some(other) = store.table("xdr", "Incident").get_mut(&id) {
        for (xdr, graph) in MEMBERS {
            other[graph] = camel_or_other(xdr, &incident[xdr]);
        }
    }
}

/// Carries a change made in Graph to Defender XDR.
pub(super) fn changed_in_graph(store: &mut Store, incident: &Value) {
    let id = key_text(&incident["id"]);
    if let Some(other) = store.table("xdr", "XdrIncident").get_mut(&id) {
        for (xdr, graph) in MEMBERS {
            other[xdr] = match (xdr, incident[graph].as_str()) {
                // Defender XDR has another word for a missing verdict.
                ("determination", Some("unknown")) => "NotAvailable".into(),
                _ => pascal_or_other(xdr, &incident[graph]),
            };
        }
    }
}
