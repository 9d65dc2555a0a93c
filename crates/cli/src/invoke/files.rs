//! `--download`: saves the files that an answer leads to.
//!
//! A file is written to a temporary name and renamed when it is whole. Nothing is overwritten without `--force`: the check
//! comes before the request, and again before the file is written. For `-` the bytes go to standard output.
//!
//! Names of several files come from `operations::file_name`: a number and letters of the kind, so that a service cannot choose a path.

use auth_core::http_core::{Fetch, Linked, Operation};
use operations::Destination;
use serde_json::Value;

use crate::session::Session;
use terminal::{Doing, Exit, Failure, Result};

/// Fails with exit code 9 if the place is taken.
pub(super) fn check_place(place: &Destination) -> Result<()> {
    place.check().map_err(|message| {
        Failure::refused(format!("--download: {message}"))
            .with_hint("give another place, or --force to replace it")
    })
}

/// Refuses standard output for an operation that may leave several files.
pub(super) fn check_stream(
    operation: &'static Operation,
    place: Option<&Destination>,
) -> Result<()> {
    let completion = operation.action.completion;
    let then = completion.and_then(|completion| completion.then);
    let is_several = then.is_some_and(|then| then.each.is_some());
    if is_several && place.is_some_and(Destination::is_stream) {
        let message =
            "--download takes a folder here, not standard output: each command may leave a file";
        return Err(Failure::usage(message).with_operation(operation.id));
    }
    Ok(())
}

/// Saves one file and prints its size.
pub(super) async fn fetch(
    session: &mut Session<'_>,
    file: Linked,
    place: &Destination,
) -> Result<()> {
    if place.is_stream() {
        let mut download = session.wait(file.open()).await??;
        while let Some(chunk) = session.wait(download.chunk()).await? {
            session.console.bytes(&chunk?)?;
        }
        return Ok(());
    }
    // Another run may have written there while this one waited.
    check_place(place)?;
    let path = place.path();
    let download = session.wait(file.open()).await??;
    let doing = Doing::Receiving(download.received(), download.length());
    session.console.doing(doing);
    let length = session.wait(download.save(path)).await??;
    session.console.doing(Doing::Asking);
    session.note(&format!("{}: {length} bytes", path.display()));
    Ok(())
}

/// Saves the results of an action: one file, or one for each command in a folder.
///
/// A file that fails is reported and the others are saved. Then the exit code is 3, or that of the first failure if no file
/// was saved.
pub(super) async fn fetch_results(
    session: &mut Session<'_>,
    then: &Fetch,
    record: &Value,
    place: Destination,
) -> Result<()> {
    let client = session.context.client(then.ask)?;
    let results = then.results(record);
    if then.each.is_none() {
        for result in results {
            fetch(session, client.linked(result.request), &place).await?;
        }
        return Ok(());
    }
    let folder = place.path();
    std::fs::create_dir_all(folder)
        .map_err(|error| Failure::machine(&format!("`{}`", folder.display()), &error))?;
    let (all, mut failed) = (results.len(), Vec::new());
    for result in results {
        let name = operations::file_name(&result);
        let file = client.linked(result.request);
        match fetch(session, file, &place.join(&name)).await {
            Ok(()) => {}
            Err(failure) if failure.is_silent() => return Err(failure),
            Err(failure) => {
                failed.push(failure.exit());
                let message = format!("{name}: {}", failure.message());
                session.console.fail(&failure.with_message(message));
            }
        }
    }
    let Some(first) = failed.first().copied() else {
        return Ok(());
    };
    session.note(&format!(
        "{} of {all} results were saved; ask for the others with `{} {} NUMBER --download PLACE`",
        all - failed.len(),
        terminal::program::call(crate::words::command(then.ask.id)),
        record["id"].as_str().unwrap_or_default()
    ));
    Err(Failure::silent(match failed.len() == all {
        true => first,
        false => Exit::Attention,
    }))
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
