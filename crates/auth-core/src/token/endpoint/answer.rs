//! Reading what the token endpoint answers, and what answers in its place.

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

/// What is assumed where the answer does not say how long the token lives.
const USUAL_LIFE: Duration = Duration::from_secs(600);

/// The token of a successful answer. No part of the body goes into an error: it may hold a token in a place where
/// none is looked for.
pub(super) fn issued(response: &Response, asked: Timestamp, grant: &Grant) -> Result<Issued> {
    let Some(body) = object(response.body()) else {
        return Err(foreign(response, grant));
    };
    let secret = body.get("access_token").and_then(Value::as_str);
    let Some(secret) = secret.filter(|secret| !secret.is_empty()) else {
        return Err(unexpected("the answer to the token request holds no token"));
    };
    let kind = body.get("token_type").and_then(Value::as_str);
    if kind.is_some_and(|kind| !kind.eq_ignore_ascii_case("bearer")) {
        return Err(unexpected("the token that was issued is no bearer token"));
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

/// How long the token is good for.
fn life(body: &Value) -> Duration {
    let told = body.get("expires_in");
    seconds(told).unwrap_or_else(|| {
        if told.is_some_and(|told| !told.is_null()) {
            tracing::warn!("the life of a token cannot be read; ten minutes are assumed");
        }
        USUAL_LIFE
    })
}

/// The user whom an answer is about: `client_info` says who it is everywhere, the ID token who it is here.
///
/// Neither is proof of anything. They came over the connection that the token came over.
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
        // AD FS has no `client_info`; its subjects are its own.
        home_account_id: home.or_else(|| claim("sub"))?,
        local_account_id: claim("oid").or_else(|| claim("sub")).unwrap_or_default(),
        username: claim("preferred_username")
            .or_else(|| claim("upn"))
            .unwrap_or_default(),
        realm: claim("tid"),
    })
}

/// JSON in base64, with or without its filling.
fn decoded(text: &str) -> Option<Value> {
    let json = URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok()?;
    object(&json)
}

/// Whether a refusal's body tells of a failure of the moment.
pub(super) fn is_transient(body: &[u8]) -> bool {
    let Some(body) = object(body) else {
        return false;
    };
    match aadsts::lookup(&codes(&body)) {
        Some(known) => known.again == Again::Soon,
        None => is_momentary(text(&body, "error")),
    }
}

/// Whether an answer says no although its status says yes: some gateways do.
pub(super) fn is_refusal(response: &Response) -> bool {
    let says = |body: &Value| text(body, "error").is_some() && text(body, "access_token").is_none();
    object(response.body()).is_some_and(|body| says(&body))
}

/// The error that a refusal tells of.
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

/// The error that a refusal tells of which came another way than as the answer to a request.
pub(crate) fn told(body: &Value, grant: &Grant) -> Error {
    let circumstances = Circumstances {
        status: StatusCode::BAD_REQUEST,
        retry_after: None,
        date: None,
    };
    explain(body, grant, &circumstances)
        .with_tenant(&*grant.application.tenant_id)
        .with_resource(grant.resource())
}

/// What of an answer is not in its body.
struct Circumstances {
    status: StatusCode,
    retry_after: Option<Duration>,
    date: Option<Timestamp>,
}

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

/// When the answer was given, by the clock of whoever gave it.
fn date(headers: &HeaderMap) -> Option<Timestamp> {
    let text = headers.get(http::header::DATE)?.to_str().ok()?;
    let date = jiff::fmt::rfc2822::parse(text).ok()?;
    Some(date.timestamp())
}

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

fn is_momentary(word: Option<&str>) -> bool {
    matches!(word, Some("temporarily_unavailable" | "server_error"))
}

/// The number's own advice, with the delay that the service asks for; `None`: what is usual for the kind.
fn advice(known: Option<&Known>, kind: ErrorKind, asked: Option<Duration>) -> Option<RetryAdvice> {
    match (kind, known) {
        (ErrorKind::Throttled | ErrorKind::Service, _) => {
            Some(RetryAdvice::After(asked.unwrap_or(USUAL_DELAY)))
        }
        (_, Some(known)) => Some(known.again.advice(asked)),
        (_, None) => None,
    }
}

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
        // An application has nobody who could sign in.
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

/// Something that is not the identity service's JSON.
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
        407 => unexpected(message).with_hint("the proxy wants a sign-in of its own"),
        _ => unexpected(message).with_hint(
            "that was not the identity service: look for a proxy or a network's sign-in page, and check the authority",
        ),
    }
}

fn unexpected(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::UnexpectedAnswer, message)
}

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

fn redirected_to(headers: &HeaderMap) -> Option<String> {
    let location = headers.get(http::header::LOCATION)?.to_str().ok()?;
    url::Url::parse(location)
        .ok()?
        .host_str()
        .map(str::to_owned)
}

/// The title of a page, which may repeat what was sent to it.
fn title(body: &[u8], grant: &Grant) -> Option<String> {
    let text = String::from_utf8_lossy(body);
    let lower = text.to_ascii_lowercase();
    let from = lower.find("<title")?;
    let from = from + lower[from..].find('>')? + 1;
    let to = from + lower[from..].find("</title")?;
    Some(shorten(&without_proofs(&text[from..to], &grant.proofs))).filter(|title| !title.is_empty())
}

/// The numbers of a refusal: from their list, else from the beginning of the text.
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

/// What of the service's text may be shown: its first line, without the number that stands before it anyway, without
/// the ids that have places of their own, without people's addresses and without what was sent as proof.
fn first_line(description: &str, grant: &Grant) -> String {
    // Before anything is cut off: a part of a proof is one, too.
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
