//! Paths of a document, and the operations below them.
//!
//! A path is the operation's path, version included; with the address of its server it is the address of the call. A path on
//! another host than most of the product names its own `servers`. Operations at a whole address, such as a signed upload, are
//! listed under that input, and their server says that nothing comes before it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::schema::pascal;
use super::tables::Operation;
use super::{Maker, access, errors, put, variants};

impl Maker<'_> {
    /// All paths. Operations with one method and path are variants of one.
    ///
    /// Methods are members in lower case, as the specification writes them. A path whose operations have no server is left
    /// out.
    pub(super) fn paths(&mut self) -> Value {
        let mut groups: BTreeMap<(String, String), Vec<&Operation>> = BTreeMap::new();
        for operation in self.operations {
            let place = (path(operation), operation.method.to_ascii_lowercase());
            groups.entry(place).or_default().push(operation);
        }
        let mut paths = Map::new();
        for ((path, method), operations) in groups {
            let made: Vec<Value> = operations
                .iter()
                .filter_map(|operation| self.operation(operation))
                .collect();
            let Some(operation) = variants::merged(made) else {
                continue;
            };
            let item = paths.entry(path).or_insert_with(|| json!({}));
            item[method] = operation;
            if let Some(servers) = operations
                .first()
                .and_then(|operation| self.path_servers(operation))
            {
                item["servers"] = servers;
            }
        }
        paths.into()
    }

    /// The servers of a path, where they are not those of the whole document.
    fn path_servers(&self, operation: &Operation) -> Option<Value> {
        if operation.is_absolute() {
            return Some(json!([{
                "url": "/",
                "description": "The input is a whole address: the request is sent to it and to nothing before it",
            }]));
        }
        let servers = json!([self.server(&operation.host)?.shown()]);
        (servers != self.main_servers()).then_some(servers)
    }

    /// One operation; `None` if its host has no server.
    fn operation(&mut self, operation: &Operation) -> Option<Value> {
        let security = match self.server(&operation.host) {
            Some(server) => access::requirements(operation, server),
            // The address is signed; a token must not be sent there.
            None if operation.is_absolute() => json!([]),
            None => return None,
        };
        let mut shown = json!({
            "operationId": operation.id,
            "tags": [operation.group],
            "summary": operation.summary,
            "security": security,
            "responses": self.responses(operation),
        });
        put(&mut shown, "description", description(operation));
        put(&mut shown, "parameters", self.parameters(operation));
        put(&mut shown, "requestBody", self.request_body(operation));
        if matches!(operation.status.as_str(), "legacy" | "retired")
            || !operation.retired.is_empty()
        {
            shown["deprecated"] = true.into();
        }
        extensions(&mut shown, operation);
        Some(shown)
    }

    /// The name of a schema that belongs to one operation, such as `MachinesIsolateRequest`.
    ///
    /// The product is left out, because all names of a document would begin with it.
    pub(super) fn name_of(&self, operation: &Operation, what: &str) -> String {
        let own = operation.id.strip_prefix(self.product);
        let id = own.and_then(|rest| rest.strip_prefix('.'));
        pascal(id.unwrap_or(&operation.id)) + what
    }
}

/// The path as a key of `paths`, which begins with a slash.
fn path(operation: &Operation) -> String {
    match operation.is_absolute() {
        true => format!("/{}", operation.path),
        false => operation.path.clone(),
    }
}

/// What a caller must know, and why the operation is retired.
fn description(operation: &Operation) -> String {
    let texts = [operation.help.as_str(), operation.retired.as_str()];
    let texts: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    texts.join(" ")
}

/// What OpenAPI has no keyword for.
fn extensions(shown: &mut Value, operation: &Operation) {
    let permissions = json!({
        "application": operation.permissions.application,
        "delegated": operation.permissions.delegated,
    });
    let mut paging = operation.paging.clone();
    if paging["kind"] != "none" {
        put(
            &mut paging,
            "max_page_size",
            operation.max_page_size.clone(),
        );
    }
    shown["x-defender-permissions"] = permissions;
    shown["x-defender-idempotent"] = operation.idempotent.into();
    let members = [
        ("status", Value::from(operation.status.as_str())),
        ("replaced-by", operation.replaced_by.clone()),
        ("limits", operation.limits.clone()),
        ("limit-class", operation.limit_class.clone()),
        ("paging", paging),
        ("effect", operation.effect.clone()),
        ("not-idempotent-with", operation.not_idempotent_with.clone()),
        ("record", operation.record.clone()),
        ("role", operation.role.clone()),
        ("filterable", operation.filter_properties.clone().into()),
        ("errors", errors::documented(operation)),
        ("example-end", operation.example_end["why"].clone()),
        ("source", operation.source.as_str().into()),
    ];
    for (name, value) in members {
        put(shown, &format!("x-defender-{name}"), value);
    }
}
