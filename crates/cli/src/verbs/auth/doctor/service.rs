//! The check of one service: its token, the permissions in it, and the missing ones.

use std::time::Instant;

use auth_core::http_core::Operation;
use auth_core::settings::doctor::{self, Audience, Check, Status};
use auth_core::{Claims, Endpoint};
use clap::ArgMatches;
use serde_json::json;

use super::failed;
use crate::context::Context;
use crate::session::Session;
use crate::verbs::permissions;
use auth_core::services::family;
use operations::is_service;
use operations::permissions::{Caller, Coverage};
use terminal::Result;

/// The operations that `--for` names.
pub(super) fn named(
    session: &Session<'_>,
    matches: &ArgMatches,
) -> Result<Vec<&'static Operation>> {
    let commands = matches.get_many::<String>("for").unwrap_or_default();
    permissions::named(session.context.catalog(), commands)
}

/// Gets a token for a service and compares its permissions with the operations. Skipped if the service has no address.
///
/// The detail names the audience that worked. If no token is issued for the configured audience but for another name of the
/// service, the hint names that audience.
pub(super) async fn check(
    context: &Context,
    host: &'static str,
    named: &[&'static Operation],
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
            let failed = failed(&name, &failure).with_data(json!({"audiences": audiences}));
            let other = audiences.iter().find(|one| one.issued);
            let Some(other) = other.map(|one| &one.audience) else {
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
        let detail = "a token is issued; its permissions cannot be read";
        return Check::new(name, Status::Ok, detail).with_data(json!({"address": address}));
    };
    let rows = context.catalog().operations();
    let caller = Caller::of(claims.is_delegated());
    let rows = rows.filter(|operation| operation.http.host == host && is_service(operation));
    let opened = Coverage::of(rows, caller, claims.permissions());
    let mine = named
        .iter()
        .copied()
        .filter(|operation| operation.http.host == host);
    let lacking = Coverage::of(mine, caller, claims.permissions());
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

/// Requests a token for each name of the service in the cloud, that of the settings first. Empty for a token that the caller
/// brings along.
///
/// A name in the settings may be wrong, so it does not replace those of the cloud. Each costs one token request.
async fn audiences(context: &Context, host: &str, endpoint: &Endpoint) -> Vec<Audience> {
    match (context.given_token(host), context.own_credential(host)) {
        (Ok(None), Ok(credential)) => {
            let mut names = endpoint.audiences.clone();
            let known = context.services().audiences(host, context.cloud());
            names.extend(
                known
                    .into_iter()
                    .filter(|one| !endpoint.audiences.contains(one)),
            );
            let options = context.token_options();
            doctor::audiences(&*credential, &names, &options, context.patience()).await
        }
        _ => Vec::new(),
    }
}

/// Status, sentence and hint for a token. Permissions that `--for` does not name are no fault.
fn judge(
    claims: &Claims,
    opened: &Coverage,
    lacking: &Coverage,
) -> (Status, String, Option<&'static str>) {
    /// The cure of a permission that the token lacks.
    const CONSENT: &str = "grant it in the app registration, and have an administrator consent";
    if claims.roles.is_empty() && claims.scopes.is_empty() {
        let detail = "a token is issued, but it has no permission".to_owned();
        return (Status::Attention, detail, Some(CONSENT));
    }
    if let Some(detail) = lacking.lack() {
        return (Status::Attention, detail, Some(CONSENT));
    }
    let (open, all) = (opened.open, opened.all);
    let audience = claims.audience.as_deref().unwrap_or("an unnamed API");
    let detail = format!("the token for {audience} opens {open} of {all} operations");
    (Status::Ok, detail, None)
}
