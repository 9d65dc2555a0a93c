//! Whether the identity service answers, its clock, and the proxy.

use std::sync::Arc;
use std::time::{Duration, Instant};

use http_core::{Client, Operation, Param, Request, RetryConfig, Transport};
use jiff::Timestamp;
use serde_json::json;

use url::Url;

use super::{Check, Status};

/// Source: OpenID Connect Discovery 1.0.
static METADATA: Operation = Operation::get(
    "auth.metadata",
    "/{tenant}/v2.0/.well-known/openid-configuration",
)
.summary("Read where a tenant signs in")
.inputs(&[Param::path("tenant")])
.idempotent();

/// Seconds of clock skew that need attention: half of the five minutes that tokens tolerate.
const OFF: i64 = 150;

/// The variables that name a proxy, in the order in which they are read.
const PROXIES: [&str; 4] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

/// Asks the identity service for the metadata of a tenant: whether it answers, and whether this machine's clock agrees with
/// its. The clock needs attention if it is off by 150 s or more. Default tenant: `organizations`.
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

struct Asked {
    authority: String,
    tenant: String,
    status: u16,
    offset_s: Option<i64>,
}

async fn ask(
    authority: &Url,
    tenant: &str,
    transport: Arc<dyn Transport>,
    timeout: Duration,
) -> http_core::Result<Asked> {
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
    Ok(Asked {
        authority: authority.to_string(),
        tenant: tenant.to_owned(),
        status: response.status().as_u16(),
        offset_s: offset,
    })
}

fn answered(asked: &Asked, took_ms: u64) -> Check {
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
                "{} does not know the tenant {}",
                asked.authority, asked.tenant
            ),
            Some("check the tenant, and the cloud it lives in"),
        ),
        other => (
            Status::Attention,
            format!("{} answers with status {other}", asked.authority),
            Some("look for a proxy that answers in its place"),
        ),
    };
    Check::new("identity service", status, detail)
        .with_hint(hint)
        .with_data(data)
}

fn clock(offset_s: Option<i64>) -> Check {
    let Some(offset) = offset_s else {
        return Check::new(
            "clock",
            Status::Skipped,
            "the identity service tells no time",
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
            let hint = (distance >= OFF).then_some("set this machine's clock");
            Check::new("clock", status, detail).with_hint(hint)
        }
    };
    check.with_data(data)
}

/// The proxy that the environment of the process names, without its password.
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
