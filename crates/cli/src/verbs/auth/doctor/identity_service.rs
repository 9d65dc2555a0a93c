//! Whether the identity service answers, what time it has, and what is in between.

use std::time::Instant;

use auth_core::http_core::{Client, Operation, Param, Request, RetryConfig, Url};
use jiff::Timestamp;
use serde_json::json;

use super::{Check, Status};
use crate::context::Context;
use crate::failure::{Failure, Result};

/// Source: OpenID Connect Discovery 1.0.
static METADATA: Operation = Operation::get(
    "auth.metadata",
    "/{tenant}/v2.0/.well-known/openid-configuration",
)
.summary("Read where a tenant signs in")
.inputs(&[Param::path("tenant")])
.idempotent();

/// Tokens are good for five minutes around their times; half of that needs attention.
const OFF: i64 = 150;

/// The variables that name a proxy, by the order in which they are looked at.
const PROXIES: [&str; 4] = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

pub(super) async fn checks(context: &Context) -> Vec<Check> {
    let begun = Instant::now();
    match ask(context).await {
        Ok(asked) => {
            let took = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
            vec![answered(&asked, took), clock(asked.offset_s)]
        }
        Err(failure) => vec![Check::failed("identity service", &failure)],
    }
}

struct Asked {
    authority: String,
    tenant: String,
    status: u16,
    offset_s: Option<i64>,
}

async fn ask(context: &Context) -> Result<Asked> {
    let authority = context.authority()?;
    let tenant = context
        .tenant()
        .unwrap_or_else(|| "organizations".to_owned());
    let client = Client::builder(authority.clone())
        .transport(context.transport()?)
        .retry(RetryConfig::never())
        .timeout(context.patience())
        .build()?;
    let request = Request::new(&METADATA).set("tenant", tenant.trim());
    let response = client.send_any(request, |_| false).await?;
    let date = response
        .headers()
        .get("date")
        .and_then(|date| date.to_str().ok());
    let date = date.and_then(|date| jiff::fmt::rfc2822::parse(date).ok());
    let offset = date.map(|date| date.timestamp().duration_since(Timestamp::now()).as_secs());
    Ok(Asked {
        authority: authority.to_string(),
        tenant,
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
    // A header that knows whole seconds, and the way it took.
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

/// The proxy of the environment, without the password it may carry.
pub(super) fn proxy() -> Check {
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
        None => Check::failed("proxy", &Failure::usage(format!("{name}: invalid URL"))),
    }
}
