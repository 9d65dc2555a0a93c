//! A test client of the emulator: in process, with cached tokens.

use std::collections::HashMap;
use std::sync::Mutex;

use axum::http::{Request, Response};
use serde_json::Value;

use crate::{Builder, Sandbox, Service};

/// An emulator, and the tokens that were requested from it.
pub(crate) struct Bench {
    pub(crate) sandbox: Sandbox,
    tokens: Mutex<HashMap<Service, String>>,
}

/// A response, with its body parsed if it is JSON.
#[derive(Debug)]
pub(crate) struct TestResponse {
    pub(crate) status: u16,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) body: Value,
    pub(crate) bytes: Vec<u8>,
    pub(crate) cut: bool,
}

impl TestResponse {
    pub(crate) fn of(response: Response<Vec<u8>>) -> TestResponse {
        let (parts, bytes) = response.into_parts();
        TestResponse {
            status: parts.status.as_u16(),
            cut: parts.extensions.get::<crate::Cut>().is_some(),
            body: serde_json::from_slice(&bytes).unwrap_or_default(),
            headers: parts.headers,
            bytes,
        }
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    /// The rows of a list, whichever envelope it has.
    pub(crate) fn rows(&self) -> &Vec<Value> {
        self.body
            .get("value")
            .or_else(|| self.body.get("data"))
            .and_then(Value::as_array)
            .unwrap()
    }
}

impl Bench {
    pub(crate) async fn new() -> Bench {
        Bench::with(Sandbox::builder().limits(false)).await
    }

    pub(crate) async fn with(builder: Builder) -> Bench {
        Bench {
            sandbox: builder.start().await.unwrap(),
            tokens: Mutex::default(),
        }
    }

    pub(crate) async fn token(&self, service: Service) -> String {
        if let Some(token) = self.tokens.lock().unwrap().get(&service) {
            return token.clone();
        }
        let response = self
            .ask_token(&[("scope", &format!("{}/.default", scope(service)))])
            .await;
        let token = response.body["access_token"]
            .as_str()
            .unwrap_or_else(|| panic!("{response:?}"))
            .to_owned();
        self.tokens.lock().unwrap().insert(service, token.clone());
        token
    }

    /// A token of the user, for operations that no application may call.
    pub(crate) async fn user_token(&self, service: Service) -> String {
        let response = self
            .ask_token(&[
                ("grant_type", "password"),
                ("username", self.sandbox.user_name()),
                ("password", self.sandbox.user_password()),
                ("scope", &format!("{}/.default", scope(service))),
            ])
            .await;
        let token = response.body["access_token"].as_str();
        token.unwrap_or_else(|| panic!("{response:?}")).to_owned()
    }

    /// Posts a token form of the default application. Given fields replace the usual ones;
    /// an empty value removes one.
    pub(crate) async fn ask_token(&self, fields: &[(&str, &str)]) -> TestResponse {
        let mut form = vec![
            ("client_id", self.sandbox.client_id()),
            ("client_secret", self.sandbox.client_secret()),
            ("grant_type", "client_credentials"),
        ];
        form.retain(|(name, _)| !fields.iter().any(|(given, _)| given == name));
        form.extend(
            fields
                .iter()
                .copied()
                .filter(|(_, value)| !value.is_empty()),
        );
        let path = format!("/{}/oauth2/v2.0/token", self.sandbox.tenant_id());
        self.post_form(&path, &form).await
    }

    pub(crate) async fn post_form(&self, path: &str, form: &[(&str, &str)]) -> TestResponse {
        let body: Vec<String> = form
            .iter()
            .map(|(name, value)| format!("{name}={}", encode(value)))
            .collect();
        let request = Request::post(format!("{}{path}", self.sandbox.url(Service::Login)))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body.join("&").into_bytes())
            .unwrap();
        TestResponse::of(self.sandbox.call(request).await)
    }

    pub(crate) async fn get(&self, service: Service, path: &str) -> TestResponse {
        self.send(service, "GET", path, None).await
    }

    pub(crate) async fn send(
        &self,
        service: Service,
        method: &str,
        path: &str,
        body: Option<Value>,
    ) -> TestResponse {
        let token = self.token(service).await;
        self.send_as(service, method, path, body, &format!("Bearer {token}"))
            .await
    }

    #[expect(clippy::too_many_arguments, reason = "a request has that many parts")]
    pub(crate) async fn send_as(
        &self,
        service: Service,
        method: &str,
        path: &str,
        body: Option<Value>,
        authorization: &str,
    ) -> TestResponse {
        let url = if path.starts_with("http") {
            path.to_owned()
        } else {
            format!("{}{path}", self.sandbox.url(service))
        };
        let mut request = Request::builder()
            .method(method)
            .uri(url.replace(' ', "%20"));
        if !authorization.is_empty() {
            request = request.header("authorization", authorization);
        }
        let bytes = body.map_or_else(Vec::new, |body| body.to_string().into_bytes());
        TestResponse::of(self.sandbox.call(request.body(bytes).unwrap()).await)
    }
}

/// The resource that tokens for a service are requested for.
pub(crate) fn scope(service: Service) -> &'static str {
    match service {
        Service::Mde => "https://api.securitycenter.microsoft.com",
        Service::Xdr => "https://api.security.microsoft.com",
        Service::Mdca => "05a65629-4c1b-48c1-a78b-804c4abdd4af",
        _ => "https://graph.microsoft.com",
    }
}

pub(crate) fn encode(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}
