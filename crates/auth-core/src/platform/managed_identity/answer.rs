//! Parses the responses of managed identity endpoints.
//!
//! A success has `access_token`, `expires_in` or `expires_on`, and sometimes `refresh_in`. Times
//! come as numbers, as digits, or as dates of several kinds. A refusal has `error` and
//! `error_description`, `message`, or (Service Fabric) `error.code` and `error.message`.

use std::time::Duration;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use secrecy::SecretString;
use serde_json::Value;

use super::attempt::Answer;
use super::source::{Kind, Source};
use crate::error::{Error, ErrorKind, Result};
use crate::token::access_token::AccessToken;
use crate::token::body::{after, object, seconds, text};
use crate::token::endpoint::Issued;

/// Lifetime that is assumed if the response does not name one.
const USUAL_LIFE: Duration = Duration::from_secs(600);

/// A token with a longer lifetime is renewed after half of it.
const LONG: Duration = Duration::from_secs(2 * 3600);

/// Parses the token. No part of a successful body goes into an error.
pub(super) fn issued(source: &Source, answer: &Answer, asked: Timestamp) -> Result<Issued> {
    let body = object(&answer.body);
    if !answer.status.is_success() {
        return Err(refusal(source, answer, body.as_ref()));
    }
    let Some(body) = body else {
        let message = format!(
            "another program than {} answers at its address",
            source.name()
        );
        return Err(Error::new(ErrorKind::Unavailable, message));
    };
    let Some(secret) = text(&body, "access_token") else {
        let message = format!("the response of {} contains no token", source.name());
        return Err(Error::new(ErrorKind::UnexpectedAnswer, message));
    };
    let life = seconds(body.get("expires_in"))
        .filter(|life| !life.is_zero())
        .or_else(|| left(body.get("expires_on")?, asked))
        .unwrap_or(USUAL_LIFE);
    let refresh_in = seconds(body.get("refresh_in")).or_else(|| (life > LONG).then_some(life / 2));
    let mut token = AccessToken::new(SecretString::from(secret));
    if let Some(end) = after(asked, life) {
        token = token.with_expires_on(end);
    }
    if let Some(refresh_on) = refresh_in.and_then(|delay| after(asked, delay)) {
        token = token.with_refresh_on(refresh_on);
    }
    Ok(Issued {
        token,
        life,
        refresh_in,
        refresh_token: None,
        account: None,
        id_token: None,
    })
}

/// Time until an expiry: a number, digits, or one of several kinds of date.
fn left(value: &Value, asked: Timestamp) -> Option<Duration> {
    let end = match value.as_str() {
        None => Timestamp::from_second(value.as_i64()?).ok()?,
        Some(text) => instant(text.trim())?,
    };
    Duration::try_from(end.duration_since(asked)).ok()
}

/// Parses an instant: seconds since 1970, RFC 3339, or one of the date formats that platforms have used.
fn instant(text: &str) -> Option<Timestamp> {
    if let Ok(second) = text.parse() {
        return Timestamp::from_second(second).ok();
    }
    if let Ok(instant) = text.parse() {
        return Some(instant);
    }
    let zoned = ["%m/%d/%Y %H:%M:%S %:z", "%m/%d/%Y %I:%M:%S %p %:z"];
    let zoned = zoned
        .iter()
        .find_map(|form| Zoned::strptime(form, text).ok());
    if let Some(zoned) = zoned {
        return Some(zoned.timestamp());
    }
    let utc = DateTime::strptime("%Y-%m-%d %H:%M:%S", text).ok()?;
    Some(utc.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

/// Classifies a refusal. The text of the platform is shown without its secret.
fn refusal(source: &Source, answer: &Answer, body: Option<&Value>) -> Error {
    let status = answer.status;
    let is_unreachable = String::from_utf8_lossy(&answer.body).contains("unreachable");
    let member = |name| body.and_then(|body| text(body, name)).unwrap_or("");
    // Service Fabric nests code and text.
    let nested = body.and_then(|body| body.get("error"));
    let inner = |name| nested.and_then(|error| text(error, name)).unwrap_or("");
    let (word, description) = (member("error"), member("error_description"));
    let said = [
        description,
        member("message"),
        inner("message"),
        inner("code"),
        word,
    ];
    let said = said.into_iter().find(|said| !said.is_empty()).unwrap_or("");
    let said = source.shown(said);
    let message = match said.as_str() {
        "" => format!("{} answered {status}", source.name()),
        said => format!("{} answered {status}: {said}", source.name()),
    };
    let of = |kind, hint: &'static str| Error::new(kind, message.clone()).with_hint(hint);
    let has_none = inner("code") == "ManagedIdentityNotFound"
        || word == "invalid_request" && description.contains("Identity not found");
    match status.as_u16() {
        400 if word == "invalid_resource" || word == "AudienceNotSupported" => of(
            ErrorKind::InvalidScope,
            "check the scope: the platform does not know this API",
        ),
        400 | 404 if has_none => of(
            ErrorKind::Unavailable,
            "assign a managed identity to this resource, or name the one that is assigned",
        ),
        400 if inner("code") == "SecretHeaderNotFound" => of(
            ErrorKind::Configuration,
            "check IDENTITY_HEADER: the platform does not accept it",
        ),
        // Docker Desktop's proxy answers for addresses that it cannot reach.
        403 if source.kind() == Kind::Metadata && is_unreachable => {
            Error::new(ErrorKind::Unavailable, message)
        }
        401 if source.kind() == Kind::Arc => of(
            ErrorKind::Configuration,
            "run as root or as a member of the group `himds`",
        ),
        429 => of(
            ErrorKind::Throttled,
            "too many requests from this machine: share one credential",
        ),
        404 | 408 | 410 if source.kind() == Kind::Metadata => of(
            ErrorKind::Service,
            "the platform is being updated: try again",
        ),
        500.. => of(ErrorKind::Service, "the platform failed: try again"),
        _ => Error::new(ErrorKind::Refused, message),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Any second of this century and the next is read from every form that has been seen.
        #[test]
        fn every_form_of_a_time_is_the_same_time(second in 946_684_800_i64..7_258_118_400) {
            let at = Timestamp::from_second(second).unwrap();
            for form in [
                second.to_string(),
                at.to_string(),
                at.strftime("%Y-%m-%d %H:%M:%S").to_string(),
                at.strftime("%m/%d/%Y %H:%M:%S +00:00").to_string(),
                at.strftime("%m/%d/%Y %I:%M:%S %p +00:00").to_string(),
            ] {
                prop_assert_eq!(instant(&form), Some(at), "{}", form);
            }
        }

        #[test]
        fn no_text_does_harm(text in "\\PC{0,40}") {
            let asked = Timestamp::UNIX_EPOCH;
            let _ = left(&Value::from(text.as_str()), asked);
            let _ = seconds(Some(&Value::from(text)));
        }

        /// A life is believed up to ten years, whether it is a number or digits.
        #[test]
        fn a_life_in_digits_is_one_in_numbers(life in any::<u64>()) {
            let number = seconds(Some(&Value::from(life)));
            prop_assert_eq!(number, seconds(Some(&Value::from(life.to_string()))));
            prop_assert!(after(Timestamp::now(), number.unwrap()).is_some());
        }
    }
}
