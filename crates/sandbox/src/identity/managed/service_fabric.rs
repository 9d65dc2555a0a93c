//! Service Fabric. Its endpoint has a self-signed certificate that clients check by its
//! thumbprint ([`Sandbox::server_thumbprint`](crate::Sandbox::server_thumbprint)).
//!
//! Source: azure-docs, `how-to-managed-identity-service-fabric-app-code.md`.

use jiff::Timestamp;
use serde_json::json;

use super::super::Identity;
use super::{IDENTITY_HEADER, IssueError, TokenRequest, issue};
use crate::answer::Answer;
use crate::http::Incoming;
use crate::random;

/// The only API version.
const VERSION: &str = "2019-07-01-preview";

/// Answers a token request. User-assigned identities cannot be named here: they are
/// configured with the application.
pub(crate) fn answer(identity: &Identity, request: &Incoming, now: Timestamp) -> Answer {
    let refusal = |status: u16, code: &str, text: &str| {
        let error = json!({"correlationId": random::request_id(), "code": code, "message": text});
        Answer::json(status, json!({"error": error}))
    };
    if request.header("secret") != Some(IDENTITY_HEADER) {
        let text = "Secret is not found in the request headers.";
        return refusal(400, "SecretHeaderNotFound", text);
    }
    let query = request.query_pairs();
    if query.get("api-version").map(String::as_str) != Some(VERSION) {
        return refusal(
            400,
            "InvalidApiVersion",
            "The api-version is not supported.",
        );
    }
    let token_request = TokenRequest {
        platform: "service_fabric",
        query: &query,
        selectors: &[],
        can_revoke: true,
    };
    match issue(identity, &token_request, now) {
        Err(IssueError::NoResource) => refusal(
            400,
            "ArgumentNullOrEmpty",
            "The parameter 'resource' should not be null or empty string.",
        ),
        Err(IssueError::NoIdentity) => {
            let text = "No managed identity is found for this application.";
            refusal(404, "ManagedIdentityNotFound", text)
        }
        Err(IssueError::UnknownResource(name)) => {
            let text = format!("The resource {name} is not known.");
            refusal(400, "InvalidResource", &text)
        }
        Ok((issued, mut body)) => {
            body["expires_on"] = issued.claims.exp.into();
            Answer::json(200, body)
        }
    }
}
