//! `defender upload-log`: uploads a traffic log to Cloud Discovery.
//!
//! Three steps: request a storage address, upload the file, report it to the portal. The address is a secret and is not printed. The
//! file is streamed. The portal parses the log later and reports no error here, so the note names where to look.
//!
//! `--dry-run` prints the first and the last request; the address between them is not known then.

use std::path::{Path, PathBuf};
use std::slice::from_ref;

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};
use mdca_api::discovery::{FINALIZE_UPLOAD, INITIATE_UPLOAD, UploadSourceSource};
use mdca_api::{Client, Content, Progress};
use serde_json::json;

use crate::invoke::{allow, describe};
use crate::session::Session;
use commands::options::{flag, valued};
use terminal::program;
use terminal::{Failure, Result};

/// Stands for the storage address, which is a secret.
const ADDRESS: &str = "(the address that the portal gives)";

/// The note after an upload. A log that cannot be parsed is dropped without an error.
fn open() -> String {
    format!(
        "the log is uploaded and not parsed yet: `{}` shows the data source's lastDataReceived and logFilesFailsCount, the \
         governance log of the portal shows this upload",
        program::call("mdca discovery list-streams")
    )
}

/// Source and data source are required: the portal files a log by them and drops one whose data source it does not know.
pub(super) fn command() -> Command {
    Command::new("upload-log")
        .after_help(
            program::examples(&[
                "upload-log proxy.log --source ZSCALER --data-source 'Branch offices'",
                "upload-log march.log --source SQUID --data-source 'March' --snapshot",
            ]) + "\n\n\
             The data source must be written exactly as the portal shows it: the service accepts any name and \
             drops the log. A log may have up to 5 GB; it is streamed. The portal parses it afterwards.\n\
             Least permission: discovery.manage.",
        )
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help("The log; its name is sent to the portal"),
        )
        .arg(
            valued("source", "FORMAT")
                .required(true)
                .help(format!(
                    "The format: ZSCALER, PALO_ALTO, SQUID, …; `{}` lists all",
                    program::call("mdca discovery initiate-upload --help")
                )),
        )
        .arg(
            valued("data-source", "NAME")
                .required(true)
                .help("The data source of the portal; with --snapshot the report's name"),
        )
        .arg(flag("snapshot").help("Make a report of this log alone"))
}

/// Uploads the log. The question before it shows the last step, which hands the log to the portal.
///
/// An unknown `--source` is a warning: the service adds formats.
pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let text = |name: &str| matches.get_one::<String>(name).cloned().unwrap_or_default();
    let (stream, snapshot) = (text("data-source"), matches.get_flag("snapshot"));
    let path = matches.get_one::<PathBuf>("file").cloned();
    let path = path.unwrap_or_default();
    let name = name_of(&path)?.to_owned();
    let log = session.wait(Content::file(&path)).await??;
    let source = UploadSourceSource::from(&*text("source"));
    if matches!(source, UploadSourceSource::Other(_)) {
        session.warn(&format!(
            "--source: `{source}` is not documented, sent as it is"
        ));
    }
    let portal = session.context.client(&INITIATE_UPLOAD)?;
    let client = Client::with_pipelines(portal.clone(), portal.clone());
    let discovery = client.discovery();
    let done = discovery
        .finalize_upload(ADDRESS, &stream)
        .upload_as_snapshot(snapshot);
    if session.globals.dry_run {
        let begin = discovery.initiate_upload(&name, source);
        describe(session.console, begin.request(), portal.base(), &[])?;
        return describe(session.console, done.request(), portal.base(), &[]);
    }
    allow(session, &FINALIZE_UPLOAD, from_ref(done.request())).await?;
    let length = log.length();
    let mut upload = client.upload_log(&name, source, &stream);
    if snapshot {
        upload = upload.as_snapshot();
    }
    if session.globals.verbose > 0 && !session.globals.quiet {
        upload = upload.on_progress(show_progress);
    }
    let uploaded = session.wait(upload.send(log)).await??;
    let mut result = json!({"file": name, "bytes": length, "dataSource": stream, "snapshot": snapshot, "state": "uploaded"});
    if !uploaded.answer.is_null() {
        result["answer"] = uploaded.answer;
    }
    session.console.value(&result)?;
    session.note(&open());
    Ok(())
}

/// The name of the log for the portal. Fails if it is not UTF-8: another name would confuse the user there.
fn name_of(path: &Path) -> Result<&str> {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_str().ok_or_else(|| {
        let shown = name.to_string_lossy();
        Failure::usage(format!(
            "FILE: the name `{shown}` is not UTF-8, and the portal stores it"
        ))
        .with_hint("give the log another name, or a link to it with another name")
    })
}

/// Prints the progress with `-v`.
fn show_progress(progress: Progress) {
    match progress {
        Progress::Sent { sent, total } => {
            terminal::show(&format!("{sent} of {total} bytes uploaded"))
        }
        Progress::Finished => terminal::show("the upload was reported to the portal"),
        _ => {}
    }
}
