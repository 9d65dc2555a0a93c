//! Defender for Endpoint: alerts, machines, actions, indicators, investigations,
//! vulnerability management, exports, live response.
//!
//! Not emulated: device groups as a limit of what a caller sees, the SIEM API, events of the
//! streaming API (its settings are kept and have no effect).
//!
//! Source: the API reference of Defender for Endpoint; documents of each operation are in
//! `reference`.

mod actions;
mod alerts;
mod authenticated_scans;
mod exports;
mod indicators;
mod investigations;
mod library;
mod live_response;
mod lookup;
mod machines;
mod observables;
mod scores;
mod vulnerabilities;

pub(crate) use exports::file_of as export_file;
pub(crate) use live_response::file_of as live_response_file;

use super::hunting;
use crate::call::{Call, Outcome};

/// Answers an operation that the tables do not describe. `None` for others.
pub(super) fn answer(call: &mut Call<'_>) -> Option<Outcome> {
    actions::proceed(call.store, call.now);
    investigations::proceed(call.store, call.now);
    let mut parts = call.operation.id.splitn(3, '.').skip(1);
    let (group, verb) = (parts.next()?, parts.next()?);
    match group {
        "advanced_hunting" => Some(hunting::run_mde(call)),
        "alerts" => alerts::answer(call, verb),
        "assessments" => exports::answer(call, verb),
        "authenticated_scans" => authenticated_scans::answer(call, verb),
        "device_health" if verb == "export_antivirus" => {
            exports::answer(call, "export_information_gathering")
        }
        "domains" | "files" | "ips" | "users" => observables::answer(call, verb),
        "indicators" => indicators::answer(call, verb),
        "investigations" => investigations::answer(call, verb),
        "library_files" => library::answer(call, verb),
        "machine_actions" => actions::answer(call, verb),
        "machines" => machines::answer(call, verb),
        "scores" => scores::answer(call, verb),
        "recommendations" | "remediation_tasks" | "software" | "vulnerabilities" => {
            vulnerabilities::answer(call, verb)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
