//! The handle of a running emulator.

use std::fmt;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::http::{Request, Response};
use jiff::Timestamp;
use tokio::sync::watch;

use crate::core::Core;
use crate::customer::Customer;
use crate::customers::TenantsFile;
use crate::fault::Fault;
use crate::http::Incoming;
use crate::identity;
use crate::identity::Application;
use crate::log::Received;
use crate::service::Service;
use crate::tls::Authority;
use crate::wire::Reply;

/// A running emulator.
///
/// Clones are handles of the same emulator. When the last one is dropped, the listeners
/// stop; a response that is being sent is completed.
///
/// Several emulators can run in one process. They share the signing key and nothing else,
/// so a token of one is valid at another with the same tenant.
#[derive(Clone)]
pub struct Sandbox {
    inner: Arc<Inner>,
}

/// What the clones of a handle share.
pub(crate) struct Inner {
    pub(crate) core: Arc<Core>,
    /// Dropped with the last handle, which stops the listeners.
    pub(crate) _running: watch::Sender<()>,
    /// Only with TLS.
    pub(crate) authority: Option<Authority>,
    /// Only with customers.
    pub(crate) tenants_file: Option<TenantsFile>,
}

/// Marks a response of [`Sandbox::call`] whose connection a fault would have dropped. Found among
/// the extensions of the response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut;

impl Sandbox {
    pub(crate) fn of(inner: Inner) -> Sandbox {
        Sandbox {
            inner: Arc::new(inner),
        }
    }

    /// Base address of a service, without a trailing slash: `http://127.0.0.1:41234`.
    pub fn url(&self, service: Service) -> String {
        self.inner
            .core
            .urls
            .get(&service)
            .cloned()
            .unwrap_or_default()
    }

    /// Tenant of the default application.
    pub fn tenant_id(&self) -> &str {
        self.application().map_or("", |one| one.tenant_id.as_str())
    }

    /// Client id of the default application, which has every application permission of the tables.
    pub fn client_id(&self) -> &str {
        self.application().map_or("", |one| one.client_id.as_str())
    }

    /// Secret of the default application. It contains characters that must be encoded in a form.
    pub fn client_secret(&self) -> &str {
        self.application()
            .map_or("", |one| one.client_secret.as_str())
    }

    /// A token of another identity provider, for workload identity federation. Valid for one hour
    /// of virtual time.
    ///
    /// Accepted as the client assertion of applications registered with the same issuer and subject
    /// ([`Application::federated`](crate::Application::federated)). Empty if the operating system
    /// gives no randomness.
    pub fn federated_token(&self, issuer: &str, subject: &str) -> String {
        identity::federated_token(issuer, subject, self.now().as_second()).unwrap_or_default()
    }

    /// Name of the one user, who exists in every tenant.
    pub fn user_name(&self) -> &'static str {
        identity::realm::USER_NAME
    }

    /// Password of the user. It contains characters that must be encoded in a form.
    pub fn user_password(&self) -> &'static str {
        identity::realm::PASSWORD
    }

    /// An access token of the user for the API of an application of the default tenant: the
    /// assertion of the on-behalf-of flow. Valid for one hour of virtual time. Empty if the
    /// operating system gives no randomness.
    pub fn user_assertion(&self, client_id: &str) -> String {
        let now = self.now().as_second();
        identity::user_assertion(self.tenant_id(), client_id, now).unwrap_or_default()
    }

    /// Value of `IDENTITY_HEADER` for managed identities of App Service and Service Fabric.
    ///
    /// `IDENTITY_ENDPOINT` is the address of [`Service::Login`] with `/msi/token` for App Service
    /// and `/fabric/token` for Service Fabric. The instance metadata service is at the same
    /// address.
    pub fn identity_header(&self) -> &'static str {
        identity::managed::IDENTITY_HEADER
    }

    /// Legacy API token of Defender for Cloud Apps, sent as `Authorization: Token <token>`.
    pub fn mdca_api_token(&self) -> &str {
        &self.inner.core.identity.mdca_api_token
    }

    /// PEM file of the certificate authority that clients must trust. `None` without
    /// [`Builder::tls`](crate::Builder::tls). Deleted when the emulator stops.
    pub fn ca_file(&self) -> Option<&Path> {
        self.inner.authority.as_ref().map(Authority::file)
    }

    /// The tenants of [`Builder::customers`](crate::Builder::customers), `tenant1` first.
    pub fn customers(&self) -> &[Customer] {
        self.inner.core.identity.customers.all()
    }

    /// A list of the customers' tenants for the option `--tenants` of the `defender` command. `None` without customers.
    /// Deleted when the emulator stops.
    pub fn tenants_file(&self) -> Option<&Path> {
        self.inner.tenants_file.as_ref().map(TenantsFile::path)
    }

    /// SHA-1 thumbprint of the certificate of the listeners, in hexadecimal capitals: the value of
    /// `IDENTITY_SERVER_THUMBPRINT` on Service Fabric. `None` without
    /// [`Builder::tls`](crate::Builder::tls).
    pub fn server_thumbprint(&self) -> Option<&str> {
        self.inner.authority.as_ref().map(Authority::thumbprint)
    }

    /// Environment variables that lead clients to the emulator: names and values.
    ///
    /// They hold the secret of the default application. With
    /// [`Builder::tls`](crate::Builder::tls) the certificate authority is among them.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::process::Command;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// let sandbox = sandbox::Sandbox::start().await?;
    /// let mut program = Command::new("defender");
    /// program.envs(sandbox.environment());
    /// # Ok(())
    /// # }
    /// ```
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
        if let Some(file) = self.tenants_file() {
            variables.push(("DEFENDER_TENANTS_FILE", file.display().to_string()));
        }
        if let Some(file) = self.ca_file() {
            variables.push(("DEFENDER_CA_FILE", file.display().to_string()));
        }
        variables
    }

    /// Sets a fault. If several affect a call, the one that was set first is applied.
    pub fn fault(&self, fault: Fault) {
        self.inner.core.faults().set(fault);
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        self.inner.core.faults().clear();
    }

    /// The requests of an operation, oldest first. `operation` is a name of
    /// [`Received::operation`].
    ///
    /// The log holds the latest 10,000 requests, and at most 64 MiB of bodies.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// let sandbox = sandbox::Sandbox::start().await?;
    /// // ... let the client under test work ...
    /// for request in sandbox.requests("mde.alerts.update") {
    ///     assert_eq!(request.json()["status"], "Resolved");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn requests(&self, operation: &str) -> Vec<Received> {
        self.inner.core.log().of(operation)
    }

    /// All requests in the log, oldest first.
    pub fn all_requests(&self) -> Vec<Received> {
        self.inner.core.log().all()
    }

    /// Moves the virtual clock forward: tokens expire, windows of limits slide, actions
    /// make progress.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use sandbox::Sandbox;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// let sandbox = Sandbox::builder().speed(0.0).start().await?;
    /// let before = sandbox.now();
    /// sandbox.advance(Duration::from_secs(90)); // machine actions have ended
    /// assert_eq!(sandbox.now().as_second() - before.as_second(), 90);
    /// # Ok(())
    /// # }
    /// ```
    pub fn advance(&self, by: Duration) {
        self.inner.core.clock.advance(by);
    }

    /// The virtual time.
    pub fn now(&self) -> Timestamp {
        self.inner.core.clock.now()
    }

    /// Answers a request in process, without a socket. Works with a paused tokio clock.
    ///
    /// Scheme, host and port of the address select the service; others get 421. If a fault
    /// drops the connection, the response has [`Cut`] among its extensions and the part of
    /// the body that would have arrived.
    ///
    /// # Examples
    ///
    /// ```
    /// use axum::http::Request;
    /// use sandbox::{Sandbox, Service};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let sandbox = Sandbox::start().await?;
    /// let machines = sandbox.url(Service::Mde) + "/api/machines";
    /// let response = sandbox.call(Request::get(machines).body(Vec::new())?).await;
    /// assert_eq!(response.status(), 401);
    /// # Ok(())
    /// # }
    /// ```
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

/// 421 for an address of no service.
fn misdirected() -> Response<Vec<u8>> {
    let mut response = Response::new(b"no service at this address".to_vec());
    *response.status_mut() = axum::http::StatusCode::MISDIRECTED_REQUEST;
    response
}

/// The response of [`Sandbox::call`]. The connection of a fault that drops it is marked
/// with [`Cut`].
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
