//! Defender for Identity in Graph: actions on accounts, auto-auditing, sensors.
//!
//! Effects are those that another operation shows. An account is disabled at once; at the
//! service this takes minutes and can fail for single directories.
//!
//! Source: `security-identityaccounts-invokeaction.md`,
//! `security-sensorcandidate-activate.md`.

use serde_json::{Value, json};

use crate::answer::Answer;
use crate::call::{Call, Outcome};
use crate::generic::{body, entity_answer, record};
use crate::random;
use crate::values::{key_text, texts};

/// Answers an operation of Defender for Identity, unless a data folder has its response.
pub(super) fn answer(call: &mut Call<'_>) -> Option<Outcome> {
    let data = call.store.data.as_ref();
    if data.is_some_and(|data| data.object(&call.operation.id).is_some()) {
        return None;
    }
    Some(match call.operation.id.as_str() {
        "graph.identity_accounts.invoke_action" => invoke(call),
        "graph.identity_settings.update_auto_auditing" => set_auto_auditing(call),
        "graph.sensor_candidates.activate" => activate(call),
        "graph.sensor_migration.migrate" => migrate(call),
        "graph.sensors.regenerate_deployment_access_key" => renew_key(call),
        _ => return None,
    })
}

/// Disables or enables an account. Other actions have no visible effect. The response
/// repeats the request.
fn invoke(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    let mut person = record(call, "IdentityAccounts", "identity_accounts_id")?;
    match members["action"].as_str() {
        Some("disable") => person["isEnabled"] = false.into(),
        Some("enable") => person["isEnabled"] = true.into(),
        _ => {}
    }
    call.table("IdentityAccounts").insert(person);
    let mut done = Value::Object(members);
    done["correlationId"] = random::request_id().into();
    Ok(entity_answer(call, done))
}

fn set_auto_auditing(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    if let Some(settings) = call.table("AutoAuditingConfiguration").rows_mut().next() {
        settings["isAutomatic"] = members["isAutomatic"].clone();
    }
    Ok(Answer::empty(call.operation.response.status))
}

/// An activated server is no longer a candidate.
fn activate(call: &mut Call<'_>) -> Outcome {
    let members = body::check(call)?;
    for id in members["serverIds"].as_array().into_iter().flatten() {
        call.table("SensorCandidate").remove(&key_text(id));
    }
    Ok(Answer::empty(call.operation.response.status))
}

/// Starts the migration of the named sensors. One that is unknown or not ready fails.
fn migrate(call: &mut Call<'_>) -> Outcome {
    let ids = texts(&body::check(call)?, "sensorIds");
    let mut begun = Vec::new();
    for sensor in call.table("SensorMigration").rows_mut() {
        let id = key_text(&sensor["id"]);
        if ids.contains(&id) && sensor["migrationState"] == "readyForMigration" {
            sensor["migrationState"] = "migrating".into();
            begun.push(id);
        }
    }
    let failed: Vec<_> = ids.iter().filter(|id| !begun.contains(id)).collect();
    let answer = json!({"successfulMigrationSensorIds": begun, "failedMigrationSensorIds": failed});
    Ok(entity_answer(call, answer))
}

/// Replaces the deployment access key.
fn renew_key(call: &mut Call<'_>) -> Outcome {
    let key = json!({"deploymentAccessKey": random::request_id()});
    if let Some(known) = call.table("DeploymentAccessKeyType").rows_mut().next() {
        *known = key.clone();
    }
    Ok(entity_answer(call, key))
}
