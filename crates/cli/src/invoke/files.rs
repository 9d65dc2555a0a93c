//! Files that answers lead to, put to disk.

use std::path::Path;

use auth_core::http_core::{Client, Linked, Operation, Place, Request};
use serde_json::Value;

use super::Session;
use crate::failure::{Failure, Result};

/// Fetches a file to disk, or to standard output for `-`.
pub(super) async fn fetch(session: &mut Session<'_>, file: Linked, place: &Path) -> Result<()> {
    if place.as_os_str() == "-" {
        let mut download = session.signals.or(file.open()).await??;
        while let Some(chunk) = session.signals.or(download.chunk()).await? {
            session.console.bytes(&chunk?)?;
        }
        return Ok(());
    }
    let length = session.signals.or(file.save(place)).await??;
    session
        .console
        .note(&format!("{}: {length} bytes", place.display()));
    Ok(())
}

/// Fetches what an action that is over has left behind: one file, or one for each command that was carried out.
pub(super) async fn fetch_results(
    session: &mut Session<'_>,
    row: &'static Operation,
    record: &Value,
    place: &Path,
) -> Result<()> {
    let client = session.context.client(row)?;
    let id = record["id"].as_str().unwrap_or_default();
    let inputs = path_inputs(row);
    let [action, rest @ ..] = &inputs[..] else {
        return Err(Failure::usage(format!("{} takes no id", row.id)));
    };
    let request = Request::new(row).set(action, id);
    let [index, ..] = rest else {
        return fetch(session, client.linked(request), place).await;
    };
    std::fs::create_dir_all(place)
        .map_err(|error| Failure::machine(&format!("`{}`", place.display()), &error))?;
    fetch_each(session, &client, (&request, index), record, place).await
}

async fn fetch_each(
    session: &mut Session<'_>,
    client: &Client,
    (request, input): (&Request, &'static str),
    record: &Value,
    folder: &Path,
) -> Result<()> {
    for (at, command) in commands(record).enumerate() {
        let kind = kind(command);
        if command["commandStatus"] != "Completed" || kind == "PutFile" {
            continue;
        }
        let index = command["index"].as_u64().unwrap_or(at as u64);
        let file = client.linked(request.clone().set(input, index));
        fetch(session, file, &folder.join(format!("{index}-{kind}"))).await?;
    }
    Ok(())
}

/// Says which commands of an action that is over failed or were left out.
pub(super) fn tell_of_commands(session: &mut Session<'_>, record: &Value) {
    for (at, command) in commands(record).enumerate() {
        let (number, kind) = (at + 1, kind(command));
        let errors: Vec<_> = command["errors"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        match command["commandStatus"].as_str().unwrap_or_default() {
            "Completed" => {}
            "Created" => session
                .console
                .warn(&format!("command {number} ({kind}) was not run")),
            status => session.console.warn(&format!(
                "command {number} ({kind}): {status} {}",
                errors.join("; ")
            )),
        }
    }
}

fn commands(record: &Value) -> impl Iterator<Item = &Value> {
    record["commands"].as_array().into_iter().flatten()
}

fn kind(command: &Value) -> &str {
    command["command"]["type"].as_str().unwrap_or_default()
}

/// The inputs in a row's path, in their order there.
pub(super) fn path_inputs(row: &'static Operation) -> Vec<&'static str> {
    let inputs = row.params.iter().filter(|param| param.place == Place::Path);
    let mut names: Vec<_> = inputs.map(|param| param.name).collect();
    names.sort_by_key(|name| row.path.find(&format!("{{{name}}}")));
    names
}
