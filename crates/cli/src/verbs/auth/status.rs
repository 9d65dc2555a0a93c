//! `defender auth status`: whether the credential works, by one cheap read of each service.

use auth_core::http_core::Request;
use serde::Serialize;

use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::invoke::describe;
use crate::session::Session;
use auth_core::settings::services::family;
use operations::contract::cheapest_read;
use operations::words;

/// One row for each service; not being asked about a service is no failure.
pub(super) async fn run(session: &mut Session<'_>) -> Result<()> {
    if session.globals.dry_run {
        return tell_plan(session);
    }
    let (rows, mut failures) = tried(session).await;
    let count = rows.iter().filter(|row| row.was_tried()).count();
    crate::verbs::print_values(session.console, None, rows.into_iter())?;
    match failures.len() {
        0 => Ok(()),
        // Each failure is in its row.
        failed if failed < count => Err(Failure::silent(Exit::Attention)),
        _ => Err(failures.swap_remove(0)),
    }
}

/// Shows the reads, of the services that are configured.
pub(super) fn tell_plan(session: &mut Session<'_>) -> Result<()> {
    let hosts = session.context.services().hosts();
    for (host, _) in hosts {
        if let Ok(endpoint) = session.context.endpoint(host) {
            describe(
                session.console,
                &cheap_request(session, host)?,
                &endpoint.base,
            )?;
        }
    }
    Ok(())
}

/// One cheap read of each service: the rows, and the failures.
pub(super) async fn tried(session: &mut Session<'_>) -> (Vec<Service>, Vec<Failure>) {
    let hosts = session.context.services().hosts();
    let hosts: Vec<&'static str> = hosts.iter().map(|(host, _)| *host).collect();
    let mut rows = Vec::new();
    let mut failures = Vec::new();
    for host in hosts {
        match session.context.endpoint(host) {
            Ok(endpoint) => {
                let outcome = probe(session, host).await;
                rows.push(described(session, host, endpoint.base.as_str(), &outcome).await);
                failures.extend(outcome.err());
            }
            Err(failure) => rows.push(Service {
                service: family(host).to_ascii_lowercase(),
                status: NOT_CONFIGURED,
                hint: failure.hint().map(str::to_owned),
                ..Service::default()
            }),
        }
    }
    (rows, failures)
}

const NOT_CONFIGURED: &str = "not configured";

/// The status of one service.
#[derive(Default, Serialize)]
pub(super) struct Service {
    service: String,
    status: &'static str,
    tried: Option<String>,
    address: Option<String>,
    tenant: Option<String>,
    application: Option<String>,
    permissions: Option<Vec<String>>,
    expires: Option<String>,
    detail: Option<String>,
    hint: Option<String>,
}

impl Service {
    pub(super) fn was_tried(&self) -> bool {
        self.status != NOT_CONFIGURED
    }

    /// The outcome in a few words.
    pub(super) fn sum(&self) -> serde_json::Value {
        serde_json::json!({
            "service": self.service, "status": self.status, "tried": self.tried, "detail": self.detail,
        })
    }
}

/// One cheap read.
async fn probe(session: &mut Session<'_>, host: &str) -> Result<&'static str> {
    let request = cheap_request(session, host)?;
    let row = request.operation();
    let client = session.context.client(row)?;
    session.signals.or(client.send_response(request)).await??;
    Ok(row.id)
}

fn cheap_request(session: &Session<'_>, host: &str) -> Result<Request> {
    cheapest_read(session.context.catalog(), host)
        .ok_or_else(|| Failure::usage(format!("{host} has no cheap read")))
}

async fn described(
    session: &mut Session<'_>,
    host: &str,
    address: &str,
    outcome: &Result<&'static str>,
) -> Service {
    let token = session.context.token(host).await.ok();
    let claims = token.as_ref().and_then(|token| token.claims());
    let expires = token.as_ref().and_then(|token| token.expires_on());
    Service {
        service: family(host).to_ascii_lowercase(),
        status: if outcome.is_ok() { "ok" } else { "failed" },
        tried: outcome.as_ref().ok().map(|id| words::command(id)),
        address: Some(address.to_owned()),
        tenant: claims.and_then(|claims| claims.tenant_id.clone()),
        application: claims.and_then(|claims| claims.client_id.clone()),
        permissions: claims.map(|claims| [&claims.roles[..], &claims.scopes[..]].concat()),
        expires: expires.map(|time| time.to_string()),
        detail: outcome
            .as_ref()
            .err()
            .map(|failure| failure.message().to_owned()),
        hint: outcome
            .as_ref()
            .err()
            .and_then(|failure| failure.hint().map(str::to_owned)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;

    #[test]
    fn every_service_has_a_cheap_read() {
        let services = App::built_in().services();
        let catalog = operations::Catalog::new(services.tables());
        for (host, _) in services.hosts() {
            let request = cheapest_read(&catalog, host).unwrap_or_else(|| panic!("{host}"));
            let row = request.operation();
            assert!(row.path.starts_with('/'), "{}", row.id);
        }
    }
}
