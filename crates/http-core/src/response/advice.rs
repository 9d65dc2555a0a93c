//! Hints for error answers: what to do next.
//!
//! The most specific source wins:
//!
//! 1. the meaning of the service's code ([`ErrorWording`](crate::ErrorWording)),
//! 2. the target of a redirect,
//! 3. the kind: permissions for 403, the delay for 429,
//! 4. the values that inputs take, for 400 and 422,
//! 5. the status.
//!
//! A hint is an instruction to the user of a program, who may not have written it.

use http::{HeaderMap, StatusCode, header};
use url::Url;

use super::ErrorResponse;
use crate::error::ErrorKind;
use crate::operation::Operation;
use crate::operation::Place;

/// The hint for an error answer, `None` if nothing useful can be said.
///
/// `identity` is the description of the credential: with several applications about, a missing permission
/// is often that of another one.
pub(super) fn hint(
    response: &ErrorResponse,
    kind: ErrorKind,
    operation: &'static Operation,
    identity: Option<&str>,
) -> Option<String> {
    let holder = identity.map(|who| format!("; {who}")).unwrap_or_default();
    if let Some(meaning) = &response.meaning {
        let allowed = allowed_values(operation).filter(|_| concerns_inputs(response.status));
        let parts = [Some(meaning.clone()), allowed];
        return Some(parts.into_iter().flatten().collect::<Vec<_>>().join("; "));
    }
    if let Some(place) = redirected_to(response.status, &response.headers) {
        return Some(advice_on_redirect(&place).to_owned());
    }
    match kind {
        ErrorKind::Unauthenticated => {
            Some(format!("the service does not accept the token{holder}"))
        }
        ErrorKind::Denied if !operation.access.denied.is_empty() => {
            Some(format!("{}{holder}", operation.access.denied))
        }
        ErrorKind::Denied => Some(format!("{}{holder}", permissions(operation))),
        ErrorKind::NotFound => {
            Some("the record does not exist, or the caller cannot see it".to_owned())
        }
        ErrorKind::Throttled => Some(match response.delay {
            Some(delay) => format!("the rate limit is free again in {} s", delay.as_secs()),
            None => "the rate limit is used up; wait a minute".to_owned(),
        }),
        ErrorKind::Service => {
            Some("the service failed; quote the request id when asking for support".to_owned())
        }
        _ if concerns_inputs(response.status) => allowed_values(operation),
        _ => advice_on_status(response.status).map(str::to_owned),
    }
}

/// Whether the values of inputs may be the cause of a status.
fn concerns_inputs(status: StatusCode) -> bool {
    matches!(status.as_u16(), 400 | 422)
}

/// Hints for statuses whose meaning does not depend on the service.
fn advice_on_status(status: StatusCode) -> Option<&'static str> {
    Some(match status.as_u16() {
        300..=399 => {
            "redirects are not followed, because the credential would travel along: check the address"
        }
        405 | 501 => "another server than the API may have answered: check the address",
        407 => {
            "a proxy answered and wants a sign-in of its own: put user and password into the proxy's address (`HTTPS_PROXY`)"
        }
        408 => "the service or a gateway timed out while waiting for the request: try again",
        409 | 412 => "the record is in another state than the request expects: read it again",
        411 | 413 | 414 | 431 => "the request is too large: send or ask for less at once",
        451 => "a filter of the network blocks the address: ask its administrator",
        _ => return None,
    })
}

/// The target of a redirect. Relative targets stay on the service and are not reported.
pub(super) fn redirected_to(status: StatusCode, headers: &HeaderMap) -> Option<Url> {
    let location = headers
        .get(header::LOCATION)
        .filter(|_| status.is_redirection())?;
    Url::parse(location.to_str().ok()?).ok()
}

/// The hint for a redirect. Captive portals and misconfigured addresses lead to sign-in pages, which is
/// recognized by words of the address.
fn advice_on_redirect(place: &Url) -> &'static str {
    let address = place.as_str().to_ascii_lowercase();
    let words = [
        "login", "logon", "signin", "sign-in", "sso", "auth", "portal", "captive",
    ];
    if words.iter().any(|word| address.contains(word)) {
        "a sign-in page answered in place of the service: sign in to the network if it asks for that, and check the address: \
         it must be that of the API, not of a portal"
    } else {
        "redirects are not followed, because the credential would travel along: check the address"
    }
}

/// The role that a user needs besides the permission.
fn role(operation: &Operation) -> String {
    match operation.access.role {
        "" => String::new(),
        role => format!(", and the role permission '{role}'"),
    }
}

/// The values that inputs of the body take, or else the properties that can be filtered by. Services
/// answer 400 without naming the input.
fn allowed_values(operation: &'static Operation) -> Option<String> {
    let words = operation
        .inputs
        .iter()
        .filter(|param| param.place == Place::Body);
    let words: Vec<_> = words
        .filter_map(|param| match param.kind {
            crate::operation::Kind::Enum(known) => {
                Some(format!("{} takes {}", param.name, known.join(", ")))
            }
            _ => None,
        })
        .collect();
    if !words.is_empty() {
        return Some(words.join("; "));
    }
    (!operation.list.filterable.is_empty())
        .then(|| format!("$filter may name {}", operation.list.filterable.join(", ")))
}

/// The permissions that an operation needs, or as whom alone it can be called.
fn permissions(operation: &Operation) -> String {
    let (id, role) = (operation.id, role(operation));
    let (application, delegated) = (operation.access.application, operation.access.delegated);
    match (application, delegated) {
        ([], []) => format!("no permission is documented for {id}"),
        ([], names) => format!(
            "{id} can only be called as a user, who needs {} (delegated{role})",
            any_of(names)
        ),
        // Pages that name no permission of users do not say that users cannot call it.
        (names, []) => format!(
            "{id} needs {} (application); no permission of a user is documented",
            any_of(names)
        ),
        _ => format!(
            "{id} needs one of {} (application) or {} (delegated{role})",
            application.join(", "),
            delegated.join(", ")
        ),
    }
}

/// Names of which one is enough.
fn any_of(names: &[&str]) -> String {
    match names {
        [name] => (*name).to_owned(),
        names => format!("one of {}", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_permission_is_named_for_those_who_can_have_it() {
        let both = Operation::get("t.list", "/t").permissions(&["T.Read.All"], &["T.Read"]);
        let user = Operation::get("t.add", "/t").permissions(&[], &["T.ReadWrite"]);
        let role = user.role("Manage threats");
        let application = Operation::get("t.scan", "/t").permissions(&["T.Read", "T.Write"], &[]);
        let neither = Operation::get("t.none", "/t");
        for (operation, expected) in [
            (
                both,
                "t.list needs one of T.Read.All (application) or T.Read (delegated)",
            ),
            (
                user,
                "t.add can only be called as a user, who needs T.ReadWrite (delegated)",
            ),
            (
                role,
                "t.add can only be called as a user, who needs T.ReadWrite \
                 (delegated, and the role permission 'Manage threats')",
            ),
            (
                application,
                "t.scan needs one of T.Read, T.Write (application); no permission of a user is documented",
            ),
            (neither, "no permission is documented for t.none"),
        ] {
            assert_eq!(permissions(&operation), expected);
        }
    }
}
