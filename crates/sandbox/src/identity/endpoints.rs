//! Routes of the login service.
//!
//! All responses forbid caching and echo `client-request-id`. Paths of B2C and of the older
//! graph are not routed (404).

use jiff::Timestamp;

use super::form::Form;
use super::{Identity, TokenContext, authorize, discovery, grants, keys, managed, realm};
use crate::answer::Answer;
use crate::http::Incoming;
use crate::random;

/// Name of a request in faults and in the request log.
pub(crate) fn operation_id(path: &str) -> &'static str {
    match segments(path).as_slice() {
        ["metadata", "identity", "oauth2", "token"] | ["msi" | "fabric", "token"] => {
            "managed_identity"
        }
        [_, "oauth2", "v2.0", "token"] | [_, "oauth2", "token"] => "token",
        [_, "oauth2", "v2.0", "devicecode"] => "devicecode",
        [_, "oauth2", "v2.0", "authorize"] => "authorize",
        [_, "v2.0", "adminconsent"] | [_, "adminconsent"] => "admin_consent",
        [_, "discovery", "instance"] => "instance_discovery",
        ["common", "UserRealm" | "userrealm", _] => "user_realm",
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
    let tenant = identity
        .customers
        .id_of(parts.first().copied().unwrap_or(""));
    let context = TokenContext {
        identity,
        tenant,
        now,
    };
    let answer = match (request.method.as_str(), operation_id(&request.path)) {
        ("POST", kind @ ("token" | "devicecode")) => {
            let form = Form::parse(&request.body);
            let ask = grants::Request {
                form: &form,
                authorization: request.header("authorization"),
                version_one: parts.get(2) != Some(&"v2.0"),
            };
            let outcome = match kind {
                "devicecode" => grants::device_code::begin(&context, &ask),
                _ => grants::run(&context, &ask),
            };
            match outcome {
                Ok(token) => Answer::json(200, token),
                Err(error) => error.answer(now, &correlation_id, &identity.login_url),
            }
        }
        ("GET", kind) => match kind {
            "authorize" => authorize::sign_in(&context, &request.query_pairs()),
            "admin_consent" => {
                let v2 = parts.get(1) == Some(&"v2.0");
                authorize::consent(&context, &request.query_pairs(), v2)
            }
            "keys" => Answer::json(
                200,
                keys::key_set(&format!("https://sts.sandbox.invalid/{tenant}/")),
            ),
            "metadata" => discovery::metadata(&context, &correlation_id),
            "instance_discovery" => {
                discovery::instance(&context, &request.query_pairs(), &correlation_id)
            }
            "user_realm" => {
                let name = parts.last().copied().unwrap_or_default();
                Answer::json(200, realm::of(&crate::http::decode(name)))
            }
            "managed_identity" if parts.first() == Some(&"msi") => {
                managed::app_service(identity, request, now)
            }
            "managed_identity" if parts.first() == Some(&"fabric") => {
                managed::service_fabric(identity, request, now)
            }
            "managed_identity" => managed::metadata(identity, request, now),
            "unmatched" => Answer::empty(404),
            _ => Answer::empty(405).header("allow", "POST"),
        },
        (_, "unmatched") => Answer::empty(404),
        (_, "token" | "devicecode") => Answer::empty(405).header("allow", "POST"),
        _ => Answer::empty(405).header("allow", "GET"),
    };
    answer
        .header("cache-control", "no-store, no-cache")
        .header("pragma", "no-cache")
        .header("client-request-id", correlation_id)
}

fn segments(path: &str) -> Vec<&str> {
    path.trim_matches('/').split('/').collect()
}
