//! Live response: the commands of a machine action, and the files they leave behind.
//!
//! Commands end with their action. With
//! [`Fault::command_fails`](crate::Fault::command_fails) one of them fails and the later
//! ones are not run.
//!
//! Results are valid JSON. The service was seen to send line breaks and NUL unescaped:
//! [`Fault::raw_control_characters`](crate::Fault::raw_control_characters).
//!
//! Source: `run-live-response.md`, `get-live-response-result.md`; the content of results
//! was observed.

use std::time::Duration;

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use crate::call::{Call, Outcome};
use crate::clock::iso;
use crate::generic::{entity_answer_with, record};
use crate::refusal::Refusal;
use crate::service::Service;
use crate::storage::{self, File};
use crate::store::Store;
use crate::values::key_text;
use crate::wire;

/// Maximum number of sessions at the same time, over all machines.
pub(super) const SESSIONS: usize = 25;
/// Folder of results in the storage.
const FOLDER: &str = "investigation-actions-data";
/// Lifetime of the address of a result.
const LINK: Duration = Duration::from_secs(30 * 60);

/// Checks the commands of a live response.
///
/// | command | parameter | must be in the library |
/// | --- | --- | --- |
/// | `PutFile` | `FileName` | yes |
/// | `RunScript` | `ScriptName`, optional `Args` | yes |
/// | `GetFile` | `Path` | no |
///
/// # Errors
///
/// 400 without commands, for an unknown type, a missing parameter, or a file that is not in
/// the library.
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

/// The commands of a new action.
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

/// The end of an action.
pub(super) struct End<'a> {
    pub(super) started: Timestamp,
    pub(super) ended: Timestamp,
    /// The action's status.
    pub(super) status: &'a str,
    /// Index of the command that failed.
    pub(super) fails: u64,
}

/// Sets the commands of an ended action. Those after a failed one stay `Created`.
pub(super) fn finish(action: &mut Value, end: &End<'_>) {
    let failed = match end.status {
        "Succeeded" => u64::MAX,
        "Failed" => end.fails,
        _ => return,
    };
    let commands = action["commands"].as_array_mut().into_iter().flatten();
    for (index, command) in (0..=failed).zip(commands) {
        let (state, errors) = if index == failed {
            ("Failed", json!(["The command failed."]))
        } else {
            ("Completed", json!([]))
        };
        command["commandStatus"] = state.into();
        command["errors"] = errors;
        command["startTime"] = iso(end.started).into();
        command["endTime"] = iso(end.ended).into();
    }
}

/// The result of a command by its address: a transcript or a made-up file.
pub(crate) fn file_of(store: &mut Store, path: &str) -> Option<File> {
    let mut parts = path.split('/').skip_while(|part| *part != FOLDER).skip(1);
    let (id, kind, index) = (parts.next()?, parts.next()?, parts.next()?);
    let action = store.table("mde", "MachineAction").get(id)?;
    let command = &action["commands"].get(index.parse::<usize>().ok()?)?["command"];
    let param = |name: &str| {
        let mut params = command["params"].as_array().into_iter().flatten();
        let found = params.find(|param| param["key"] == *name);
        found
            .and_then(|param| param["value"].as_str())
            .unwrap_or_default()
    };
    if kind == "RunScript" {
        let said = format!("Transcript started\r\narguments: {}\r\n\0", param("Args"));
        let result = json!({"script_name": param("ScriptName"), "exit_code": 0, "script_output": said,
                            "script_errors": ""});
        let file = File::new("application/json", result.to_string().into_bytes());
        return Some(file.named(format!("{id}_{index}.json")));
    }
    let path = param("Path");
    let text = format!("content of {path}\n").repeat(4_000);
    let name = path.rsplit(['\\', '/']).next().unwrap_or(path);
    let file = File::new("application/gzip", wire::gzip(text.as_bytes()).ok()?);
    Some(file.named(format!("{name}.gz")))
}

/// The signed address of the result of a command. 404 before the command has completed, and
/// for `PutFile`, which has no result.
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
    let name = format!("{FOLDER}/{id}/{kind}/{index}");
    let path = storage::path(call.store, &name);
    let link = storage::signed(call.url(Service::Storage), &path, call.now, LINK);
    Ok(entity_answer_with(call, 200, json!({"value": link})))
}
