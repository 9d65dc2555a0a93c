//! The permissions in the token of a service, and the missing ones.

use std::collections::BTreeSet;
use std::time::Instant;

use auth_core::http_core::Operation;
use auth_core::{Claims, Endpoint};
use clap::ArgMatches;
use serde_json::{Value, json};

use super::{Check, Status};
use crate::context::Context;
use crate::environment::family;
use crate::exit::Exit;
use crate::failure::Result;
use crate::session::Session;
use crate::verbs::permissions;
use operations::is_service;
use operations::words;

/// The operations that `--for` names.
pub(super) fn wanted(
    session: &Session<'_>,
    matches: &ArgMatches,
) -> Result<Vec<&'static Operation>> {
    let commands = matches.get_many::<String>("for").unwrap_or_default();
    permissions::named(session.context.catalog(), commands)
}

pub(super) async fn check(
    context: &Context,
    host: &'static str,
    wanted: &[&'static Operation],
) -> Check {
    let name = format!("service {}", family(host).to_ascii_lowercase());
    let endpoint = match context.endpoint(host) {
        Ok(endpoint) => endpoint,
        Err(failure) => {
            return Check::new(name, Status::Skipped, failure.message()).with_hint(failure.hint());
        }
    };
    let address = endpoint.base.to_string();
    let audiences = audiences(context, host, &endpoint).await;
    let begun = Instant::now();
    let token = match context.token(host).await {
        Ok(token) => token,
        Err(failure) => {
            let failed = Check::failed(name, &failure).with_data(json!({"audiences": audiences}));
            let other = audiences.iter().find(|one| one["issued"] == true);
            let Some(other) = other.and_then(|one| one["audience"].as_str()) else {
                return failed;
            };
            return failed.with_hint(Some(format!(
                "a token for {other} is issued: set DEFENDER_AUDIENCE_{} to it",
                family(host)
            )));
        }
    };
    let took = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    let Some(claims) = token.claims() else {
        let detail = "there is a token; it does not tell what it opens";
        return Check::new(name, Status::Ok, detail).with_data(json!({"address": address}));
    };
    let rows = context.catalog().operations();
    let opened = Opened::of(
        claims,
        rows.filter(|row| row.http.host == host && is_service(row)),
    );
    let mine = wanted.iter().copied().filter(|row| row.http.host == host);
    let lacking = Opened::of(claims, mine);
    let data = json!({
        "address": address, "audiences": audiences, "audience": claims.audience, "tenant": claims.tenant_id,
        "application": claims.client_id, "roles": claims.roles, "scopes": claims.scopes,
        "expires": token.expires_on().map(|time| time.to_string()), "took_ms": took,
        "operations_open": opened.open, "operations": opened.all, "missing": lacking.missing,
        "not_granted": opened.missing,
    });
    let (status, detail, hint) = judge(claims, &opened, &lacking);
    Check::new(name, status, detail)
        .with_hint(hint)
        .with_data(data)
}

/// Whether a token is issued for each of the names that the service is known by. The documents do not agree on them.
async fn audiences(context: &Context, host: &str, endpoint: &Endpoint) -> Vec<Value> {
    let mut tried = Vec::new();
    // A token that was brought along is for what it is for.
    if !matches!(context.given_token(host), Ok(None)) {
        return tried;
    }
    let Ok(credential) = context.own_credential(host) else {
        return tried;
    };
    for audience in &endpoint.audiences {
        let scope = format!("{audience}/.default");
        let outcome = context.token_for(&*credential, &scope).await;
        let failure = outcome.err();
        tried.push(json!({
            "audience": audience, "issued": failure.is_none(),
            "code": failure.as_ref().map(|failure| failure.code().to_owned()),
        }));
        // Where nobody answers, the other names are no better.
        if failure
            .is_some_and(|failure| failure.exit() == Exit::Failure || failure.code() == "timeout")
        {
            break;
        }
    }
    tried
}

fn judge(claims: &Claims, opened: &Opened, lacking: &Opened) -> (Status, String, Option<String>) {
    let consent = "grant it in the app registration, and have an administrator consent";
    if claims.roles.is_empty() && claims.scopes.is_empty() {
        let detail = "there is a token, but it carries no permission".to_owned();
        return (Status::Attention, detail, Some(consent.to_owned()));
    }
    if !lacking.closed.is_empty() {
        let permissions: Vec<_> = lacking.missing.iter().copied().collect();
        let detail = format!(
            "{} cannot be called: {} is missing",
            lacking.closed.join(", "),
            permissions.join(", ")
        );
        return (Status::Attention, detail, Some(consent.to_owned()));
    }
    let detail = format!(
        "the token opens {} of {} operations",
        opened.open, opened.all
    );
    (Status::Ok, detail, None)
}

/// Operations by whether the token's permissions open them.
#[derive(Default)]
struct Opened {
    open: usize,
    all: usize,
    closed: Vec<String>,
    /// The least permission of each that is closed.
    missing: BTreeSet<&'static str>,
}

impl Opened {
    fn of(claims: &Claims, rows: impl Iterator<Item = &'static Operation>) -> Self {
        let mut sum = Self::default();
        for row in rows {
            let (granted, known) = if claims.is_delegated() {
                (&claims.scopes, row.access.delegated)
            } else {
                (&claims.roles, row.access.application)
            };
            sum.all += 1;
            let held = |name: &&str| granted.iter().any(|one| one.eq_ignore_ascii_case(name));
            if known.iter().any(held) {
                sum.open += 1;
            } else {
                sum.closed.push(words::command(row.id));
                sum.missing.extend(known.first());
            }
        }
        sum
    }
}
