//! Discovered apps: details, and whether an app is sanctioned.
//!
//! Setting an app as sanctioned or unsanctioned (banned) is visible among its tags in Graph
//! and in the block script. Tags made by the tenant are in `discovery`.
//!
//! Source: `apiDefinition.swagger.json`; `security-discoveredcloudappdetail-get.md`.

use serde_json::Value;

use super::filter::invalid;
use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic::{body, entity_answer, exists, record};

/// The tag of sanctioned apps.
pub(super) const SANCTIONED: &str = "Sanctioned";
/// The tag of unsanctioned apps.
pub(super) const UNSANCTIONED: &str = "Unsanctioned";

/// Replaces the one tag by the other.
pub(super) fn set_tag(call: &mut Call<'_>, tag: &str) -> Outcome {
    body::check(call)?;
    let id = call.path("app_id");
    if id.parse::<i64>().is_err() {
        return Err(invalid(&id.into()));
    }
    let mut app = record(call, "DiscoveredCloudAppDetail", "app_id")?;
    let mut tags = app["tags"].as_array().cloned().unwrap_or_default();
    tags.retain(|tag| *tag != SANCTIONED && *tag != UNSANCTIONED);
    tags.push(tag.into());
    app["tags"] = tags.into();
    call.table("DiscoveredCloudAppDetail").insert(app);
    Ok(Answer::empty(200))
}

/// The catalog entry of a discovered app.
pub(super) fn info(call: &mut Call<'_>) -> Outcome {
    exists(call, "CloudAppDiscoveryReport", "stream_id")?;
    let info = record(call, "DiscoveredCloudAppInfo", "app_id")?;
    Ok(entity_answer(call, info))
}

/// Domains of all unsanctioned apps.
pub(super) fn unsanctioned_domains(call: &mut Call<'_>) -> Vec<String> {
    let apps = call.table("DiscoveredCloudAppDetail");
    let is_unsanctioned = |app: &&Value| {
        let mut tags = app["tags"].as_array().into_iter().flatten();
        tags.any(|tag| *tag == UNSANCTIONED)
    };
    let domains = apps.rows().filter(is_unsanctioned).flat_map(|app| {
        let domains = app["domains"].as_array().into_iter().flatten();
        domains.filter_map(Value::as_str).map(str::to_owned)
    });
    domains.collect()
}
