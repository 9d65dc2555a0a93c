//! App Service: the versions `2017-09-01`, `2019-08-01` and `2025-03-30` of the token
//! endpoint.
//!
//! They differ in the header with the secret, in the names of identities and in the form of
//! times.
//!
//! Source: azure-docs, `overview-managed-identity.md`.

use jiff::Timestamp;
use serde_json::json;

use super::super::Identity;
use super::{IDENTITY_HEADER, IssueError, TokenRequest, issue};
use crate::answer::Answer;
use crate::http::Incoming;

/// Differences between the versions of the endpoint.
struct Version {
    /// Header that carries the secret.
    header: &'static str,
    selectors: &'static [&'static str],
    can_revoke: bool,
    /// Whether the expiry is a date instead of a number.
    writes_dates: bool,
}

/// The version `2019-08-01`.
const PRESENT: Version = Version {
    header: "x-identity-header",
    selectors: &["client_id", "principal_id", "object_id", "mi_res_id"],
    can_revoke: false,
    writes_dates: false,
};

/// The version with a name. `None` if it is not supported.
fn version(name: &str) -> Option<Version> {
    Some(match name {
        "2017-09-01" => Version {
            header: "secret",
            selectors: &["clientid"],
            can_revoke: false,
            writes_dates: true,
        },
        "2019-08-01" => PRESENT,
        "2025-03-30" => Version {
            can_revoke: true,
            ..PRESENT
        },
        _ => return None,
    })
}

/// Answers a token request: 400 for a bad request or unknown identity, 401 without the
/// secret.
pub(crate) fn answer(identity: &Identity, request: &Incoming, now: Timestamp) -> Answer {
    let refusal = |status: u16, text: &str| {
        Answer::json(status, json!({"statusCode": status, "message": text}))
    };
    let query = request.query_pairs();
    let named = query.get("api-version").map_or("", String::as_str);
    let Some(version) = version(named) else {
        return refusal(400, "The api-version is missing or not supported.");
    };
    if request.header(version.header) != Some(IDENTITY_HEADER) {
        return refusal(401, "The identity header is missing or wrong.");
    }
    let token_request = TokenRequest {
        platform: "app_service",
        query: &query,
        selectors: version.selectors,
        can_revoke: version.can_revoke,
    };
    match issue(identity, &token_request, now) {
        Err(IssueError::NoResource) => refusal(400, "The parameter resource is missing."),
        Err(IssueError::NoIdentity) => refusal(
            400,
            "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.",
        ),
        Err(IssueError::UnknownResource(name)) => refusal(
            400,
            &format!("An attempt to get a token for {name} failed."),
        ),
        Ok((issued, mut body)) => {
            let end = issued.claims.exp;
            let date = Timestamp::from_second(end)
                .map(|end| end.strftime("%m/%d/%Y %H:%M:%S +00:00").to_string());
            body["expires_on"] = match date {
                Ok(date) if version.writes_dates => date.into(),
                _ => end.to_string().into(),
            };
            if !version.writes_dates {
                body["not_before"] = issued.claims.nbf.to_string().into();
            }
            Answer::json(200, body)
        }
    }
}
