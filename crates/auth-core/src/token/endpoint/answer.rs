//! Parses responses of the token endpoint, and of whatever answers in its place.
//!
//! A successful response has `access_token`, `token_type` and `expires_in` (seconds); for users
//! also `refresh_token`, `id_token` and `client_info`. A refusal has `error`, `error_description`,
//! `error_codes`, `suberror`, `claims`, `correlation_id` and `trace_id`. Numbers may come as
//! strings, and members may be missing.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http_core::Response;
use http_core::{HeaderMap, StatusCode};
use jiff::Timestamp;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value;

use super::echo::without_proofs;
use super::grant::{Account, Grant, Issued};
use crate::error::{Error, ErrorKind, Result, RetryAdvice, ServiceAnswer, USUAL_DELAY};
use crate::text::guid::is_guid;
use crate::text::scrub::shorten;
use crate::token::aadsts::{self, Again, Known};
use crate::token::access_token::AccessToken;
use crate::token::body::{after, object, seconds, text};

/// Lifetime that is assumed if the response does not name one.
const USUAL_LIFE: Duration = Duration::from_secs(600);

/// Parses a successful response.
///
/// # Errors
/// `UnexpectedAnswer` without a bearer token. No part of the body goes into an error: it may hold a
/// token in an unexpected member.
pub(super) fn issued(response: &Response, asked: Timestamp, grant: &Grant) -> Result<Issued> {
    let Some(body) = object(response.body()) else {
        return Err(foreign(response, grant));
    };
    let secret = body.get("access_token").and_then(Value::as_str);
    let Some(secret) = secret.filter(|secret| !secret.is_empty()) else {
        return Err(unexpected(
            "the response to the token request contains no token",
        ));
    };
    let kind = body.get("token_type").and_then(Value::as_str);
    if kind.is_some_and(|kind| !kind.eq_ignore_ascii_case("bearer")) {
        return Err(unexpected("the issued token is not a bearer token"));
    }
    let life = life(&body);
    let refresh_in = seconds(body.get("refresh_in"));
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
        refresh_token: text(&body, "refresh_token").map(SecretString::from),
        account: account(&body),
        id_token: text(&body, "id_token").map(SecretString::from),
    })
}

/// The lifetime of the token.
fn life(body: &Value) -> Duration {
    let told = body.get("expires_in");
    seconds(told).unwrap_or_else(|| {
        if told.is_some_and(|told| !told.is_null()) {
            tracing::warn!("the lifetime of a token is unreadable; assuming ten minutes");
        }
        USUAL_LIFE
    })
}

/// The user that a response is about: `client_info` identifies the user in all tenants, the ID
/// token in this one.
///
/// Neither is verified. Both came over the same TLS connection as the token.
fn account(body: &Value) -> Option<Account> {
    let id_token = text(body, "id_token").and_then(|token| decoded(token.split('.').nth(1)?));
    let claim = |name| {
        let text = id_token.as_ref().and_then(|claims| text(claims, name));
        text.map(str::to_owned)
    };
    let info = text(body, "client_info").and_then(decoded);
    let home = info.as_ref().and_then(|info| {
        let (uid, utid) = (text(info, "uid")?, text(info, "utid")?);
        Some(format!("{uid}.{utid}"))
    });
    Some(Account {
        // AD FS sends no `client_info`; its subjects identify the user.
        home_account_id: home.or_else(|| claim("sub"))?,
        local_account_id: claim("oid").or_else(|| claim("sub")).unwrap_or_default(),
        username: claim("preferred_username")
            .or_else(|| claim("upn"))
            .unwrap_or_default(),
        realm: claim("tid"),
    })
}

/// Decodes JSON in base64url, with or without padding.
fn decoded(text: &str) -> Option<Value> {
    let json = URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok()?;
    object(&json)
}

/// Whether the body of a refusal describes a momentary failure.
pub(super) fn is_transient(body: &[u8]) -> bool {
    let Some(body) = object(body) else {
        return false;
    };
    match aadsts::lookup(&codes(&body)) {
        Some(known) => known.again == Again::Soon,
        None => is_momentary(text(&body, "error")),
    }
}

/// Whether a 2xx response is a refusal: some gateways change the status.
pub(super) fn is_refusal(response: &Response) -> bool {
    let says = |body: &Value| text(body, "error").is_some() && text(body, "access_token").is_none();
    object(response.body()).is_some_and(|body| says(&body))
}

/// Converts a refusal to an error.
pub(super) fn refusal(response: &Response, grant: &Grant) -> Error {
    let body = object(response.body());
    let Some(body) = body.filter(|body| text(body, "error").is_some()) else {
        return foreign(response, grant);
    };
    let circumstances = Circumstances {
        status: response.status(),
        retry_after: response.retry_after(),
        date: date(response.headers()),
    };
    explain(&body, grant, &circumstances)
}

/// Converts a refusal that arrived by another way than a response, such as a redirect of the
/// browser.
pub(crate) fn error_from(body: &Value, grant: &Grant) -> Error {
    let circumstances = Circumstances {
        status: StatusCode::BAD_REQUEST,
        retry_after: None,
        date: None,
    };
    explain(body, grant, &circumstances)
        .with_tenant(&*grant.application.tenant_id)
        .with_resource(grant.resource())
}

/// Parts of a response beside its body.
struct Circumstances {
    status: StatusCode,
    retry_after: Option<Duration>,
    date: Option<Timestamp>,
}

/// Builds the error: kind, message, hint and advice.
fn explain(body: &Value, grant: &Grant, circumstances: &Circumstances) -> Error {
    let word = text(body, "error").unwrap_or_default();
    let codes = codes(body);
    let known = aadsts::lookup(&codes);
    let suberror = text(body, "suberror");
    let kind = kind(circumstances.status, known, word, suberror);
    let message = first_line(text(body, "error_description").unwrap_or(word), grant);
    let error = Error::new(kind, message);
    let error = match hint(known, kind, &codes, grant) {
        Some(hint) => error.with_hint(hint),
        None => error,
    };
    let error = match advice(known, kind, circumstances.retry_after) {
        Some(advice) => error.with_retry_advice(advice),
        None => error,
    };
    let owned = |name| text(body, name).map(str::to_owned);
    let code = match codes.first() {
        Some(code) => format!("AADSTS{code}"),
        None => word.to_owned(),
    };
    error.with_answer(ServiceAnswer {
        code: Some(code),
        word: Some(word.to_owned()),
        codes,
        suberror: suberror.map(str::to_owned),
        claims: owned("claims"),
        correlation_id: owned("correlation_id"),
        trace_id: owned("trace_id"),
        date: circumstances.date,
    })
}

/// The `Date` header: the service's clock.
fn date(headers: &HeaderMap) -> Option<Timestamp> {
    let text = headers.get(http::header::DATE)?.to_str().ok()?;
    let date = jiff::fmt::rfc2822::parse(text).ok()?;
    Some(date.timestamp())
}

/// Decides the kind: by status 429, then by number, then by `suberror`, then by OAuth word.
fn kind(
    status: StatusCode,
    known: Option<&Known>,
    word: &str,
    suberror: Option<&str>,
) -> ErrorKind {
    if status == StatusCode::TOO_MANY_REQUESTS {
        return ErrorKind::Throttled;
    }
    if let Some(known) = known {
        return known.kind;
    }
    match (suberror, word) {
        (Some("consent_required"), _) | (_, "consent_required") => ErrorKind::ConsentRequired,
        (Some("protection_policy_required" | "device_authentication_failed"), _) => {
            ErrorKind::Blocked
        }
        (_, "invalid_client" | "unauthorized_client") => ErrorKind::InvalidClient,
        (_, "invalid_scope" | "invalid_resource") => ErrorKind::InvalidScope,
        (_, "invalid_tenant" | "invalid_instance") => ErrorKind::InvalidTenant,
        (_, "interaction_required" | "login_required" | "invalid_grant") => {
            ErrorKind::InteractionRequired
        }
        (_, word) if is_momentary(Some(word)) || status.is_server_error() => ErrorKind::Service,
        _ => ErrorKind::Refused,
    }
}

/// Whether an OAuth word describes a momentary failure.
fn is_momentary(word: Option<&str>) -> bool {
    matches!(word, Some("temporarily_unavailable" | "server_error"))
}

/// The advice of the number, with the delay that the service asks for. `None`: the usual one of the
/// kind.
fn advice(known: Option<&Known>, kind: ErrorKind, asked: Option<Duration>) -> Option<RetryAdvice> {
    match (kind, known) {
        (ErrorKind::Throttled | ErrorKind::Service, _) => {
            Some(RetryAdvice::After(asked.unwrap_or(USUAL_DELAY)))
        }
        (_, Some(known)) => Some(known.again.advice(asked)),
        (_, None) => None,
    }
}

/// The hint for a refusal. A secret that looks like a GUID is most likely the secret's id.
fn hint(
    known: Option<&Known>,
    kind: ErrorKind,
    codes: &[u32],
    grant: &Grant,
) -> Option<&'static str> {
    let secret = grant
        .proofs
        .iter()
        .find(|(name, _)| *name == "client_secret");
    let looks_like_an_id = secret.is_some_and(|(_, secret)| is_guid(secret.expose_secret()));
    if codes.contains(&7_000_215) && looks_like_an_id {
        return Some(
            "what was given as the client secret looks like the secret's id: copy the column `Value`, shown only when the secret is made",
        );
    }
    if let Some(known) = known {
        return Some(known.hint_for(grant.grant_type));
    }
    match kind {
        ErrorKind::Throttled => Some("too many token requests: share one credential and wait"),
        ErrorKind::Service => Some("the identity service failed: try again"),
        // An application cannot sign in interactively.
        ErrorKind::InteractionRequired if grant.grant_type == aadsts::CLIENT_CREDENTIALS => Some(
            "the application's proof is not accepted: check secret, certificate or federated credential",
        ),
        ErrorKind::InteractionRequired => Some("sign in again"),
        ErrorKind::ConsentRequired => Some("an administrator of the tenant has to consent"),
        ErrorKind::InvalidClient => {
            Some("the application is not accepted: check client id, tenant and secret")
        }
        ErrorKind::InvalidScope => {
            Some("check the scope: an application asks for `<API>/.default`")
        }
        _ => None,
    }
}

/// The error for a response that is not the identity service's JSON.
fn foreign(response: &Response, grant: &Grant) -> Error {
    let status = response.status();
    let page = match title(response.body(), grant) {
        Some(title) => format!("a page, \"{title}\""),
        None => format!("{} that cannot be read", content_type(response.headers())),
    };
    let place = match redirected_to(response.headers()) {
        Some(host) if status.is_redirection() => format!(" leading to {host}"),
        _ => String::new(),
    };
    let message = format!("the token request was answered with {status}{place} and {page}");
    match status.as_u16() {
        429 => Error::new(ErrorKind::Throttled, message)
            .with_retry_advice(RetryAdvice::After(response.retry_after().unwrap_or(USUAL_DELAY))),
        500.. => Error::new(ErrorKind::Service, message)
            .with_hint("a gateway or the identity service failed: try again")
            .with_retry_advice(RetryAdvice::After(response.retry_after().unwrap_or(USUAL_DELAY))),
        407 => unexpected(message).with_hint("the proxy requires authentication"),
        _ => unexpected(message).with_hint(
            "that was not the identity service: look for a proxy or a network's sign-in page, and check the authority",
        ),
    }
}

/// An error of kind `UnexpectedAnswer`.
fn unexpected(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::UnexpectedAnswer, message)
}

/// The media type of a response, for the message.
fn content_type(headers: &HeaderMap) -> String {
    let value = headers.get(http::header::CONTENT_TYPE);
    let value = value.and_then(|value| value.to_str().ok()).unwrap_or("");
    let kind = value.split(';').next().unwrap_or("").trim();
    if kind.is_empty() {
        "content".to_owned()
    } else {
        shorten(kind)
    }
}

/// The host of a redirect, without its path and query, which may hold secrets.
fn redirected_to(headers: &HeaderMap) -> Option<String> {
    let location = headers.get(http::header::LOCATION)?.to_str().ok()?;
    url::Url::parse(location)
        .ok()?
        .host_str()
        .map(str::to_owned)
}

/// The title of an HTML page, masked: the page may repeat the request.
fn title(body: &[u8], grant: &Grant) -> Option<String> {
    let text = String::from_utf8_lossy(body);
    let lower = text.to_ascii_lowercase();
    let from = lower.find("<title")?;
    let from = from + lower[from..].find('>')? + 1;
    let to = from + lower[from..].find("</title")?;
    Some(shorten(&without_proofs(&text[from..to], &grant.proofs))).filter(|title| !title.is_empty())
}

/// The numbers of a refusal: `error_codes`, else the number at the start of the text.
fn codes(body: &Value) -> Vec<u32> {
    let listed = body.get("error_codes").and_then(Value::as_array);
    let listed: Vec<u32> = listed
        .into_iter()
        .flatten()
        .filter_map(|code| u32::try_from(code.as_u64()?).ok())
        .collect();
    if !listed.is_empty() {
        return listed;
    }
    let description = text(body, "error_description").unwrap_or_default();
    let number = description.strip_prefix("AADSTS").unwrap_or_default();
    let end = number
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(number.len());
    number[..end].parse().ok().into_iter().collect()
}

/// The part of the service's text that is shown: its first line, without the leading number, trace
/// and correlation ids (which are kept separately), e-mail addresses and anything that was sent as
/// a proof.
fn first_line(description: &str, grant: &Grant) -> String {
    // Mask before cutting: a part of a proof is a proof, too.
    let text = without_proofs(description, &grant.proofs);
    let line = text.trim_start().lines().next().unwrap_or_default();
    let line = match line.split_once(": ") {
        Some((code, rest)) if code.starts_with("AADSTS") => rest,
        _ => line,
    };
    let line = line.split(" Trace ID:").next().unwrap_or(line);
    let words = line.split_whitespace();
    let words: Vec<_> = words
        .map(|word| if word.contains('@') { "***" } else { word })
        .collect();
    shorten(&words.join(" "))
}
