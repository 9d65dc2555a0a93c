//! How long the application's proof is good for, as far as it tells.

use auth_core::settings::{Choice, Method};
use jiff::Timestamp;
use serde_json::json;

use super::{Check, Status};
use crate::context::Context;

/// From this many days before its end on, a certificate needs attention.
const SOON: i64 = 30;

pub(super) fn check(context: &Context) -> Option<Check> {
    let Ok(Choice::Method(method)) = context.choice("") else {
        return None;
    };
    match method {
        Method::Secret => Some(Check::new(
            "expiry",
            Status::Skipped,
            "a client secret does not tell when it ends; the app registration does",
        )),
        Method::Certificate => Some(certificate(context)),
        _ => None,
    }
}

fn certificate(context: &Context) -> Check {
    let credential = match context.client_certificate("") {
        Ok(credential) => credential,
        Err(failure) => return Check::failed("expiry", &failure),
    };
    let certificate = credential.certificate();
    let (begin, end) = (certificate.not_before(), certificate.not_after());
    let now = Timestamp::now();
    let days = end.duration_since(now).as_hours() / 24;
    let (status, detail, hint) = if now > end {
        let detail = format!("the certificate ended at {end}");
        (
            Status::Failed,
            detail,
            Some("register a new one, and point the setting to it"),
        )
    } else if now < begin {
        let detail = format!("the certificate is not good before {begin}");
        (Status::Failed, detail, Some("look at this machine's clock"))
    } else if days < SOON {
        let detail = format!("the certificate ends in {days} days, at {end}");
        (
            Status::Attention,
            detail,
            Some("register the next one beside it in time"),
        )
    } else {
        (
            Status::Ok,
            format!("the certificate is good until {end}"),
            None,
        )
    };
    let data = json!({
        "subject": certificate.subject(), "thumbprint": certificate.thumbprint(),
        "not_before": begin.to_string(), "not_after": end.to_string(), "days_left": days,
    });
    Check::new("expiry", status, detail)
        .with_hint(hint)
        .with_data(data)
}
