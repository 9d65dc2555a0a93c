//! Files that answers lead to, put to disk.

use std::path::{Path, PathBuf};

use auth_core::http_core::{Fetch, Linked, Operation};
use serde_json::Value;

use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::session::Session;

/// Refuses a place where something is, unless it may be replaced. Decided before anything is sent: what is there may be
/// evidence, and asking again may start a collection anew.
pub(super) fn check_place(place: &Path, force: bool) -> Result<()> {
    if force || is_stream(place) {
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

/// Whether the place is standard output.
pub(super) fn is_stream(place: &Path) -> bool {
    place.as_os_str() == "-"
}

/// Refuses standard output for what may be several files. Decided before anything is sent.
pub(super) fn check_stream(operation: &'static Operation, place: Option<&PathBuf>) -> Result<()> {
    let then = operation
        .action
        .completion
        .and_then(|completion| completion.then);
    let is_several = then.is_some_and(|then| then.each.is_some());
    match place {
        Some(place) if is_several && is_stream(place) => {
            let message = "--download takes a folder here, not standard output: each command may leave a file";
            Err(Failure::usage(message).with_operation(operation.id))
        }
        _ => Ok(()),
    }
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
    if is_stream(place) {
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
    then: &Fetch,
    record: &Value,
    (place, force): (&Path, bool),
) -> Result<()> {
    let client = session.context.client(then.ask)?;
    let results = then.results(record);
    if then.each.is_none() {
        for result in results {
            fetch(session, client.linked(result.request), place, force).await?;
        }
        return Ok(());
    }
    std::fs::create_dir_all(place)
        .map_err(|error| Failure::machine(&format!("`{}`", place.display()), &error))?;
    let (all, mut failed) = (results.len(), Vec::new());
    for result in results {
        let name = operations::file_name(&result);
        let file = client.linked(result.request);
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
            let id = record["id"].as_str().unwrap_or_default();
            session.console.note(&format!(
                "{} of {all} results were saved; ask for the others with `{} {id} NUMBER --download PLACE`",
                all - failed.len(),
                crate::program::call(crate::words::command(then.ask.id))
            ));
            // Each was told.
            Err(Failure::silent(match failed.len() == all {
                true => first,
                false => Exit::Attention,
            }))
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::app::App;
    use operations::file_name;

    #[test]
    fn a_name_from_the_service_leads_nowhere_else() {
        let catalog = App::built_in().catalog();
        let run = catalog.by_id("mde.machines.run_live_response").unwrap();
        let then = run.action.completion.unwrap().then.unwrap();
        let name = |kind: &str| {
            let command =
                json!({"index": 7, "commandStatus": "Completed", "command": {"type": kind}});
            file_name(&then.results(&json!({"id": "a", "commands": [command]}))[0])
        };
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
        assert_eq!(name(&"a".repeat(300)).len(), 42);
    }
}
