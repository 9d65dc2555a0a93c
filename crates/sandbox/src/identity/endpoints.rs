//! The paths of the login service.

use jiff::Timestamp;
use serde_json::json;

use super::error::TokenError;
use super::form::Form;
use super::{Desk, Identity, grants, keys, managed};
use crate::answer::Answer;
use crate::http::Incoming;
use crate::random;

/// The name a request to the login service goes by in faults and in the request log.
pub(crate) fn operation_id(path: &str) -> &'static str {
    match segments(path).as_slice() {
        ["metadata", "identity", "oauth2", "token"] | ["msi", "token"] => "managed_identity",
        [_, "oauth2", "v2.0", "token"] | [_, "oauth2", "token"] => "token",
        [_, "oauth2", "v2.0", "devicecode"] => "devicecode",
        [_, "discovery", "v2.0", "keys"] | [_, "discovery", "keys"] => "keys",
        [_, "v2.0", ".well-known", "openid-configuration"]
        | [_, ".well-known", "openid-configuration"] => "metadata",
        _ => "unmatched",
    }
}

/// Answers a request to the login service.
pub(crate) fn answer(identity: &Identity, request: &Incoming, now: Timestamp) -> Answer {
    let correlation_id = request
        .header("client-request-id")
        .map_or_else(random::request_id, str::to_owned);
    let parts = segments(&request.path);
    let tenant = parts.first().copied().unwrap_or("");
    let answer = match (request.method.as_str(), operation_id(&request.path)) {
        ("POST", kind @ ("token" | "devicecode")) => {
            let form = Form::parse(&request.body);
            let desk = Desk {
                identity,
                tenant,
                now,
            };
            let ask = grants::Request {
                form: &form,
                authorization: request.header("authorization"),
                version_one: parts.get(2) != Some(&"v2.0"),
            };
            let outcome = match kind {
                "devicecode" => grants::device_code::begin(&desk, &ask),
                _ => grants::run(&desk, &ask),
            };
            match outcome {
                Ok(token) => Answer::json(200, token),
                Err(error) => error.answer(now, &correlation_id, &identity.login_url),
            }
        }
        ("GET", "keys") => Answer::json(
            200,
            keys::key_set(&format!("https://sts.sandbox.invalid/{tenant}/")),
        ),
        ("GET", "metadata") => metadata(identity, tenant, now, &correlation_id),
        ("GET", "managed_identity") if parts.first() == Some(&"msi") => {
            managed::app_service(identity, request, now)
        }
        ("GET", "managed_identity") => managed::metadata(identity, request, now),
        (_, "token" | "devicecode") => Answer::empty(405).header("allow", "POST"),
        (_, "keys" | "metadata" | "managed_identity") => Answer::empty(405).header("allow", "GET"),
        _ => Answer::empty(404),
    };
    answer
        .header("cache-control", "no-store, no-cache")
        .header("pragma", "no-cache")
        .header("client-request-id", correlation_id)
}

fn metadata(identity: &Identity, tenant: &str, now: Timestamp, correlation_id: &str) -> Answer {
    let any = matches!(tenant, "common" | "organizations");
    if !any && !identity.knows_tenant(tenant) {
        return TokenError::unknown_tenant(tenant).answer(now, correlation_id, &identity.login_url);
    }
    let base = format!("{}/{tenant}", identity.login_url);
    let issuer = if any { "{tenantid}" } else { tenant };
    Answer::json(
        200,
        json!({
            "token_endpoint": format!("{base}/oauth2/v2.0/token"),
            "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt", "client_secret_basic"],
            "jwks_uri": format!("{base}/discovery/v2.0/keys"),
            "response_modes_supported": ["query", "fragment", "form_post"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["RS256"],
            "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
            "scopes_supported": ["openid", "profile", "email", "offline_access"],
            "issuer": format!("https://login.sandbox.invalid/{issuer}/v2.0"),
            "authorization_endpoint": format!("{base}/oauth2/v2.0/authorize"),
            "device_authorization_endpoint": format!("{base}/oauth2/v2.0/devicecode"),
            "claims_supported": ["sub", "iss", "aud", "exp", "iat", "ver", "tid"],
            "cloud_instance_name": "sandbox.invalid",
        }),
    )
}

fn segments(path: &str) -> Vec<&str> {
    path.trim_matches('/').split('/').collect()
}
