//! `defender auth doctor`: checks everything that a sign-in depends on.
//!
//! - stdout: a list of checks with status, detail and hint: settings and their origin, credential, expiry, identity service, clock,
//!   proxy, one token for each service.
//! - Shows no token and no secret. Sends one token request for each audience, and no request to a service.
//! - Exit code 0 if all is well, 3 if a check needs attention, 4 if no token is issued.

mod service;

use auth_core::settings::doctor::{self, Check, Doctor, Status};
use clap::ArgMatches;
use serde_json::Value;

use crate::context::Context;
use crate::session::Session;
use output::Sentences;
use terminal::{Exit, Failure, Result};

/// A check in a table: the result, what was found, and what to do.
const CHECKS: &Sentences = &Sentences {
    title: "check",
    status: Some("status"),
    lines: &[("", "detail"), ("hint", "hint")],
};

/// Runs all checks and prints them. A failed check does not stop the next one.
pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    let named = service::named(session, matches)?;
    if session.globals.dry_run {
        let what =
            "check the settings, call the identity service, and get a token for each service";
        return session.console.would(what, &[], Value::Null);
    }
    let context = &session.context;
    let sign_in = format!("run `{}`", terminal::program::sign_in(""));
    let doctor = Doctor::new(context.environment(), context.settings(), &sign_in);
    let mut checks = doctor.settings(|| context.sessions());
    checks.extend(doctor.expiry());
    checks.push(doctor::proxy());
    let asked = identity_service(context);
    checks.extend(session.signals.or(asked).await?);
    let hosts = session.context.services().host_names();
    let mut tokens = 0;
    for host in hosts {
        let tried = service::check(&session.context, host, &named);
        let check = session.signals.or(tried).await?;
        tokens += usize::from(matches!(check.status, Status::Ok | Status::Attention));
        checks.push(check);
    }
    checks.extend(
        session
            .context
            .chain()
            .map(doctor::chain)
            .into_iter()
            .flatten(),
    );
    let worst = |status| checks.iter().any(|check| check.status == status);
    let exit = if tokens == 0 {
        Some(Exit::Authentication)
    } else if worst(Status::Failed) || worst(Status::Attention) {
        Some(Exit::Attention)
    } else {
        None
    };
    session
        .console
        .print_sentences(None, CHECKS, checks.into_iter())?;
    // Every check was printed.
    exit.map_or(Ok(()), |exit| Err(Failure::silent(exit)))
}

/// The checks of the identity service. A setting that is invalid is a failed check and not the end of the command.
async fn identity_service(context: &Context) -> Vec<Check> {
    let parts = context
        .authority()
        .and_then(|authority| Ok((authority, context.transport()?)));
    match parts {
        Ok((authority, transport)) => {
            let tenant = context.tenant();
            doctor::identity_service(&authority, tenant.as_deref(), transport, context.patience())
                .await
        }
        Err(failure) => vec![failed("identity service", &failure)],
    }
}

/// A failed check with the message and the hint of a failure.
fn failed(check: &str, failure: &Failure) -> Check {
    Check::failed(check, failure.message(), failure.hint())
}
