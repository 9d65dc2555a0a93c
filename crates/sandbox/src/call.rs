//! One call on its way through a handler.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::answer::Answer;
use crate::http::Incoming;
use crate::identity::Caller;
use crate::refusal::Refusal;
use crate::service::Service;
use crate::store::{Store, Table};
use crate::tables::Operation;

/// What a handler gives back.
pub(crate) type Outcome = Result<Answer, Refusal>;

/// Addresses of the services, by place in [`Service::ALL`].
pub(crate) type Urls = BTreeMap<Service, String>;

/// A routed, permitted call.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) row: &'static Operation,
    /// Decoded path parameters.
    pub(crate) path: BTreeMap<String, String>,
    /// Decoded query options.
    pub(crate) query: BTreeMap<String, String>,
    pub(crate) request: &'a Incoming,
    pub(crate) caller: &'a Caller,
    pub(crate) now: Timestamp,
    pub(crate) urls: &'a Urls,
    pub(crate) store: &'a mut Store,
    /// Replaces the documented default page size.
    pub(crate) page_size: Option<usize>,
    /// The most rows a hunting query gives.
    pub(crate) hunting_rows: usize,
    /// How a machine action that this call starts is to end.
    pub(crate) action_ends: Option<&'a str>,
    /// Which command of a live response that this call starts is to fail.
    pub(crate) command_fails: Option<usize>,
}

impl Call<'_> {
    pub(crate) fn url(&self, service: Service) -> &str {
        self.urls.get(&service).map_or("", String::as_str)
    }

    /// A path parameter; routed calls have them all.
    pub(crate) fn path(&self, name: &str) -> String {
        self.path.get(name).cloned().unwrap_or_default()
    }

    /// The table of an entity of the same product.
    pub(crate) fn table(&mut self, entity: &str) -> &mut Table {
        self.store.table(self.row.product, entity)
    }

    /// The body as a JSON object.
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

    /// Who the service says did it: the application, as its id.
    pub(crate) fn actor(&self) -> String {
        self.caller.client_id.clone()
    }
}
