//! How long the certificate is valid.

use jiff::Timestamp;
use serde_json::json;

use super::{Check, Doctor, Status};
use crate::settings::choice::Choice;
use crate::settings::method::Method;
#[cfg(feature = "certificate")]
use crate::settings::values::Settings;

/// Days before the end from which a certificate needs attention: time enough to register the next one.
const SOON: i64 = 30;

impl Doctor<'_> {
    /// How long the certificate is valid. `None` if the method uses none. It needs attention 30 days before its end.
    /// For a client secret the check is skipped: a secret does not contain its end.
    pub fn expiry(&self) -> Option<Check> {
        self.sources.method().ok()?;
        let Ok(Choice::Method(method)) = self.settings.choose() else {
            return None;
        };
        match method {
            Method::Secret => Some(Check::new(
                "expiry",
                Status::Skipped,
                "a client secret does not contain its expiry; the app registration shows it",
            )),
            #[cfg(feature = "certificate")]
            Method::Certificate => Some(certificate(&self.settings)),
            _ => None,
        }
    }
}

/// Reads the certificate file and compares its dates with the clock of this machine.
#[cfg(feature = "certificate")]
fn certificate(settings: &Settings) -> Check {
    let credential = match settings.client_certificate() {
        Ok(credential) => credential,
        Err(error) => return Check::failed("expiry", &error.to_string(), error.hint()),
    };
    let certificate = credential.certificate();
    let (begin, end) = (certificate.not_before(), certificate.not_after());
    let now = Timestamp::now();
    let days = end.duration_since(now).as_hours() / 24;
    let (status, detail, hint) = if now > end {
        let detail = format!("the certificate expired at {end}");
        (
            Status::Failed,
            detail,
            Some("register a new one, and set its path"),
        )
    } else if now < begin {
        let detail = format!("the certificate is not valid before {begin}");
        (
            Status::Failed,
            detail,
            Some("check the clock of this machine"),
        )
    } else if days < SOON {
        let detail = format!("the certificate expires in {days} days, at {end}");
        (
            Status::Attention,
            detail,
            Some("register a new one beside it in time"),
        )
    } else {
        (
            Status::Ok,
            format!("the certificate is valid until {end}"),
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
