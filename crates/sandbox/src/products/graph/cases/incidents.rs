//! Cases of incidents: each shows the members of its incident, and a change of either is one of both.

use serde_json::Value;

use crate::products::incident_sync;
use crate::store::Store;
use crate::values::key_text;

/// Members that a case and its incident share, with the same name.
const SHARED: [&str; 6] = [
    "displayName",
    "classification",
    "determination",
    "severity",
    "summary",
    "assignedTo",
];

/// Carries the members of incidents to their cases.
///
/// Called before each operation on cases, so that a change made through alerts, incidents or Defender XDR is visible. A
/// member that the incident does not have stays as the case has it.
pub(super) fn refresh(store: &mut Store) {
    let cases: Vec<Value> = store
        .table("xdr", "Case")
        .rows()
        .filter(|case| case["incidentId"].is_i64() || case["incidentId"].is_u64())
        .cloned()
        .collect();
    for mut case in cases {
        let number = key_text(&case["incidentId"]);
        let Some(incident) = store.table("xdr", "Incident").get(&number) else {
            continue;
        };
        let differs = SHARED
            .iter()
            .filter(|name| !incident[**name].is_null() && incident[**name] != case[**name]);
        let changes: Vec<_> = differs
            .map(|name| (*name, incident[*name].clone()))
            .collect();
        if changes.is_empty() {
            continue;
        }
        for (name, value) in changes {
            case[name] = value;
        }
        store.table("xdr", "Case").insert(case);
    }
}

/// Carries a change of a case to its incident.
pub(super) fn changed(store: &mut Store, case: &Value) {
    let number = key_text(&case["incidentId"]);
    let Some(incident) = store.table("xdr", "Incident").get_mut(&number) else {
        return;
    };
    for name in SHARED {
        incident[name] = case[name].clone();
    }
    incident["lastUpdateDateTime"] = case["lastModifiedDateTime"].clone();
    let incident = incident.clone();
    incident_sync::changed_in_graph(store, &incident);
}
