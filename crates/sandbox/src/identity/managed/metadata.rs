//! The instance metadata service (IMDS) of virtual machines.
//!
//! Requests need the header `Metadata: true` and must not be forwarded, which protects
//! against server-side request forgery.
//!
//! Source: entra-docs, `how-to-use-vm-token.md`.

use jiff::Timestamp;
use serde_json::json;

use super::super::Identity;
use super::{IssueError, TokenRequest, issue};
use crate::answer::Answer;
use crate::http::Incoming;

/// Answers a token request. All errors are 400. Numbers are text.
pub(crate) fn answer(identity: &Identity, request: &Incoming, now: Timestamp) -> Answer {
    let refusal = |word: &str, text: &str| {
        Answer::json(400, json!({"error": word, "error_description": text}))
    };
    if request.header("metadata") != Some("true") {
        return refusal("bad_request_102", "Required metadata header not specified");
    }
    if request.header("x-forwarded-for").is_some() {
        return refusal("invalid_request", "Forwarded requests are not allowed");
    }
    let query = request.query_pairs();
    let version = query.get("api-version").map_or("", String::as_str);
    if version.parse::<jiff::civil::Date>().is_err() {
        return refusal(
            "invalid_request",
            "The api-version is invalid or was not specified in the request",
        );
    }
    let token_request = TokenRequest {
        platform: "metadata",
        query: &query,
        selectors: &["client_id", "object_id", "msi_res_id"],
        can_revoke: false,
    };
    match issue(identity, &token_request, now) {
        Err(IssueError::NoResource) => {
            refusal("invalid_request", "The parameter resource is missing")
        }
        Err(IssueError::NoIdentity) => refusal("invalid_request", "Identity not found"),
        Err(IssueError::UnknownResource(name)) => refusal(
            "invalid_resource",
            &format!(
                "AADSTS500011: The resource principal named {name} was not found in the tenant."
            ),
        ),
        Ok((issued, mut body)) => {
            let left = issued.claims.exp - now.as_second();
            body["expires_in"] = left.to_string().into();
            body["ext_expires_in"] = body["expires_in"].clone();
            body["expires_on"] = issued.claims.exp.to_string().into();
            body["not_before"] = issued.claims.nbf.to_string().into();
            body["refresh_token"] = "".into();
            Answer::json(200, body)
        }
    }
}
