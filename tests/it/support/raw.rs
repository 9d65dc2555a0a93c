//! A client of the emulator that shares no code with the SDK.

use std::collections::HashMap;
use std::sync::Mutex;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use sandbox::{Sandbox, Service};
use serde_json::Value;

/// Signs in by a token request and sends plain requests.
pub(crate) struct Caller {
    sandbox: Sandbox,
    tokens: Mutex<HashMap<Service, String>>,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Heard {
    pub(crate) status: u16,
    /// `Null` if the body is not JSON.
    pub(crate) body: Value,
    pub(crate) text: String,
}

impl Heard {
    /// The rows, from the member of the list.
    pub(crate) fn rows(&self) -> Vec<Value> {
        let members = ["value", "data", "streams"].iter();
        let rows = members.filter_map(|name| self.body[*name].as_array());
        rows.chain(self.body.as_array())
            .next()
            .unwrap_or_else(|| panic!("no rows in {} {}", self.status, self.text))
            .clone()
    }
}

impl Caller {
    pub(crate) fn new(sandbox: Sandbox) -> Self {
        Self {
            sandbox,
            tokens: Mutex::default(),
        }
    }

    pub(crate) async fn get(&self, service: Service, path: &str) -> Heard {
        self.send(service, "GET", path, None).await
    }

    pub(crate) async fn send(
        &self,
        service: Service,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> Heard {
        let authorization = format!("Bearer {}", self.token(service).await);
        let url = format!("{}{path}", self.sandbox.url(service));
        self.send_as(&authorization, method, url, body).await
    }

    /// Some operations of Defender for Cloud Apps accept only the portal's token.
    pub(crate) async fn get_with_legacy_token(&self, path: &str) -> Heard {
        let authorization = format!("Token {}", self.sandbox.mdca_api_token());
        let url = format!("{}{path}", self.sandbox.url(Service::Mdca));
        self.send_as(&authorization, "GET", url, None).await
    }

    async fn send_as(
        &self,
        authorization: &str,
        method: &str,
        url: String,
        body: Option<&Value>,
    ) -> Heard {
        let mut request = http::Request::builder()
            .method(method)
            .uri(url)
            .header("authorization", authorization);
        if body.is_some() {
            request = request.header("content-type", "application/json");
        }
        let body = body.map_or_else(Vec::new, |body| body.to_string().into_bytes());
        let answer = self.sandbox.call(request.body(body).unwrap()).await;
        let (head, body) = answer.into_parts();
        Heard {
            status: head.status.as_u16(),
            body: serde_json::from_slice(&body).unwrap_or_default(),
            text: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    /// A token of the default application for a service.
    pub(crate) async fn token(&self, service: Service) -> String {
        if let Some(token) = self.tokens.lock().unwrap().get(&service) {
            return token.clone();
        }
        let body = self
            .sign_in(&[
                ("client_id", self.sandbox.client_id()),
                ("grant_type", "client_credentials"),
                ("client_secret", self.sandbox.client_secret()),
                ("scope", scope(service)),
            ])
            .await;
        let token = body["access_token"].as_str().unwrap().to_owned();
        self.tokens.lock().unwrap().insert(service, token.clone());
        token
    }

    /// A refresh token of the user.
    pub(crate) async fn refresh_token(&self) -> String {
        self.refresh_token_of(self.sandbox.client_id()).await
    }

    /// A refresh token of the user for another application of the default tenant.
    pub(crate) async fn refresh_token_of(&self, client_id: &str) -> String {
        let scope = format!("{} offline_access", scope(Service::Mde));
        let body = self
            .sign_in(&[
                ("client_id", client_id),
                ("grant_type", "password"),
                ("username", self.sandbox.user_name()),
                ("password", self.sandbox.user_password()),
                ("scope", &scope),
            ])
            .await;
        body["refresh_token"].as_str().unwrap().to_owned()
    }

    async fn sign_in(&self, fields: &[(&str, &str)]) -> Value {
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let pairs: Vec<_> = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", encode(value)))
            .collect();
        let tenant = self.sandbox.tenant_id();
        let url = format!(
            "{}/{tenant}/oauth2/v2.0/token",
            self.sandbox.url(Service::Login)
        );
        let request = http::Request::post(url)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(pairs.join("&").into_bytes())
            .unwrap();
        let answer = self.sandbox.call(request).await;
        serde_json::from_slice(answer.body()).unwrap()
    }
}

/// The scope that opens a service for an application, as its documents name it.
pub(crate) fn scope(service: Service) -> &'static str {
    match service {
        Service::Mde => "https://api.securitycenter.microsoft.com/.default",
        Service::Xdr => "https://api.security.microsoft.com/.default",
        Service::Mdca => "05a65629-4c1b-48c1-a78b-804c4abdd4af/.default",
        _ => "https://graph.microsoft.com/.default",
    }
}
