//! `defender auth status`: tests the credential with one cheap read of each service.
//!
//! - stdout: one record for each service: address, result, expiry and permissions of the token.
//! - A service without an address is listed and is no failure.
//! - Exit code 0 if all reads succeed, 3 if some fail; if all fail, the exit code of the first failure.

use auth_core::http_core::Request;
use auth_core::services::family;
use auth_core::settings::doctor::ServiceStatus;

use crate::invoke::describe;
use crate::session::Session;
use operations::contract::cheapest_read;
use operations::words;
use output::Sentences;
use terminal::{Exit, Failure, Result};

/// A service in a table: the result, then what its token is for.
const SERVICES: &Sentences = &Sentences {
    title: "service",
    status: Some("status"),
    lines: &[
        ("", "detail"),
        ("hint", "hint"),
        ("tried", "tried"),
        ("address", "address"),
        ("tenant", "tenant"),
        ("application", "application"),
        ("expires", "expires"),
        ("permissions", "permissions"),
    ],
};

/// Reads from each service and prints the results.
pub(super) async fn run(session: &mut Session<'_>) -> Result<()> {
    if session.globals.dry_run {
        return print_plan(session);
    }
    let (rows, mut failures) = read_each(session).await;
    let count = rows.iter().filter(|row| row.was_tried()).count();
    session
        .console
        .print_sentences(None, SERVICES, rows.into_iter())?;
    match failures.len() {
        0 => Ok(()),
        // Each failure is in its row.
        failed if failed < count => Err(Failure::silent(Exit::Attention)),
        _ => Err(failures.swap_remove(0)),
    }
}

/// Prints the reads of the configured services.
pub(super) fn print_plan(session: &mut Session<'_>) -> Result<()> {
    let hosts = session.context.services().hosts();
    for (host, _) in hosts {
        if let Ok(endpoint) = session.context.endpoint(host) {
            describe(
                session.console,
                &cheap_request(session, host)?,
                &endpoint.base,
                &[],
            )?;
        }
    }
    Ok(())
}

/// Reads from each service. Returns a record for each, and the failures in the same order.
pub(super) async fn read_each(session: &mut Session<'_>) -> (Vec<ServiceStatus>, Vec<Failure>) {
    let hosts = session.context.services().host_names();
    let mut rows = Vec::new();
    let mut failures = Vec::new();
    for host in hosts {
        let service = family(host).to_ascii_lowercase();
        match session.context.endpoint(host) {
            Ok(endpoint) => {
                let outcome = probe(session, host).await;
                let token = session.context.token(host).await.ok();
                let mut row = ServiceStatus::of(&service, endpoint.base.as_str(), token.as_deref());
                match outcome {
                    Ok(id) => row.succeeded(words::command(id)),
                    Err(failure) => {
                        row.failed(failure.message(), failure.hint());
                        failures.push(failure);
                    }
                }
                rows.push(row);
            }
            Err(failure) => rows.push(ServiceStatus::not_configured(&service, failure.hint())),
        }
    }
    (rows, failures)
}

/// Sends the read. Returns the id of its operation.
async fn probe(session: &mut Session<'_>, host: &str) -> Result<&'static str> {
    let request = cheap_request(session, host)?;
    let row = request.operation();
    let client = session.context.client(row)?;
    session.wait(client.send_response(request)).await??;
    Ok(row.id)
}

/// One record of the first documented list of a service.
fn cheap_request(session: &Session<'_>, host: &str) -> Result<Request> {
    cheapest_read(session.context.catalog(), host)
        .ok_or_else(|| Failure::usage(format!("{host} has no cheap read")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;

    #[test]
    fn every_service_has_a_cheap_read() {
        let services = App::built_in().services();
        let catalog = services.catalog();
        for (host, _) in services.hosts() {
            let request = cheapest_read(catalog, host).unwrap_or_else(|| panic!("{host}"));
            let row = request.operation();
            assert!(row.http.path.starts_with('/'), "{}", row.id);
        }
    }
}
