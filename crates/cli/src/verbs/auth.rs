//! `defender auth`: tokens for other programs, and whether the credential works.

use auth_core::ExposeSecret;
use auth_core::http_core::{Answer, Kind, Method, Operation, Request, Status};
use clap::{Arg, ArgMatches, Command};
use serde::Serialize;

use crate::command::page_size;
use crate::environment::family;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::globals::flag;
use crate::invoke::Session;
use crate::words;

pub(super) fn command() -> Command {
    let token = Command::new("token")
        .about("Print an access token")
        .arg(
            Arg::new("product")
                .long("product")
                .value_name("PRODUCT")
                .required(true)
                .help("The first word of a command: mde, mdca, xdr, graph"),
        )
        .arg(flag("show").help("Print it on a terminal too"));
    let status =
        Command::new("status").about("Try the credential with one cheap read of each service");
    Command::new("auth")
        .about("Get tokens and check the credential")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(status)
        .subcommand(token)
}

pub(super) async fn run(session: &mut Session<'_>, matches: &ArgMatches) -> Result<()> {
    match matches.try_get_one::<String>("product").ok().flatten() {
        Some(product) => token(session, product, matches.get_flag("show")).await,
        None => status(session).await,
    }
}

async fn token(session: &mut Session<'_>, product: &str, show: bool) -> Result<()> {
    let hosts = session.context.catalog().hosts();
    let host = hosts
        .iter()
        .find(|(host, _)| family(host).eq_ignore_ascii_case(product));
    let Some(&(host, _)) = host else {
        let known: Vec<_> = hosts
            .iter()
            .map(|(host, _)| family(host).to_ascii_lowercase())
            .collect();
        return Err(Failure::usage(format!(
            "there is no product `{product}`; there are {}",
            known.join(", ")
        )));
    };
    if session.console.settings().terminal && !show {
        return Err(
            Failure::refused("a token is a secret and this is a terminal").with_hint(
                "give --show to print it all the same, or pipe it to the program that needs it",
            ),
        );
    }
    let wanted = session.context.token(host);
    let token = session.signals.or(wanted).await??;
    session.console.line(token.secret().expose_secret())
}

/// One row for each service; not being asked about a service is no failure.
async fn status(session: &mut Session<'_>) -> Result<()> {
    let hosts: Vec<&'static str> = session
        .context
        .catalog()
        .hosts()
        .iter()
        .map(|(host, _)| *host)
        .collect();
    let mut rows = Vec::new();
    let mut failures = Vec::new();
    for host in &hosts {
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
    let tried = rows
        .iter()
        .filter(|row| row.status != NOT_CONFIGURED)
        .count();
    super::print_values(session.console, None, rows.into_iter())?;
    match failures.len() {
        0 => Ok(()),
        // What each said is in its row.
        count if count < tried => Err(Failure::silent(Exit::Attention)),
        _ => Err(failures.swap_remove(0)),
    }
}

const NOT_CONFIGURED: &str = "not configured";

/// What is known of one service.
#[derive(Default, Serialize)]
struct Service {
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

/// One cheap read.
async fn probe(session: &mut Session<'_>, host: &str) -> Result<&'static str> {
    let row = cheap_read(session.context.catalog().operations(), host)
        .ok_or_else(|| Failure::usage(format!("{host} has no cheap read")))?;
    let mut request = Request::new(row);
    if let Some(size) = page_size(row) {
        request = request.set(size.name, 1);
    }
    let client = session.context.client(row)?;
    session.signals.or(client.send_response(request)).await??;
    Ok(row.id)
}

/// The first list of a service that needs no input, answers small pages and is here to stay.
fn cheap_read(
    rows: impl Iterator<Item = &'static Operation>,
    host: &str,
) -> Option<&'static Operation> {
    let mut cheap = rows.filter(|row| {
        row.host == host
            && row.method == Method::Get
            && row.status == Status::Ga
            && matches!(row.answer, Answer::Collection { .. })
            && !row.application.is_empty()
            && !row.params.iter().any(|param| param.required)
    });
    let sized =
        |row: &&'static Operation| page_size(row).is_some_and(|size| size.kind == Kind::Integer);
    cheap.find(sized)
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
        let catalog = App::built_in().catalog();
        for (host, _) in catalog.hosts() {
            let row = cheap_read(catalog.operations(), host).unwrap_or_else(|| panic!("{host}"));
            assert!(row.path.starts_with('/'), "{}", row.id);
        }
    }
}
