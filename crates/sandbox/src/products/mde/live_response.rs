//! Live response: the commands of an action and their results.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::{entity_answer_with, record};
use crate::refusal::Refusal;
use crate::service::Service;
use crate::storage;
use crate::store::key_text;

/// Sessions that may be under way at once, over all devices.
pub(super) const SESSIONS: usize = 25;
/// How long a link to a result lasts.
const LINK: Duration = Duration::from_secs(30 * 60);

/// Refuses commands that cannot be run: an unknown type, a missing parameter, an unknown script.
pub(super) fn check(call: &mut Call<'_>, members: &Map<String, Value>) -> Result<(), Refusal> {
    let commands = members.get("Commands").and_then(Value::as_array);
    let commands = commands.filter(|commands| !commands.is_empty());
    for command in commands.ok_or_else(|| Refusal::missing_parameter("Commands"))? {
        let wanted = match command["type"].as_str() {
            Some("PutFile") => "FileName",
            Some("RunScript") => "ScriptName",
            Some("GetFile") => "Path",
            _ => {
                return Err(Refusal::invalid_body(
                    "Request body is incorrect: invalid command type",
                ));
            }
        };
        let params = command["params"].as_array().into_iter().flatten();
        let value = params
            .clone()
            .find(|param| param["key"] == *wanted)
            .and_then(|param| param["value"].as_str());
        let value = value.ok_or_else(|| Refusal::missing_parameter(wanted))?;
        if wanted != "Path" && call.table("LibraryFile").get(value).is_none() {
            return Err(Refusal::invalid_input(format!(
                "File '{value}' is not in the library"
            )));
        }
    }
    Ok(())
}

/// The commands as the new action shows them.
pub(super) fn commands(members: &Map<String, Value>) -> Value {
    let commands = members
        .get("Commands")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .enumerate();
    commands
        .map(|(index, command)| {
            json!({"index": index, "startTime": null, "endTime": null, "commandStatus": "Created", "errors": [],
                   "command": command})
        })
        .collect()
}

/// Sets the commands of an action that is over.
pub(super) fn finish(action: &mut Value, started: Timestamp, ended: Timestamp, status: &str) {
    let (state, errors) = match status {
        "Succeeded" => ("Completed", json!([])),
        "Failed" => ("Failed", json!(["The command failed."])),
        _ => return,
    };
    for command in action["commands"].as_array_mut().into_iter().flatten() {
        command["commandStatus"] = state.into();
        command["errors"] = errors.clone();
        command["startTime"] = iso(started).into();
        command["endTime"] = iso(ended).into();
    }
}

/// The link to what a command has left: there is none before its end, and none for a PutFile.
pub(super) fn result(call: &mut Call<'_>) -> Outcome {
    let action = record(call, "MachineAction", "action_id")?;
    let (id, index) = (key_text(&action["id"]), call.path("index"));
    let command = index
        .parse::<usize>()
        .ok()
        .and_then(|index| action["commands"].get(index));
    let kind = command
        .filter(|command| command["commandStatus"] == "Completed")
        .and_then(|command| command["command"]["type"].as_str())
        .filter(|kind| *kind != "PutFile")
        .ok_or_else(|| {
            Refusal::not_found("Result of machine action", &format!("{id} command {index}"))
        })?;
    let name = format!("investigation-actions-data/{id}/{kind}/{index}");
    let path = storage::path(call.store, &name);
    let link = storage::signed(call.url(Service::Storage), &path, call.now, LINK);
    Ok(entity_answer_with(call, 200, json!({"value": link})))
}
