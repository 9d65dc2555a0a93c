//! Files that answers lead to, put to disk.

use std::path::Path;

use auth_core::http_core::{Linked, Operation, Place, Request};
use serde_json::Value;

use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::session::Session;

/// Refuses a place where something is, unless it may be replaced. Decided before anything is sent: what is there may be
/// evidence, and asking again may start a collection anew.
pub(super) fn check_place(place: &Path, force: bool) -> Result<()> {
    if force || place.as_os_str() == "-" {
        return Ok(());
    }
    let is_free = match std::fs::symlink_metadata(place) {
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
        Ok(metadata) => metadata.is_dir() && is_empty(place),
    };
    if is_free {
        return Ok(());
    }
    let message = format!(
        "--download: there is something at `{}` already",
        place.display()
    );
    Err(Failure::refused(message).with_hint("give another place, or --force to replace it"))
}

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

/// Fetches a file to disk, or to standard output for `-`.
pub(super) async fn fetch(
    session: &mut Session<'_>,
    file: Linked,
    place: &Path,
    force: bool,
) -> Result<()> {
    if place.as_os_str() == "-" {
        let mut download = session.signals.or(file.open()).await??;
        while let Some(chunk) = session.signals.or(download.chunk()).await? {
            session.console.bytes(&chunk?)?;
        }
        return Ok(());
    }
    // Another run may have put something there while this one waited.
    check_place(place, force)?;
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
    (place, force): (&Path, bool),
) -> Result<()> {
    let client = session.context.client(row)?;
    let id = record["id"].as_str().unwrap_or_default();
    let inputs = path_inputs(row);
    let [action, rest @ ..] = &inputs[..] else {
        return Err(Failure::usage(format!("{} takes no id", row.id)));
    };
    let request = Request::new(row).set(action, id);
    let [index, ..] = rest else {
        return fetch(session, client.linked(request), place, force).await;
    };
    std::fs::create_dir_all(place)
        .map_err(|error| Failure::machine(&format!("`{}`", place.display()), &error))?;
    let results = results(record);
    let (all, mut failed) = (results.len(), Vec::new());
    for result in results {
        let file = client.linked(request.clone().set(index, result.index));
        let name = result.file_name();
        match fetch(session, file, &place.join(&name), force).await {
            Ok(()) => {}
            Err(failure) if failure.is_silent() => return Err(failure),
            // The results of other commands are there all the same.
            Err(failure) => {
                failed.push(failure.exit());
                let message = format!("{name}: {}", failure.message());
                session.console.fail(&failure.with_message(message));
            }
        }
    }
    match failed[..] {
        [] => Ok(()),
        [first, ..] => {
            session.console.note(&format!(
                "{} of {all} results were saved; ask for the others with `defender {} {id} NUMBER --download PLACE`",
                all - failed.len(),
                crate::words::command(row.id)
            ));
            // Each was told.
            Err(Failure::silent(match failed.len() == all {
                true => first,
                false => Exit::Attention,
            }))
        }
    }
}

/// The result of one live response command.
struct CommandResult<'a> {
    /// The number by which the service knows the command.
    index: u64,
    kind: &'a str,
}

/// The commands that left a file behind, each once.
fn results(record: &Value) -> Vec<CommandResult<'_>> {
    let mut found: Vec<CommandResult<'_>> = Vec::new();
    for (at, command) in commands(record).enumerate() {
        let kind = kind(command);
        let index = command["index"].as_u64().unwrap_or(at as u64);
        let is_known = found.iter().any(|other| other.index == index);
        if command["commandStatus"] == "Completed" && kind != "PutFile" && !is_known {
            found.push(CommandResult { index, kind });
        }
    }
    found
}

/// The most letters of a kind that go into a file's name.
const LONGEST_KIND: usize = 40;

impl CommandResult<'_> {
    /// The kind comes from the service: only letters and digits of it go into a name, so that it leads nowhere else. The
    /// number in front keeps it from being a name that a system reserves.
    fn file_name(&self) -> String {
        let letters = self.kind.chars().filter(char::is_ascii_alphanumeric);
        let kind: String = letters.take(LONGEST_KIND).collect();
        match &*kind {
            "" => format!("{}-result", self.index),
            kind => format!("{}-{kind}", self.index),
        }
    }
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

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_name_from_the_service_leads_nowhere_else() {
        let name = |kind: &str| CommandResult { index: 7, kind }.file_name();
        for (kind, expected) in [
            ("GetFile", "7-GetFile"),
            ("x/../../escaped", "7-xescaped"),
            ("..\\..\\escaped", "7-escaped"),
            ("C:evil:stream", "7-Cevilstream"),
            ("GetFile\n\u{1b}[2J", "7-GetFile2J"),
            ("CON", "7-CON"),
            ("..", "7-result"),
            ("", "7-result"),
            ("ｆｕｌｌ/wide", "7-wide"),
        ] {
            assert_eq!(name(kind), expected, "{kind:?}");
        }
        assert_eq!(name(&"a".repeat(300)).len(), 2 + LONGEST_KIND);
    }

    #[test]
    fn a_number_that_comes_twice_is_fetched_once() {
        let command = |index: u64, kind: &str| json!({"index": index, "commandStatus": "Completed", "command": {"type": kind}});
        let record = json!({"commands": [command(0, "GetFile"), command(0, "RunScript"), command(1, "PutFile")]});
        let names: Vec<_> = results(&record)
            .iter()
            .map(CommandResult::file_name)
            .collect();
        assert_eq!(names, ["0-GetFile"]);
    }
}
