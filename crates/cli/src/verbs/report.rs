//! `defender report`: a record with all that belongs to it, as one text.
//!
//! - stdout: Markdown, also when it is no terminal; with `-o json`, `ndjson` or `yaml` one object.
//! - Exit code 3 if the service returned only some of the alerts; the text says so too.
//!
//! The report is made by `xdr_api::IncidentReport`, which joins the evidence of the alerts. Text of the service is escaped there, so a
//! ticket system shows no link and no heading that an attacker wrote.

use clap::{Arg, ArgMatches, Command};
use output::Format;
use xdr_api::graph::Graph;
use xdr_api::graph::incidents::{GET, Incidents};

use crate::invoke::describe;
use crate::session::Session;
use terminal::{Exit, Failure, Result, program};

/// What is reported on is a word of its own, so that it is not taken for the id.
pub(super) fn command() -> Command {
    commands::tree::branch(Command::new("report"))
        .subcommand(
            Command::new("incident")
                .about("Print an incident with its alerts, devices, users and evidence as one text")
                .after_help(
                    program::examples(&[
                        "report incident 1044",
                        "report incident 1044 > incident-1044.md",
                        "report incident 1044 -o json",
                    ]) + "\n\n\
                     The text is Markdown (-o md, the default); -o json prints one object with the same content. What several alerts name is \
                     listed once, with the numbers of the alerts. Text of the service is escaped.\n\
                     Least permission: SecurityIncident.Read.All.",
                )
                .arg(
                    Arg::new("id")
                        .value_name("INCIDENT_ID")
                        .required(true)
                        .help("The number of the incident"),
                ),
        )
}

/// Reads the incident in one call and prints the report.
pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let id = matches.get_one::<String>("id").cloned().unwrap_or_default();
    let client = session.context.client(&GET)?;
    if session.globals.dry_run {
        let request = Incidents::report_request(id);
        return describe(session.console, &request, client.base(), &[]);
    }
    let incidents = Graph::over(&client).incidents();
    let report = session.wait(incidents.report(id)).await??;
    let settings = session.console.settings();
    let is_object = matches!(
        settings.layout.format,
        Format::Json | Format::Ndjson | Format::Yaml
    );
    if settings.chosen && is_object {
        let text = serde_json::to_vec(&report)
            .map_err(|error| Failure::machine("the report cannot be written", &error.into()))?;
        session.console.object(&text)?;
    } else {
        session.console.bytes(report.to_markdown().as_bytes())?;
    }
    match report.complete {
        true => Ok(()),
        false => {
            session.warn(
                "the incident has more alerts than the service returned; the report lacks them",
            );
            Err(Failure::silent(Exit::Attention))
        }
    }
}
