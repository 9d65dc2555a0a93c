//! Exposure scores of machine groups. The scores of the tenant are seeded.
//!
//! Source: `get-machine-group-exposure-score.md`, `score.md` (`rbacGroupId`). The formula of the service is not
//! documented.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::list::of_rows;

/// Answers the score by machine group, computed from the seeded devices. `None` for the other scores.
pub(super) fn answer(call: &mut Call<'_>, verb: &str) -> Option<Outcome> {
    (verb == "list_exposure_by_machine_group").then(|| by_group(call))
}

/// One score per group: the percentage of its machines with high exposure.
fn by_group(call: &mut Call<'_>) -> Outcome {
    let seeder = call.store.seeder();
    let estate = seeder.estate();
    let mut groups: BTreeMap<(i64, &str), (u32, u32)> = BTreeMap::new();
    for device in &estate.devices {
        let Some(name) = device.group_name else {
            continue;
        };
        let (exposed, all) = groups.entry((device.group_id, name)).or_default();
        *exposed += u32::from(device.exposure == "High");
        *all += 1;
    }
    let now = iso(call.now);
    let rows = groups.into_iter().map(|((id, name), (exposed, all))| {
        let score = f64::from(exposed) * 100.0 / f64::from(all);
        json!({"time": now, "score": score, "rbacGroupName": name, "rbacGroupId": id})
    });
    let rows: Vec<Value> = rows.collect();
    of_rows(call, &rows)
}
