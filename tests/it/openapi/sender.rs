//! Sends requests to an emulator of their own, with the token that the document asks for.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use sandbox::{Builder, Sandbox, Service};
use serde_json::Value;

use super::document::Operation;
use super::request::Request;

pub(super) struct Sender {
    pub(super) sandbox: Sandbox,
}

/// An answer.
pub(super) struct Heard {
    pub(super) status: u16,
    pub(super) body: Vec<u8>,
}

impl Sender {
    /// A fresh emulator, so that no operation sees what another one changed.
    pub(super) async fn start() -> Self {
        Self::with(Sandbox::builder()).await
    }

    pub(super) async fn with(builder: Builder) -> Self {
        Self {
            sandbox: builder.start().await.unwrap(),
        }
    }

    /// Sends a request to the emulated service of its server.
    pub(super) async fn send(&self, operation: &Operation<'_>, request: Request) -> Heard {
        let authorization = self.authorization(operation).await;
        self.send_as(operation, request, authorization).await
    }

    /// The same with another token, or none.
    pub(super) async fn send_as(
        &self,
        operation: &Operation<'_>,
        request: Request,
        authorization: Option<String>,
    ) -> Heard {
        let service = service(operation.family().unwrap());
        let mut sent = http::Request::builder()
            .method(operation.method.to_uppercase().as_str())
            .uri(self.sandbox.url(service) + &request.path);
        for (name, value) in request.headers {
            sent = sent.header(name, value);
        }
        if let Some(authorization) = authorization {
            sent = sent.header("authorization", authorization);
        }
        self.call(sent.body(request.body).unwrap()).await
    }

    async fn call(&self, request: http::Request<Vec<u8>>) -> Heard {
        let (head, body) = self.sandbox.call(request).await.into_parts();
        Heard {
            status: head.status.as_u16(),
            body,
        }
    }

    /// The token of the first security requirement. Where the only one is a token that was acquired elsewhere, it is the
    /// portal's own or that of the application.
    pub(super) async fn authorization(&self, operation: &Operation<'_>) -> Option<String> {
        let own = (self.sandbox.client_id(), self.sandbox.client_secret());
        match operation.security().into_iter().next()? {
            (scheme, Some(scope)) if scheme.ends_with("_delegated") => {
                let user = ("username", self.sandbox.user_name());
                let password = ("password", self.sandbox.user_password());
                let person = [("grant_type", "password"), user, password];
                Some(self.token(own, scope, &person).await)
            }
            ("mdca_portal_token", _) => Some(format!("Token {}", self.sandbox.mdca_api_token())),
            _ => self.token_of(operation, own).await,
        }
    }

    /// A token of an application, by its id and secret. `None` if the host takes none.
    pub(super) async fn token_of(
        &self,
        operation: &Operation<'_>,
        application: (&str, &str),
    ) -> Option<String> {
        let grant = [("grant_type", "client_credentials")];
        Some(self.token(application, operation.scope()?, &grant).await)
    }

    async fn token(
        &self,
        (id, secret): (&str, &str),
        scope: &str,
        grant: &[(&str, &str)],
    ) -> String {
        let own = [
            ("scope", scope),
            ("client_id", id),
            ("client_secret", secret),
        ];
        let form: Vec<_> = own
            .iter()
            .chain(grant)
            .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)))
            .collect();
        let (login, tenant) = (self.sandbox.url(Service::Login), self.sandbox.tenant_id());
        let request = http::Request::post(format!("{login}/{tenant}/oauth2/v2.0/token"))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(form.join("&").into_bytes());
        let heard = self.call(request.unwrap()).await;
        let answer: Value = serde_json::from_slice(&heard.body).unwrap();
        let token = answer["access_token"].as_str();
        format!("Bearer {}", token.unwrap_or_else(|| panic!("{answer}")))
    }
}

/// The emulated service of a host family.
pub(super) fn service(family: &str) -> Service {
    match family {
        "mde" => Service::Mde,
        "xdr" => Service::Xdr,
        "graph" => Service::Graph,
        "mdca_portal" => Service::Mdca,
        other => panic!("{other} is not known here"),
    }
}
