//! Where the platform gives tokens to what runs on it: the instance metadata service, and App Service's endpoint.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Value, json};

use super::application::Application;
use super::claims::{Claims, LIFETIME};
use super::{Identity, keys, resource};
use crate::answer::Answer;
use crate::http::Incoming;

/// The header value that App Service gives its apps.
pub(crate) const IDENTITY_HEADER: &str = "sandbox-identity-header-0001";

/// How a user-assigned identity is named by its client id, and in other ways that name nothing here.
const SELECTORS: [&str; 5] = [
    "object_id",
    "principal_id",
    "msi_res_id",
    "mi_res_id",
    "clientid",
];

/// Answers as the instance metadata service.
pub(crate) fn metadata(identity: &Identity, request: &Incoming, now: Timestamp) -> Answer {
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
    if !query.contains_key("api-version") {
        return refusal("invalid_request", "The api-version parameter is missing");
    }
    match issue(identity, &query, now) {
        Err(Refused::NoIdentity) => refusal("invalid_request", "Identity not found"),
        Err(Refused::UnknownResource(name)) => refusal(
            "invalid_resource",
            &format!(
                "AADSTS500011: The resource principal named {name} was not found in the tenant."
            ),
        ),
        Ok(mut body) => {
            body["expires_in"] = LIFETIME.as_secs().to_string().into();
            body["ext_expires_in"] = body["expires_in"].clone();
            body["refresh_token"] = "".into();
            Answer::json(200, body)
        }
    }
}

/// Answers as App Service.
pub(crate) fn app_service(identity: &Identity, request: &Incoming, now: Timestamp) -> Answer {
    let refusal = |status: u16, text: &str| {
        Answer::json(status, json!({"statusCode": status, "message": text}))
    };
    if request.header("x-identity-header") != Some(IDENTITY_HEADER) {
        return refusal(401, "The identity header is missing or wrong.");
    }
    match issue(identity, &request.query_pairs(), now) {
        Err(Refused::NoIdentity) => refusal(
            400,
            "No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.",
        ),
        Err(Refused::UnknownResource(name)) => refusal(
            400,
            &format!("An attempt to get a token for {name} failed."),
        ),
        Ok(body) => Answer::json(200, body),
    }
}

enum Refused {
    NoIdentity,
    UnknownResource(String),
}

/// The members that all answers share; numbers are text.
fn issue(
    identity: &Identity,
    query: &BTreeMap<String, String>,
    now: Timestamp,
) -> Result<Value, Refused> {
    let application = application(identity, query).ok_or(Refused::NoIdentity)?;
    let wanted = query.get("resource").map_or("", String::as_str);
    let resource = resource::find(wanted.trim_end_matches('/'))
        .ok_or_else(|| Refused::UnknownResource(wanted.to_owned()))?;
    let claims = Claims::for_application(application, resource, now);
    Ok(json!({
        "access_token": keys::sign(&claims).unwrap_or_default(),
        "client_id": application.client_id,
        "expires_on": claims.exp.to_string(),
        "not_before": claims.nbf.to_string(),
        "resource": resource.identifier,
        "token_type": "Bearer",
    }))
}

/// The default application is the identity of the machine; the others of its tenant are user-assigned ones.
fn application<'a>(
    identity: &'a Identity,
    query: &BTreeMap<String, String>,
) -> Option<&'a Application> {
    if SELECTORS.iter().any(|name| query.contains_key(*name)) {
        return None;
    }
    let own = identity.applications.first()?;
    match query.get("client_id") {
        None => Some(own),
        Some(client_id) => identity.application(&own.tenant_id, client_id),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Bench, Heard};
    use crate::{Application, Sandbox, Service};

    const PATH: &str = "/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://api.security.microsoft.com";

    async fn get(bench: &Bench, path: &str, header: (&str, &str)) -> Heard {
        let url = format!("{}{path}", bench.sandbox.url(Service::Login));
        let request = axum::http::Request::get(url).header(header.0, header.1);
        Heard::of(bench.sandbox.call(request.body(Vec::new()).unwrap()).await)
    }

    const METADATA: (&str, &str) = ("metadata", "true");

    #[tokio::test(start_paused = true)]
    async fn a_machine_gets_a_token_that_the_services_take() {
        let bench = Bench::new().await;
        let heard = get(&bench, PATH, METADATA).await;
        assert_eq!(
            (heard.status, &heard.body["expires_in"]),
            (200, &"3599".into())
        );
        assert_eq!(heard.body["client_id"], bench.sandbox.client_id());
        let bearer = format!("Bearer {}", heard.body["access_token"].as_str().unwrap());
        let called = bench
            .send_as(Service::Xdr, "GET", "/api/incidents", None, &bearer)
            .await;
        assert_eq!(called.status, 200);
        assert_eq!(bench.sandbox.requests("managed_identity").len(), 1);
    }

    #[tokio::test(start_paused = true)]
    async fn an_app_proves_itself_with_its_header_and_is_told_no_lifetime() {
        let bench = Bench::new().await;
        let path = PATH.replace("metadata/identity/oauth2", "msi");
        let header = bench.sandbox.identity_header().to_owned();
        let heard = get(&bench, &path, ("x-identity-header", &header)).await;
        assert_eq!((heard.status, heard.body.get("expires_in")), (200, None));
        assert!(heard.body["expires_on"].is_string());
        let heard = get(&bench, &path, METADATA).await;
        assert_eq!(
            (heard.status, &heard.body["statusCode"]),
            (401, &401.into())
        );
    }

    #[tokio::test(start_paused = true)]
    async fn refusals_have_their_words() {
        let user_assigned = Application::new("mine", "secret");
        let bench = Bench::with(Sandbox::builder().application(user_assigned)).await;
        let mine = format!("{PATH}&client_id=mine");
        assert_eq!(get(&bench, &mine, METADATA).await.body["client_id"], "mine");
        for (path, header, word) in [
            (PATH.to_owned(), ("accept", "*/*"), "bad_request_102"),
            (
                format!("{PATH}&client_id=other"),
                METADATA,
                "invalid_request",
            ),
            (format!("{PATH}&object_id=o"), METADATA, "invalid_request"),
            (format!("{PATH}.example"), METADATA, "invalid_resource"),
        ] {
            let heard = get(&bench, &path, header).await;
            assert_eq!(
                (heard.status, &heard.body["error"]),
                (400, &word.into()),
                "{path}"
            );
        }
    }
}
