//! Shared by the tests: an emulator, clients for it, and an independent client that shares no code with the SDK.

pub(crate) mod browser;
pub(crate) mod build_service;
#[cfg(unix)]
pub(crate) mod developer_tool;
mod raw;
mod script;
mod transport;

use std::sync::Arc;

use auth_core::{ClientSecret, Cloud, Connector, Endpoint, SecretString, TokenCredential};
use http_core::{Request, Throttle, Transport, Url};
use sandbox::{Builder, Sandbox, Service};
use serde_json::Value;

pub(crate) use raw::{Caller, scope};
pub(crate) use script::{Script, Step};
pub(crate) use transport::InProcess;

/// An emulator and its clients in one process, so that the clock can be paused.
pub(crate) struct Bench {
    pub(crate) sandbox: Sandbox,
    pub(crate) transport: Arc<dyn Transport>,
}

impl Bench {
    /// With the emulator's defaults.
    pub(crate) async fn new() -> Self {
        Self::with(Sandbox::builder()).await
    }

    /// With pages of seven rows and without the service's limits.
    pub(crate) async fn with_small_pages() -> Self {
        Self::with(Sandbox::builder().page_size(7).limits(false)).await
    }

    pub(crate) async fn with(builder: Builder) -> Self {
        let sandbox = builder.start().await.unwrap();
        let transport = Arc::new(InProcess::new(sandbox.clone()));
        Self { sandbox, transport }
    }

    /// The default application of the emulator, signing in with its secret.
    pub(crate) fn credential(&self) -> Arc<dyn TokenCredential> {
        Arc::new(self.client_secret())
    }

    pub(crate) fn client_secret(&self) -> ClientSecret {
        self.application(self.sandbox.client_id(), self.sandbox.client_secret())
    }

    /// Another application of the default tenant.
    pub(crate) fn application(&self, client_id: &str, secret: &str) -> ClientSecret {
        ClientSecret::new(
            self.sandbox.tenant_id(),
            client_id,
            SecretString::from(secret),
        )
        .unwrap()
        .with_authority(self.url(Service::Login))
        .with_transport(Arc::clone(&self.transport))
    }

    /// A connector with documented budgets of its own.
    pub(crate) fn connector(&self) -> Connector {
        self.connector_of(self.credential())
    }

    pub(crate) fn connector_of(&self, credential: Arc<dyn TokenCredential>) -> Connector {
        Connector::new(credential).with_transport(Arc::clone(&self.transport))
    }

    /// A connector without budgets.
    pub(crate) fn unthrottled(&self) -> Connector {
        self.connector().with_throttle(Throttle::off())
    }

    pub(crate) fn mde(&self) -> mde_api::Client {
        mde_client(&self.sandbox, &self.connector())
    }

    pub(crate) fn mdca(&self) -> mdca_api::Client {
        mdca_client(&self.sandbox, &self.unthrottled())
    }

    pub(crate) fn xdr(&self) -> xdr_api::Client {
        xdr_client(&self.sandbox, &self.unthrottled())
    }

    /// The pipeline for a host of the tables.
    pub(crate) fn host(&self, host: &str) -> http_core::Client {
        self.host_with(&self.unthrottled(), host)
    }

    pub(crate) fn host_with(&self, connector: &Connector, host: &str) -> http_core::Client {
        connector.connect(&endpoint(&self.sandbox, host)).unwrap()
    }

    pub(crate) fn url(&self, service: Service) -> Url {
        Url::parse(&self.sandbox.url(service)).unwrap()
    }

    /// An independent client.
    pub(crate) fn caller(&self) -> Caller {
        Caller::new(self.sandbox.clone())
    }

    /// Number of received requests of an operation.
    pub(crate) fn count(&self, operation: &str) -> usize {
        self.sandbox.requests(operation).len()
    }
}

pub(crate) fn mde_client(sandbox: &Sandbox, connector: &Connector) -> mde_api::Client {
    let connector = connector
        .clone()
        .with_endpoint("mde", endpoint(sandbox, "mde"));
    mde_api::Client::connect(&connector, Cloud::Worldwide).unwrap()
}

pub(crate) fn mdca_client(sandbox: &Sandbox, connector: &Connector) -> mdca_api::Client {
    let connector = connector
        .clone()
        .with_endpoint("mdca", endpoint(sandbox, "mdca_portal"))
        .with_endpoint("graph", endpoint(sandbox, "graph"));
    mdca_api::Client::connect(&connector, Cloud::Worldwide).unwrap()
}

pub(crate) fn xdr_client(sandbox: &Sandbox, connector: &Connector) -> xdr_api::Client {
    let connector = connector
        .clone()
        .with_endpoint("xdr", endpoint(sandbox, "xdr"))
        .with_endpoint("graph", endpoint(sandbox, "graph"));
    xdr_api::Client::connect(&connector, Cloud::Worldwide).unwrap()
}

/// A product's own endpoint with the emulator's address.
pub(crate) fn endpoint(sandbox: &Sandbox, host: &str) -> Endpoint {
    let base = |service| Url::parse(&sandbox.url(service)).unwrap();
    let moved = |endpoint: Option<Endpoint>, service| {
        let mut endpoint = endpoint.unwrap();
        endpoint.base = base(service);
        endpoint
    };
    match host {
        "mde" => moved(mde_api::endpoint("mde", Cloud::Worldwide), Service::Mde),
        "xdr" => moved(xdr_api::endpoint("xdr", Cloud::Worldwide), Service::Xdr),
        "graph" => moved(xdr_api::endpoint("graph", Cloud::Worldwide), Service::Graph),
        "mdca_portal" => mdca_api::portal(base(Service::Mdca)),
        other => panic!("no endpoint is known for {other}"),
    }
}

/// The rows of a list and how it ended.
pub(crate) struct Read {
    pub(crate) rows: Vec<Value>,
    pub(crate) error: Option<http_core::Error>,
}

impl Read {
    /// The values of the key member of all rows.
    pub(crate) fn keys(&self, key: &str) -> Vec<String> {
        self.rows.iter().map(|row| text(&row[key])).collect()
    }
}

/// Reads a list to its end or its first error.
pub(crate) async fn read(client: &http_core::Client, request: Request) -> Read {
    let mut items = client.rows(request).into_raw_items::<Value>();
    let mut rows = Vec::new();
    while let Some(row) = items.next_row().await {
        match row {
            Ok(row) => rows.push(row.decode().unwrap()),
            Err(error) => {
                return Read {
                    rows,
                    error: Some(error),
                };
            }
        }
    }
    Read { rows, error: None }
}

/// A key's text, whether it is a string or a number.
pub(crate) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A connector that calls an emulator through real sockets.
pub(crate) fn socket_connector(sandbox: &Sandbox) -> Connector {
    let transport: Arc<dyn Transport> = Arc::new(http_core::ReqwestTransport::new().unwrap());
    let secret = SecretString::from(sandbox.client_secret());
    let credential = ClientSecret::new(sandbox.tenant_id(), sandbox.client_id(), secret)
        .unwrap()
        .with_authority(Url::parse(&sandbox.url(Service::Login)).unwrap())
        .with_transport(Arc::clone(&transport));
    Connector::new(Arc::new(credential)).with_transport(transport)
}
