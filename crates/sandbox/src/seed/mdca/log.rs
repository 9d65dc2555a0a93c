//! The governance log: what the service did.
//!
//! An action that is pending has no status. The observed records of a parsed traffic log have a message, of which the
//! portal makes a sentence.
//!
//! Source: public clients, see `GovernanceLogEntry` in the tables.

use fastrand::Rng;
use serde_json::{Value, json};

use crate::clock::earlier;
use crate::random::hex;
use crate::seed::seeder::Seeder;
use crate::seed::words;

/// Number of entries of the governance log.
pub(super) const ENTRIES: usize = 24;

/// An entry of the governance log. Every fifth action failed, the newest one is pending and has no status.
pub(super) fn entry(seeder: &Seeder, number: usize, rng: &mut Rng) -> Value {
    const TASKS: [&str; 4] = [
        "DiscoveryParseLogTask",
        "QuarantineTask",
        "TrashFileTask",
        "SuspendUserTask",
    ];
    let minutes = i64::try_from(number + 1).unwrap_or(1) * 95;
    let (task, is_success) = (TASKS[number % TASKS.len()], !number.is_multiple_of(5));
    let started = earlier(seeder.plan().base, minutes * 60).as_millisecond();
    let mut entry = json!({
        "_id": hex(rng, 24), "taskName": task, "appId": words::APPS[number % words::APPS.len()].0,
        "timestamp": started, "updateTimestamp": started,
    });
    if number > 0 {
        entry["updateTimestamp"] = (started + 40_000).into();
        entry["status"] = match task {
            "DiscoveryParseLogTask" => parsed(is_success),
            _ => json!({"isSuccess": is_success}),
        };
    }
    entry
}

/// The status of a log that was parsed.
pub(crate) fn parsed(is_success: bool) -> Value {
    let (text, parameters) = match is_success {
        true => (
            "PARSED_LOG_FILE_ALL_RELEVANT",
            json!({"transactionsCount": 1200, "cloudServicesCount": 14}),
        ),
        false => ("UNEXPECTED_FORMAT", json!({"dataSource": "GENERIC_CEF"})),
    };
    let template = format!("REPOOPER_COMPLETION_STATUS_BASELOGPARSER_{text}");
    json!({"isSuccess": is_success, "templateMessage": {"template": template, "parameters": parameters}})
}
