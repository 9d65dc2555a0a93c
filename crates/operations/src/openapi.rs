//! OpenAPI documents of products, made from the tables that their operations are generated from.
//!
//! The typed [`Operation`](http_core::Operation) does not describe records, so the document comes from the tables
//! themselves: `operations.json` and `entities.json` in the format of the `reference` crate. One model serves two
//! versions: OpenAPI 3.1, and 3.0.3 for generators that do not read 3.1 yet.
//!
//! | in the tables | in the document |
//! | --- | --- |
//! | an operation | an operation; `operationId` is its id |
//! | two operations with one method and path | one operation with `anyOf` and `x-defender-variants` |
//! | `completion.ask`, `id_of` | `links` of the successful answer |
//! | a host family | `servers` of the document, and of a path where the product has several |
//! | `permissions`, `limits`, `paging`, `effect`, `idempotent` | `x-defender-*` |
//! | a recorded answer | `example` of the answer, shortened: lists have one record, long texts are cut |
//! | documented words | `enum` in requests, `x-extensible-enum` in answers, because services add words |
//!
//! # Members of an operation
//!
//! Besides the members of OpenAPI, an operation has these. Values have the form that the tables give them.
//!
//! | member | value |
//! | --- | --- |
//! | `x-defender-permissions` | `application` and `delegated`, least privileged first; one of a list is enough |
//! | `x-defender-role` | the role that a person needs beside the delegated permission |
//! | `x-defender-limits` | documented budgets: `calls` in any window of `seconds` |
//! | `x-defender-limit-class` | the name of a budget that several operations share |
//! | `x-defender-paging` | how the next page is requested, and `max_page_size` where a page is bounded |
//! | `x-defender-filterable` | properties that `$filter` takes; without it all members of the record |
//! | `x-defender-record` | of a list: what identifies a record, and when it changed |
//! | `x-defender-effect` | `read`, `additive`, `reversible`, `irreversible` or `unknown`, or an object with the `undo` |
//! | `x-defender-idempotent` | whether the call may be repeated when its outcome is unknown |
//! | `x-defender-not-idempotent-with` | inputs that take this back |
//! | `x-defender-errors` | errors: `status`, `code`, and `when` the service answers so; `when` says what is not documented |
//! | `x-defender-example-end` | why the example inputs cannot succeed before something else was done |
//! | `x-defender-status` | `ga`, `preview`, `legacy` or `retired` |
//! | `x-defender-source` | the vendor document that the operation was read from |
//! | `x-defender-variants` | the operations that share the method and the path, each without its answers |
//!
//! The answer of an export by files has `x-defender-row`: a reference to the schema of each row in the files. A file may write the names
//! of its members in other letter case.
//!
//! # Members of a schema
//!
//! | member | value |
//! | --- | --- |
//! | `x-extensible-enum` | words that are known of a member of an answer; others may come |
//! | `x-defender-until` | the time has to lie ahead |
//! | `x-defender-within-days` | how far back the time may lie |
//! | `x-defender-max-bytes` | the largest size of a content |
//! | `x-defender-family` | of a request: the first branch is the base, the others are derived types, which `@odata.type` has to name |
//! | `x-defender-required` | members that an item of a list needs; the service reports the items that lack one |
//!
//! # Names
//!
//! An entity has the name of the tables, and `Input` behind it where a request contains it. The body of an operation is
//! `GROUPVERBRequest`, a page of a list is `ENTITYPage`. Answers of failure carry the host family and their meaning, such
//! as `MdeNotFound`: two services of one product word their errors differently.
//!
//! # Security
//!
//! Each host family has three schemes, and an operation is content with any one of them:
//!
//! | scheme | token |
//! | --- | --- |
//! | `HOST_application` | of an application, for `/.default`: what an administrator granted |
//! | `HOST_delegated` | of a user, for the least privileged delegated permission |
//! | `HOST_token` | a bearer token that was acquired elsewhere |
//!
//! Operations at a signed address take no token.
//!
//! # Answers of failure
//!
//! Every operation has 400, 401, 403, 404 and 429, the last with `Retry-After`, and the statuses that its page names. A
//! signed address has 400, 403 and 404, without a body that could be described.
//!
//! # Limits
//!
//! The schemas say what is sent and received, not what it does: whether the state of a record allows a call, or whether
//! a query can be read, is decided by the service. No member of an answer is required, because `$select` and the services
//! themselves leave members out. The text of `$filter` and `$orderby` has a format of its own and no grammar.
//!
//! # Example
//!
//! ```
//! use operations::openapi::{self, Server, Tables, Version};
//! use serde_json::json;
//!
//! let operations = json!([{
//!     "id": "x.alerts.get", "group": "alerts", "summary": "Get an alert", "method": "GET",
//!     "path": "/api/alerts/{id}", "host": "x", "status": "ga", "body_kind": "none",
//!     "params": [{"name": "id", "place": "path", "type": "string", "required": true, "id_of": "Alert"}],
//!     "response": {"status": 200, "kind": "entity", "entity": "Alert"},
//! }]);
//! let entities = json!({"Alert": {"key": "id", "fields": [{"name": "id", "type": "string"}]}});
//! let (operations, entities) = (operations.to_string(), entities.to_string());
//!
//! let tables = Tables { name: "x", operations: &operations, entities: &entities, answers: None };
//! let server = Server::new("x", "https://x.example/", "https://x.example/.default");
//! let document = openapi::document(&tables, &[server], Version::V31)?;
//! let document = serde_json::to_value(document)?;
//! let get = &document["paths"]["/api/alerts/{id}"]["get"];
//! assert_eq!(get["operationId"], "x.alerts.get");
//! let answer = &get["responses"]["200"]["content"]["application/json"]["schema"];
//! assert_eq!(answer["$ref"], "#/components/schemas/Alert");
//! # Ok::<(), serde_json::Error>(())
//! ```

mod access;
mod answers;
mod bodies;
mod call;
mod entities;
mod errors;
mod links;
mod older;
mod paths;
mod record;
mod recorded;
mod schema;
mod service;
mod tables;
mod variants;

use serde::Serialize;
use serde_json::{Value, json};

use entities::Entities;
use recorded::Recorded;
use service::Service;
use tables::Operation;

/// The tables of one product, as JSON text in the format of the `reference` crate.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'a> {
    /// First word of the operations' ids, such as `mde`.
    pub name: &'a str,
    /// `operations.json`: an array of operations.
    pub operations: &'a str,
    /// `entities.json`: an object from the name of an entity to its fields.
    pub entities: &'a str,
    /// `answers.json`: what an emulator answers to the example inputs. `None`: answers have no examples.
    pub answers: Option<&'a str>,
}

/// Where the operations of a host family are, and the token that they take.
///
/// A document describes the worldwide cloud. Other clouds have other hosts and scopes, and the same paths.
///
/// ```
/// use operations::openapi::Server;
///
/// // The address differs between tenants.
/// let portal = Server::new("portal", "https://{tenant}.portal.example", "https://portal.example/.default");
/// # let _ = portal;
/// ```
#[derive(Clone, Debug)]
pub struct Server {
    host: String,
    address: String,
    scope: String,
    is_tenants_own: bool,
    service: Service,
}

impl Server {
    /// The server of a host family at an address, with the scope of its tokens. `{tenant}` in the address becomes a
    /// server variable.
    ///
    /// A slash at the end of the address is dropped, because paths begin with one. The scope ends in `/.default`;
    /// delegated permissions are written in its place.
    pub fn new(host: &str, address: &str, scope: &str) -> Self {
        Self {
            host: host.to_owned(),
            address: address.trim_end_matches('/').to_owned(),
            scope: scope.to_owned(),
            is_tenants_own: address.contains("{tenant}"),
            service: Service::default(),
        }
    }

    /// Adds what the host's entry of `services.json` says: the members of an error body, and whether unknown members of a
    /// request are ignored. Other members of the entry are not read.
    ///
    /// Default: an error body is any object, and unknown members are refused.
    ///
    /// # Errors
    ///
    /// The error of an entry that is not JSON of the documented form.
    ///
    /// ```
    /// use operations::openapi::Server;
    ///
    /// let entry = r#"{"host": "x", "error": [{"name": "reason", "type": "string", "required": true}]}"#;
    /// let server = Server::new("x", "https://x.example", "https://x.example/.default");
    /// let server = server.service(entry)?;
    /// # let _ = server;
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn service(mut self, entry: &str) -> serde_json::Result<Self> {
        self.service = serde_json::from_str(entry)?;
        Ok(self)
    }

    /// The server object.
    fn shown(&self) -> Value {
        let mut server = json!({"url": self.address});
        if self.is_tenants_own {
            server["variables"] = json!({"tenant": {
                "default": "contoso.us",
                "description": "The tenant's own name and data center; the portal shows the address",
            }});
        }
        server
    }
}

/// Version of the OpenAPI specification that a document follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Version {
    /// 3.1.1, whose schemas are JSON Schema (draft 2020-12).
    #[default]
    V31,
    /// 3.0.3, whose schemas have `nullable` instead of the type `null`.
    V30,
}

/// An OpenAPI document. Serializes to JSON with its members in the usual order.
///
/// Members below the top are sorted by name, so that the same tables give the same text, and a change of a table is a
/// change of a few lines.
#[derive(Clone, Debug, Serialize)]
pub struct Document {
    openapi: &'static str,
    info: Value,
    servers: Value,
    tags: Value,
    paths: Value,
    components: Value,
}

/// The document of a product. Operations of hosts without a [`Server`] are left out.
///
/// Servers of hosts that the product does not use are ignored, so a program passes all that it knows. The server of the
/// host family with the most operations is that of the document; paths on other hosts name theirs.
///
/// # Errors
///
/// The error of the first table that is not JSON of the documented form.
///
/// # Examples
///
/// An action links to the operation that shows its end, and 3.0.3 says null with a flag:
///
/// ```
/// use operations::openapi::{self, Server, Tables, Version};
/// use serde_json::json;
///
/// let operations = json!([
///     {
///         "id": "x.scans.start", "group": "scans", "summary": "Start a scan", "method": "POST",
///         "path": "/api/scans", "host": "x", "status": "ga", "body_kind": "none",
///         "response": {"status": 201, "kind": "entity", "entity": "Scan"},
///         "completion": {"ask": "x.scans.get", "id": ["scan_id", "id"]},
///     },
///     {
///         "id": "x.scans.get", "group": "scans", "summary": "Get a scan", "method": "GET",
///         "path": "/api/scans/{scan_id}", "host": "x", "status": "ga", "body_kind": "none",
///         "params": [{"name": "scan_id", "place": "path", "type": "string", "required": true, "id_of": "Scan"}],
///         "response": {"status": 200, "kind": "entity", "entity": "Scan"},
///     },
/// ]);
/// let entities = json!({"Scan": {"key": "id", "fields": [
///     {"name": "id", "type": "string"},
///     {"name": "ended", "type": "datetime", "nullable": true},
/// ]}});
/// let (operations, entities) = (operations.to_string(), entities.to_string());
/// let tables = Tables { name: "x", operations: &operations, entities: &entities, answers: None };
/// let servers = [Server::new("x", "https://x.example", "https://x.example/.default")];
///
/// let newer = serde_json::to_value(openapi::document(&tables, &servers, Version::V31)?)?;
/// let begun = &newer["paths"]["/api/scans"]["post"]["responses"]["201"];
/// assert_eq!(begun["links"]["completion"]["operationId"], "x.scans.get");
/// assert_eq!(begun["links"]["completion"]["parameters"]["scan_id"], "$response.body#/id");
/// let ended = &newer["components"]["schemas"]["Scan"]["properties"]["ended"];
/// assert_eq!(ended["type"], json!(["string", "null"]));
///
/// let older = serde_json::to_value(openapi::document(&tables, &servers, Version::V30)?)?;
/// let ended = &older["components"]["schemas"]["Scan"]["properties"]["ended"];
/// assert_eq!(ended["nullable"], true);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn document(
    tables: &Tables<'_>,
    servers: &[Server],
    version: Version,
) -> serde_json::Result<Document> {
    let operations: Vec<Operation> = serde_json::from_str(tables.operations)?;
    let entities = Entities::new(serde_json::from_str(tables.entities)?);
    let recorded = tables.answers.map(serde_json::from_str).transpose()?;
    let mut maker = Maker {
        product: tables.name,
        recorded: recorded.unwrap_or_default(),
        operations: &operations,
        entities,
        servers,
    };
    let paths = maker.paths();
    let document = Document {
        openapi: "3.1.1",
        info: info(tables.name),
        servers: maker.main_servers(),
        tags: tags(&operations),
        paths,
        components: maker.components(),
    };
    Ok(match version {
        Version::V31 => document,
        Version::V30 => older::document(document),
    })
}

/// Parts of a document while it is made.
struct Maker<'a> {
    product: &'a str,
    operations: &'a [Operation],
    entities: Entities,
    recorded: Recorded,
    servers: &'a [Server],
}

impl Maker<'_> {
    /// The server of a host family; `None` if the caller named none, and then its operations are left out.
    fn server(&self, host: &str) -> Option<&Server> {
        self.servers.iter().find(|server| server.host == host)
    }

    /// The servers of the document: that of the host family with the most operations.
    fn main_servers(&self) -> Value {
        let count = |server: &&Server| {
            self.operations
                .iter()
                .filter(|operation| operation.host == server.host)
                .count()
        };
        let most = self.servers.iter().max_by_key(count);
        most.map_or_else(|| json!([]), |server| json!([server.shown()]))
    }

    /// Schemas, error answers and security schemes. Called last: it describes what the paths refer to.
    fn components(&mut self) -> Value {
        let mut schemas = self.entities.schemas();
        let is_shown = |operation: &&Operation| {
            operation.is_absolute() || self.server(&operation.host).is_some()
        };
        let shown: Vec<&Operation> = self.operations.iter().filter(is_shown).collect();
        for server in self.servers {
            if shown.iter().any(|operation| operation.host == server.host) {
                schemas.insert(errors::error_name(&server.host), server.service.error());
            }
        }
        let responses = errors::responses(&shown, &self.recorded);
        json!({
            "schemas": schemas,
            "responses": responses,
            "securitySchemes": access::schemes(self.operations, self.servers),
        })
    }
}

/// What the document is, and that it does not come from the vendor. The version is that of this crate.
fn info(product: &str) -> Value {
    json!({
        "title": format!("Operations of {product}"),
        "version": env!("CARGO_PKG_VERSION"),
        "summary": "Made from the tables of operations and entities; not a document of the service's vendor",
        "description": "Services add members and words without notice: readers ignore what they do not know. \
            `x-extensible-enum` lists the words that are known of a member.",
        "license": {"name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0"},
    })
}

/// One tag a group, so that generators make one file or class a group.
fn tags(operations: &[Operation]) -> Value {
    let mut groups: Vec<&str> = operations
        .iter()
        .map(|operation| operation.group.as_str())
        .collect();
    groups.sort_unstable();
    groups.dedup();
    groups
        .into_iter()
        .map(|group| json!({"name": group}))
        .collect()
}

/// Adds a member unless the value is null or an empty text, list or object.
fn put(object: &mut Value, name: &str, value: impl Into<Value>) {
    let value = value.into();
    let is_empty = match &value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    };
    if !is_empty {
        object[name] = value;
    }
}

#[cfg(test)]
mod tests;
