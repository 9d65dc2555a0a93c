//! `defender auth doctor`: everything that a sign-in hangs on, and what is wrong with it.

mod certificate;
mod identity_service;
mod service;
mod settings;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;
use serde_json::Value;

use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::session::Session;
use crate::verbs::would;

pub(super) fn command() -> Command {
    Command::new("doctor")
        .about("Explain how the sign-in works here and what is wrong with it")
        .long_about(
            "Explain how the sign-in works here and what is wrong with it: settings and where they come from, which \
             credential is used and why, its expiry, the identity service, clock, proxy, and for each service what its token \
             opens.\n\nEnds with 0 if all is well, 3 if something needs attention, 4 if no token is to be had. Shows no secret \
             and no token.",
        )
        .arg(
            Arg::new("for")
                .long("for")
                .value_name("COMMAND")
                .action(ArgAction::Append)
                .help("A command such as 'mde alerts list' that has to work; may be repeated"),
        )
}

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Status {
    Ok,
    Attention,
    Failed,
    Skipped,
}

/// One thing that was looked at.
#[derive(Debug, Serialize)]
pub(super) struct Check {
    check: String,
    status: Status,
    detail: String,
    hint: Option<String>,
    /// The same for programs.
    data: Value,
}

impl Check {
    fn new(check: impl Into<String>, status: Status, detail: impl Into<String>) -> Self {
        Self {
            check: check.into(),
            status,
            detail: detail.into(),
            hint: None,
            data: Value::Null,
        }
    }

    fn with_hint(mut self, hint: Option<impl Into<String>>) -> Self {
        self.hint = hint.map(Into::into);
        self
    }

    fn with_data(mut self, data: Value) -> Self {
        self.data = data;
        self
    }

    fn failed(check: impl Into<String>, failure: &Failure) -> Self {
        Self::new(check, Status::Failed, failure.message()).with_hint(failure.hint())
    }
}

pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let wanted = service::wanted(session, matches)?;
    if session.globals.dry_run {
        let what =
            "look at the settings, ask the identity service, and get a token for each service";
        return would(session.console, what, &[], Value::Null);
    }
    let mut checks = settings::checks(&session.context);
    checks.extend(certificate::check(&session.context));
    checks.push(identity_service::proxy());
    let asked = identity_service::checks(&session.context);
    checks.extend(session.signals.or(asked).await?);
    let hosts = session.context.services().hosts();
    let hosts: Vec<&'static str> = hosts.iter().map(|(host, _)| *host).collect();
    let mut tokens = 0;
    for host in hosts {
        let tried = service::check(&session.context, host, &wanted);
        let check = session.signals.or(tried).await?;
        tokens += usize::from(matches!(check.status, Status::Ok | Status::Attention));
        checks.push(check);
    }
    checks.extend(settings::chain(&session.context));
    let worst = |status| checks.iter().any(|check| check.status == status);
    let exit = if tokens == 0 {
        Some(Exit::Authentication)
    } else if worst(Status::Failed) || worst(Status::Attention) {
        Some(Exit::Attention)
    } else {
        None
    };
    crate::verbs::print_values(session.console, None, checks.into_iter())?;
    // Every check was printed.
    exit.map_or(Ok(()), |exit| Err(Failure::silent(exit)))
}
