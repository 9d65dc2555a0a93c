//! The guard before a change.
//!
//! A read never asks. A change asks for confirmation with the names of its targets, its inputs and whether it can be undone. `--yes`
//! and `--sandbox` skip the question. Without a terminal and without `--yes` the change is refused with exit code 9.
//!
//! The question, on standard error:
//!
//! ```text
//! Isolate a device: POST https://api.security.microsoft.com/api/machines/ab/isolate
//!   on wks-7.example (ab): riskScore High
//!   Comment: INC-7
//!   The person at the device or account notices this.
//!   It can be taken back with `defender mde machines unisolate`.
//! in contoso.com. Go on? [y/N]
//! ```
//!
//! If the change of a device cannot be taken back, or a record has a protected tag (`DEFENDER_PROTECTED_TAGS`), the last line is
//! `Type wks-7.example to go on:`, or the number of records if there are several.
//!
//! Names in it come from the service. They are cut to one line, so that none can imitate another line of the question.

use std::path::Path;

use auth_core::http_core::{EffectKind, Operation, Request, Url};

use super::question;
use crate::session::Session;
use operations::{Change, Consent, Preview};
use output::Format;
use terminal::{Console, Failure, Result};

/// Refuses a change that cannot be confirmed. Called before anything is looked up for the question.
pub(crate) fn check_can_ask(
    session: &Session<'_>,
    operation: &'static Operation,
    request: &Request,
) -> Result<()> {
    if is_allowed(session, operation) || session.console.can_ask() {
        return Ok(());
    }
    let what = what(session, operation, request)?;
    Err(Failure::refused(format!(
        "this change needs a confirmation, and there is no terminal: {what}"
    ))
    .with_hint("give --yes to send it, or --dry-run to see the request"))
}

/// Whether the request may be sent without a question.
fn is_allowed(session: &Session<'_>, operation: &Operation) -> bool {
    let is_mild = matches!(
        operation.action.effect.kind,
        EffectKind::Additive | EffectKind::Reversible
    );
    operation.is_read()
        || session.globals.yes
        || session.context.in_sandbox()
        || session.is_agreed && is_mild
}

/// Summary, method and address, for messages.
fn what(session: &Session<'_>, operation: &'static Operation, request: &Request) -> Result<String> {
    let base = session.context.base(operation)?;
    let http = request.to_http(&base)?;
    Ok(format!(
        "{}: {} {}",
        operation.doc.summary,
        http.method(),
        http.uri()
    ))
}

/// The tags of records that a person shall not change by habit, by commas. The profile has them as `protected_tags`.
const PROTECTED: &str = "DEFENDER_PROTECTED_TAGS";

/// Its default. Users sign in through a domain controller, so its isolation locks them out.
const DOMAIN_CONTROLLERS: &str = "domain-controller";

/// Asks once before a change, whose requests differ in their record alone. Only `y` and `yes` pass, or the name of the record where
/// the change of a device cannot be taken back or the record has a protected tag.
pub(crate) async fn allow(
    session: &mut Session<'_>,
    operation: &'static Operation,
    requests: &[Request],
) -> Result<()> {
    let Some(request) = requests.first().filter(|_| !is_allowed(session, operation)) else {
        return Ok(());
    };
    check_can_ask(session, operation, request)?;
    let mut what = what(session, operation, request)?;
    if requests.len() > 1 {
        what = format!("{what} and {} more", requests.len() - 1);
    }
    let records = question::records(session, operation, requests).await?;
    let lines = records.lines();
    let question = Change::question(request, &what, &lines, terminal::program::name());
    let tenant = session.context.tenant();
    let tenant = tenant.as_deref().unwrap_or("the token's tenant");
    let tags = session.context.environment().get(PROTECTED);
    let tags = tags.as_deref().unwrap_or(DOMAIN_CONTROLLERS);
    let tags: Vec<_> = tags.split(',').map(str::trim).collect();
    let is_confirmed = match Consent::of(request, &records.read, records.unread, &tags) {
        Consent::Typed(text) => session
            .console
            .ask_for(&format!("{question}\nin {tenant}."), &text)?,
        _ => session
            .console
            .ask(&format!("{question}\nin {tenant}. Go on?"))?,
    };
    match is_confirmed {
        true => Ok(()),
        false => Err(Failure::refused("not confirmed; nothing was sent")),
    }
}

/// Prints method, address and body of a request for `--dry-run`, and the files that the answer would be written to. Headers are
/// left out: one holds the token.
pub(crate) fn describe(
    console: &mut Console,
    request: &Request,
    base: &Url,
    writes: &[&Path],
) -> Result<()> {
    let preview = Preview::of(request, base, writes)?;
    match console.settings().layout.format {
        Format::Table | Format::Wide => preview
            .lines()
            .iter()
            .try_for_each(|line| console.line(line)),
        _ => console.value(&preview.to_json()),
    }
}

#[cfg(test)]
mod tests {
    use crate::app::App;

    #[test]
    fn reads_are_told_from_changes() {
        let catalog = App::built_in().catalog();
        let is_read = |id: &str| catalog.by_id(id).unwrap().is_read();
        for id in [
            "mde.alerts.list",
            "mde.advanced_hunting.run",
            "mdca.activities.query",
            "mdca.activities.scan",
            "graph.hunting.run",
        ] {
            assert!(is_read(id), "{id}");
        }
        for id in [
            "mde.alerts.update",
            "mde.machines.isolate",
            "mde.indicators.delete",
            "mdca.alerts.mark_read",
            "mdca.discovery.perform_upload",
        ] {
            assert!(!is_read(id), "{id}");
        }
    }
}
