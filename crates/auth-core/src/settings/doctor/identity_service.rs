//! Whether the identity service answers, whether the clocks agree, and which proxy is in the way.
//!
//! One unauthenticated request answers three questions: the address is reachable, the tenant exists, and the `Date`
//! header of the answer shows how far the clock of this machine is off. A clock that is off by five minutes makes every
//! signed assertion invalid.

use std::sync::Arc;
use std::time::{Duration, Instant};

use http_core::{Client, Operation, Param, Request, RetryConfig, Transport};
use jiff::Timestamp;
use serde_json::json;

use url::Url;

use super::{Check, Status};

/// The discovery document of a tenant. Needs no token.
///
/// Source: OpenID Connect Discovery 1.0.
static METADATA: Operation = Operation::get(
    "auth.metadata",
    "/{tenant}/v2.0/.well-known/openid-configuration",
)
.summary("Read where a tenant signs in")
.inputs(&[Param::path("tenant")])
.idempotent();

/// Seconds of clock skew from which the clock needs attention: half of the five minutes that tokens tolerate.
const OFF: i64 = 150;

/// The variables that name a proxy, in the order in which they are read.
const PROXIES: [&str; 4] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

/// Requests the metadata of a tenant: checks that the identity service answers, and that the clock of this machine
/// agrees. The clock needs attention if it is off by 150 s or more. Default tenant: `organizations`.
///
/// The request is not retried and ends after `timeout`. Returns one failed check if there is no answer, else two
/// checks.
pub async fn identity_service(
    authority: &Url,
    tenant: Option<&str>,
    transport: Arc<dyn Transport>,
    timeout: Duration,
) -> Vec<Check> {
    let begun = Instant::now();
    let tenant = tenant.unwrap_or("organizations").trim();
    match ask(authority, tenant, transport, timeout).await {
        Ok(asked) => {
            let took = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
            vec![answered(&asked, took), clock(asked.offset_s)]
        }
        Err(error) => vec![Check::failed(
            "identity service",
            &error.to_string(),
            error.hint(),
        )],
    }
}

/// The answer of the identity service.
struct Probe {
    authority: String,
    tenant: String,
    status: u16,
    /// How far the service's clock is ahead of this machine's, in seconds. `None` without a `Date` header.
    offset_s: Option<i64>,
}

/// Requests the metadata and reads status and date of the answer.
async fn ask(
    authority: &Url,
    tenant: &str,
    transport: Arc<dyn Transport>,
    timeout: Duration,
) -> http_core::Result<Probe> {
    let client = Client::builder(authority.clone())
        .transport(transport)
        .retry(RetryConfig::never())
        .timeout(timeout)
        .build()?;
    let request = Request::new(&METADATA).set("tenant", tenant);
    let response = client.send_any(request, |_| false).await?;
    let date = response
        .headers()
        .get("date")
        .and_then(|date| date.to_str().ok());
    let date = date.and_then(|date| jiff::fmt::rfc2822::parse(date).ok());
    let offset = date.map(|date| date.timestamp().duration_since(Timestamp::now()).as_secs());
    Ok(Probe {
        authority: authority.to_string(),
        tenant: tenant.to_owned(),
        status: response.status().as_u16(),
        offset_s: offset,
    })
}

/// The check of the identity service. Any other status than the expected ones comes from something in between.
fn answered(asked: &Probe, took_ms: u64) -> Check {
    let data = json!({"address": asked.authority, "status": asked.status, "took_ms": took_ms});
    let (status, detail, hint) = match asked.status {
        200 => (
            Status::Ok,
            format!("{} answers for {}", asked.authority, asked.tenant),
            None,
        ),
        400 | 404 => (
            Status::Failed,
            format!(
                "the tenant {} does not exist at {}",
                asked.tenant, asked.authority
            ),
            Some("check the tenant and its cloud"),
        ),
        other => (
            Status::Attention,
            format!("{} answers with status {other}", asked.authority),
            Some("check for a proxy that answers in its place"),
        ),
    };
    Check::new("identity service", status, detail)
        .with_hint(hint)
        .with_data(data)
}

/// The check of the clock. Up to 5 s are network delay and rounding.
fn clock(offset_s: Option<i64>) -> Check {
    let Some(offset) = offset_s else {
        return Check::new(
            "clock",
            Status::Skipped,
            "the answer of the identity service has no date",
        );
    };
    let data = json!({"offset_s": offset});
    // The header has whole seconds and was some time on its way.
    let check = match offset.abs() {
        0..=5 => Check::new("clock", Status::Ok, "agrees with the identity service's"),
        distance => {
            let direction = if offset > 0 { "behind" } else { "ahead of" };
            let detail = format!("{distance} s {direction} the identity service's");
            let status = if distance < OFF {
                Status::Ok
            } else {
                Status::Attention
            };
            let hint = (distance >= OFF).then_some("set the clock of this machine");
            Check::new("clock", status, detail).with_hint(hint)
        }
    };
    check.with_data(data)
}

/// The proxy that the environment of the process names, without its user and password. Sends nothing.
pub fn proxy() -> Check {
    let set = |name: &&str| std::env::var(name).is_ok_and(|value| !value.trim().is_empty());
    let Some(name) = PROXIES.into_iter().find(|name| set(name)) else {
        return Check::new("proxy", Status::Ok, "no variable names one");
    };
    let value = std::env::var(name).unwrap_or_default();
    let place = Url::parse(value.trim()).ok().and_then(|url| {
        let host = url.host_str()?.to_owned();
        Some(
            url.port()
                .map_or(host.clone(), |port| format!("{host}:{port}")),
        )
    });
    let except = std::env::var("NO_PROXY")
        .or_else(|_| std::env::var("no_proxy"))
        .ok();
    match place {
        Some(place) => Check::new("proxy", Status::Ok, format!("{place}, by {name}"))
            .with_data(json!({"host": place, "variable": name, "except": except})),
        None => Check::failed("proxy", &format!("{name}: invalid URL"), None),
    }
}
