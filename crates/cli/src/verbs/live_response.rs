//! `defender live-response`: live response on a device, without JSON.
//!
//! Each command is one operation with one live response command, or the collection of an investigation package. The question,
//! `--wait`, `--download` and exit codes are those of the operation's own command.
//!
//! | command | sends | leaves with `--wait --download` |
//! | --- | --- | --- |
//! | `run-script` | `RunScript` with the name and the arguments of a script | what the script printed, as JSON |
//! | `get-file` | `GetFile` with a path on the device | the file |
//! | `put-file` | `PutFile` with the name of a file in the library | nothing |
//! | `collect-package` | the operation of packages | the package |
//!
//! Several commands in one session need the operation itself: `mde machines run-live-response --commands JSON`.

use auth_core::http_core::Operation;
use clap::{Arg, ArgMatches, Command};
use mde_api::machines::{COLLECT_INVESTIGATION_PACKAGE, LiveResponseCommand, RUN_LIVE_RESPONSE};
use operations::{Invocation, Selection};
use serde_json::Value;

use crate::invoke;
use crate::session::Session;
use commands::inputs::Filled;
use commands::options::valued;
use terminal::{Failure, Result, program};

/// Options that the commands have in common with the operation.
const SHARED: [&str; 3] = ["wait", "download", "force"];

pub(super) fn command() -> Command {
    let after = program::examples(&[
        "live-response run-script wks-7 triage.ps1 --args '-Days 7' --comment INC-7 --wait --download results",
        "live-response get-file wks-7 'C:\\Windows\\Temp\\a.dmp' --wait --download files",
        "live-response put-file wks-7 tool.exe",
        "live-response collect-package wks-7 --comment INC-7 --wait --download package.zip",
    ]) + "\n\n\
         With --wait, a device that runs another live response is waited for, as long as --wait says. Scripts and files to put come \
         from the library of the tenant.";
    commands::tree::branch(Command::new("live-response"))
        .after_help(after)
        .subcommand(
            leaf("run-script", &RUN_LIVE_RESPONSE)
                .about("Run a script of the library on a device")
                .arg(value("NAME", "Name of the script in the library"))
                .arg(
                    valued("args", "TEXT")
                        .allow_hyphen_values(true)
                        .help("Arguments of the script, as one text"),
                ),
        )
        .subcommand(
            leaf("get-file", &RUN_LIVE_RESPONSE)
                .about("Get a file from a device")
                .arg(value("PATH", "Full path of the file on the device")),
        )
        .subcommand(
            leaf("put-file", &RUN_LIVE_RESPONSE)
                .about("Put a file of the library on a device")
                .arg(value("NAME", "Name of the file in the library")),
        )
        .subcommand(
            leaf("collect-package", &COLLECT_INVESTIGATION_PACKAGE)
                .about("Collect an investigation package from a device"),
        )
}

/// A command with the device and the options of its operation.
fn leaf(name: &'static str, operation: &'static Operation) -> Command {
    let of_operation = commands::tree::leaf(operation);
    let shared = of_operation.get_arguments().filter(|argument| {
        let id = argument.get_id().as_str();
        SHARED.contains(&id)
    });
    let device = Arg::new("device")
        .value_name("DEVICE")
        .required(true)
        .help("The id or the name of the device");
    let shared: Vec<_> = shared.cloned().collect();
    let needs_comment = operation
        .input("Comment")
        .is_some_and(|comment| comment.required);
    let comment = valued("comment", "TEXT")
        .required(needs_comment)
        .help("Comment stored with the action");
    Command::new(name).arg(device).arg(comment).args(shared)
}

/// The second argument: what is run, put or got.
fn value(value_name: &'static str, help: &'static str) -> Arg {
    Arg::new("value")
        .value_name(value_name)
        .required(true)
        .help(help)
}

/// Fills the request of the operation and runs it as its own command does.
pub(super) async fn run(session: &mut Session<'_>, name: &str, matches: &ArgMatches) -> Result<()> {
    let operation = match name {
        "collect-package" => &COLLECT_INVESTIGATION_PACKAGE,
        _ => &RUN_LIVE_RESPONSE,
    };
    let text = |id: &str| {
        let text = matches.try_get_one::<String>(id).ok().flatten();
        text.cloned().unwrap_or_default()
    };
    let mut call = Invocation::new(operation.id).with("machine_id", text("device"));
    if let Some(command) = command_of(name, text("value"), text("args")) {
        let command = serde_json::to_value(command)
            .map_err(|error| Failure::machine("the command cannot be written", &error.into()))?;
        call = call.with("Commands", Value::Array(vec![command]));
    }
    let comment = text("comment");
    if !comment.is_empty() {
        call = call.with("Comment", comment);
    }
    let filled = call.fill(session.context.catalog(), std::time::SystemTime::now())?;
    if session.globals.dry_run {
        return invoke::dry_run(&session.context, session.console, &filled.requests, matches);
    }
    let filled = Filled {
        requests: filled.requests,
        is_list: false,
        items: None,
        notes: filled.notes,
        selection: Selection::default(),
    };
    Box::pin(invoke::run(session, operation, matches, filled)).await
}

/// The live response command. `None` for a package, which has an operation of its own.
fn command_of(name: &str, value: String, arguments: String) -> Option<LiveResponseCommand> {
    Some(match name {
        "run-script" if arguments.is_empty() => LiveResponseCommand::run_script(value),
        "run-script" => LiveResponseCommand::run_script_with(value, arguments),
        "get-file" => LiveResponseCommand::get_file(value),
        "put-file" => LiveResponseCommand::put_file(value),
        _ => return None,
    })
}
