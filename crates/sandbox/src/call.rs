//! One call of an operation, as handlers see it: routed, authenticated, permitted and within its
//! limits.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::answer::Answer;
use crate::http::Incoming;
use crate::identity::Caller;
use crate::refusal::Refusal;
use crate::server::host;
use crate::service::Service;
use crate::store::{Store, Table};
use crate::tables::Operation;

/// The result of a handler. The error is written in the form of the service.
pub(crate) type Outcome = Result<Answer, Refusal>;

/// Base addresses of the services: `http://127.0.0.1:41234`.
pub(crate) type Urls = BTreeMap<Service, String>;

/// A call of the operation `operation`.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) operation: &'static Operation,
    /// Decoded path parameters.
    pub(crate) path: BTreeMap<String, String>,
    /// Decoded query options.
    pub(crate) query: BTreeMap<String, String>,
    /// The request itself, for headers and bodies that are not JSON.
    pub(crate) request: &'a Incoming,
    /// Whose token it is. Its permissions have been checked.
    pub(crate) caller: &'a Caller,
    /// The virtual time at which the handler began. One call has one time.
    pub(crate) now: Timestamp,
    /// Addresses for next links and signed addresses.
    pub(crate) urls: &'a Urls,
    /// The records of the tenant of the caller.
    pub(crate) store: &'a mut Store,
    /// Rows per page from [`Builder::page_size`](crate::Builder::page_size).
    pub(crate) page_size: Option<usize>,
    /// Maximum number of rows of a hunting query.
    pub(crate) hunting_rows: usize,
    /// Final state of an action that this call starts, from
    /// [`Fault::action_ends`](crate::Fault::action_ends).
    pub(crate) action_ends: Option<&'a str>,
    /// Index of the live response command that fails, from
    /// [`Fault::command_fails`](crate::Fault::command_fails).
    pub(crate) command_fails: Option<usize>,
}

impl Call<'_> {
    /// The base address of a service.
    pub(crate) fn url(&self, service: Service) -> &str {
        self.urls.get(&service).map_or("", String::as_str)
    }

    /// The base address that the request named. Links of an answer begin with it: clients of the
    /// vendor send tokens to its host names only.
    pub(crate) fn base(&self) -> String {
        let host = self.request.header("host");
        match host.filter(|host| host::is_vendor(host)) {
            Some(host) => format!("https://{host}"),
            None => self.url(self.request.service).to_owned(),
        }
    }

    /// A path parameter. Routing has set every parameter of the operation, so the value is never missing.
    pub(crate) fn path(&self, name: &str) -> String {
        self.path.get(name).cloned().unwrap_or_default()
    }

    /// The records of an entity of the same product.
    pub(crate) fn table(&mut self, entity: &str) -> &mut Table {
        self.store.table(self.operation.product, entity)
    }

    /// The body as a JSON object, unchecked. Handlers use
    /// [`body::check`](crate::generic::body::check), which also checks the members.
    pub(crate) fn body(&self) -> Result<Map<String, Value>, Refusal> {
        match serde_json::from_slice(&self.request.body) {
            Ok(Value::Object(members)) => Ok(members),
            _ => Err(Refusal::invalid_body("Request body is incorrect")),
        }
    }

    /// A query option by name, in any letter case.
    pub(crate) fn option(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }

    /// Whether the caller asks for the changed record with `Prefer: return=representation`.
    pub(crate) fn wants_representation(&self) -> bool {
        self.request
            .header("prefer")
            .is_some_and(|prefer| prefer.contains("return=representation"))
    }

    /// Who made a change, in the spelling of the services: the client id of the application, also
    /// for users.
    pub(crate) fn actor(&self) -> String {
        self.caller.client_id.clone()
    }
}
