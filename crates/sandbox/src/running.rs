//! The handle on a running emulator.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::http::{Request, Response};
use jiff::Timestamp;
use tokio::sync::watch;

use crate::core::Core;
use crate::fault::Fault;
use crate::http::Incoming;
use crate::identity;
use crate::identity::Application;
use crate::log::Received;
use crate::service::Service;
use crate::tls::Authority;
use crate::wire::Reply;

/// A running emulator. Clones are handles on the same one; when the last is dropped its listeners
/// stop and open connections end with the answer they are giving.
#[derive(Clone)]
pub struct Sandbox {
    inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) core: Arc<Core>,
    /// Dropped with the last handle; that is what the listeners wait for.
    pub(crate) _running: watch::Sender<()>,
    pub(crate) authority: Option<Authority>,
}

/// Marks an answer of [`Sandbox::call`] whose connection a fault would have dropped; found among
/// the response's extensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut;

impl Sandbox {
    pub(crate) fn of(inner: Inner) -> Sandbox {
        Sandbox {
            inner: Arc::new(inner),
        }
    }

    /// Scheme, host and port of a service: `http://127.0.0.1:41234`.
    pub fn url(&self, service: Service) -> String {
        self.inner
            .core
            .urls
            .get(&service)
            .cloned()
            .unwrap_or_default()
    }

    /// The tenant of the default application.
    pub fn tenant_id(&self) -> &str {
        self.application().map_or("", |one| one.tenant_id.as_str())
    }

    /// The default application, which holds every application permission of the tables.
    pub fn client_id(&self) -> &str {
        self.application().map_or("", |one| one.client_id.as_str())
    }

    /// Its secret. It holds characters that must be encoded in a form.
    pub fn client_secret(&self) -> &str {
        self.application()
            .map_or("", |one| one.client_secret.as_str())
    }

    /// A token by which an issuer vouches for a subject, an hour long by the virtual clock. Applications take it
    /// that trust both: [`Application::federated`](crate::Application::federated).
    pub fn federated_token(&self, issuer: &str, subject: &str) -> String {
        identity::federated_token(issuer, subject, self.now().as_second()).unwrap_or_default()
    }

    /// The name of the user that signs in everywhere.
    pub fn user_name(&self) -> &'static str {
        identity::realm::USER_NAME
    }

    /// Its password. It holds characters that must be encoded in a form.
    pub fn user_password(&self) -> &'static str {
        identity::realm::PASSWORD
    }

    /// A user's token for an application of the default tenant, as a client of the application's own API brings it:
    /// what the application may act on behalf of the user with.
    pub fn user_assertion(&self, client_id: &str) -> String {
        let now = self.now().as_second();
        identity::user_assertion(self.tenant_id(), client_id, now).unwrap_or_default()
    }

    /// What `IDENTITY_HEADER` holds on an emulated App Service or Service Fabric. Below the address of
    /// [`Service::Login`] the `IDENTITY_ENDPOINT` of the one is `/msi/token`, of the other `/fabric/token`. The instance
    /// metadata service answers at that address, too.
    pub fn identity_header(&self) -> &'static str {
        identity::managed::IDENTITY_HEADER
    }

    /// The legacy API token of Defender for Cloud Apps: `Authorization: Token <key>`.
    pub fn mdca_api_token(&self) -> &str {
        &self.inner.core.identity.mdca_api_token
    }

    /// The certificate authority that signed the listeners' certificate, as a PEM file; only where
    /// [`Builder::tls`](crate::Builder::tls) was asked for. The file goes with the emulator.
    pub fn ca_file(&self) -> Option<&Path> {
        self.inner.authority.as_ref().map(Authority::file)
    }

    /// The SHA-1 thumbprint of the listeners' certificate, in hexadecimal digits, as Service Fabric names it in
    /// `IDENTITY_SERVER_THUMBPRINT`; only where [`Builder::tls`](crate::Builder::tls) was asked for.
    pub fn server_thumbprint(&self) -> Option<&str> {
        self.inner.authority.as_ref().map(Authority::thumbprint)
    }

    /// The environment in which clients of these services use the emulator.
    pub fn environment(&self) -> Vec<(&'static str, String)> {
        let mut variables = vec![
            ("AZURE_TENANT_ID", self.tenant_id().to_owned()),
            ("AZURE_CLIENT_ID", self.client_id().to_owned()),
            ("AZURE_CLIENT_SECRET", self.client_secret().to_owned()),
            ("AZURE_AUTHORITY_HOST", self.url(Service::Login)),
            ("DEFENDER_ENDPOINT_LOGIN", self.url(Service::Login)),
            ("DEFENDER_ENDPOINT_MDE", self.url(Service::Mde)),
            ("DEFENDER_ENDPOINT_XDR", self.url(Service::Xdr)),
            ("DEFENDER_ENDPOINT_GRAPH", self.url(Service::Graph)),
            ("DEFENDER_ENDPOINT_MDCA", self.url(Service::Mdca)),
        ];
        let guests = self.inner.core.identity.guests.iter();
        for name in guests.flat_map(|guest| &guest.variables) {
            variables.push((name, self.url(Service::Guest)));
        }
        if let Some(file) = self.ca_file() {
            variables.push(("DEFENDER_CA_FILE", file.display().to_string()));
        }
        variables
    }

    /// Sets a fault. Several may be set; the first that meets a call takes effect.
    pub fn fault(&self, fault: Fault) {
        self.inner.core.faults().set(fault);
    }

    /// Takes all faults back.
    pub fn clear_faults(&self) {
        self.inner.core.faults().clear();
    }

    /// What was received for an operation, oldest first: the id of a row, `token`, or another name
    /// that [`Received::operation`] lists. The latest 10,000 requests are kept.
    pub fn requests(&self, operation: &str) -> Vec<Received> {
        self.inner.core.log().of(operation)
    }

    /// Everything that was received, oldest first.
    pub fn all_requests(&self) -> Vec<Received> {
        self.inner.core.log().all()
    }

    /// Moves the virtual clock on: tokens age, windows slide, actions proceed.
    pub fn advance(&self, by: Duration) {
        self.inner.core.clock.advance(by);
    }

    /// The virtual time.
    pub fn now(&self) -> Timestamp {
        self.inner.core.clock.now()
    }

    /// Answers a request in process, without a socket, so that it works on a paused clock. Host and
    /// port of the absolute address pick the service; a foreign one answers 421.
    ///
    /// A connection that a fault drops shows as [`Cut`] among the extensions, with the part of the
    /// body that would have come through.
    pub async fn call(&self, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
        let origin = match (request.uri().scheme_str(), request.uri().authority()) {
            (Some(scheme), Some(authority)) => format!("{scheme}://{authority}"),
            _ => String::new(),
        };
        let service = Service::ALL
            .into_iter()
            .find(|service| self.url(*service) == origin);
        let Some(service) = service else {
            return misdirected();
        };
        response(
            self.inner
                .core
                .handle(Incoming::new(service, request))
                .await,
        )
    }

    /// The records of an entity in the default tenant, for tests that need an id.
    #[cfg(test)]
    pub(crate) fn peek(&self, product: &'static str, entity: &str) -> Vec<serde_json::Value> {
        let tenant = self.tenant_id().to_owned();
        self.inner.core.with_store(&tenant, |store| {
            store.table(product, entity).rows().cloned().collect()
        })
    }

    fn application(&self) -> Option<&Application> {
        self.inner.core.identity.applications.first()
    }
}

fn misdirected() -> Response<Vec<u8>> {
    let mut response = Response::new(b"no service has this address".to_vec());
    *response.status_mut() = axum::http::StatusCode::MISDIRECTED_REQUEST;
    response
}

fn response(reply: Reply) -> Response<Vec<u8>> {
    let mut builder = Response::builder().status(reply.status);
    for (name, value) in &reply.headers {
        builder = builder.header(name, value);
    }
    let mut body = reply.body;
    let cut = reply.cut.is_some() || reply.dropped;
    if let Some(bytes) = reply.cut {
        body.truncate(bytes);
    }
    let mut response = builder.body(body).unwrap_or_else(|_| misdirected());
    if cut {
        response.extensions_mut().insert(Cut);
    }
    response
}

impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox")
            .field("urls", &self.inner.core.urls)
            .finish_non_exhaustive()
    }
}
