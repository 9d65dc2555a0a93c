//! Paths of a document, and the operations below them.
//!
//! A path is the operation's path, version included; with the address of its server it is the address of the call. A path on
//! another host than most of the product names its own `servers`. Operations at a whole address, such as a signed upload, are
//! listed under that input, and their server says that nothing comes before it.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::row::Row;
use super::schema::pascal;
use super::{Maker, access, errors, put, variants};

impl Maker<'_> {
    /// All paths. Operations with one method and path are variants of one.
    pub(super) fn paths(&mut self) -> Value {
        let mut groups: BTreeMap<(String, String), Vec<&Row>> = BTreeMap::new();
        for row in self.rows {
            let place = (path(row), row.method.to_ascii_lowercase());
            groups.entry(place).or_default().push(row);
        }
        let mut paths = Map::new();
        for ((path, method), rows) in groups {
            let made: Vec<Value> = rows.iter().filter_map(|row| self.operation(row)).collect();
            let Some(operation) = variants::merged(made) else {
                continue;
            };
            let item = paths.entry(path).or_insert_with(|| json!({}));
            item[method] = operation;
            if let Some(servers) = rows.first().and_then(|row| self.path_servers(row)) {
                item["servers"] = servers;
            }
        }
        paths.into()
    }

    /// The servers of a path, where they are not those of the whole document.
    fn path_servers(&self, row: &Row) -> Option<Value> {
        if row.is_absolute() {
            return Some(json!([{
                "url": "/",
                "description": "The input is a whole address: the request is sent to it and to nothing before it",
            }]));
        }
        let servers = json!([self.server(&row.host)?.shown()]);
        (servers != self.main_servers()).then_some(servers)
    }

    /// One operation; `None` if its host has no server.
    fn operation(&mut self, row: &Row) -> Option<Value> {
        let security = match self.server(&row.host) {
            Some(server) => access::requirements(row, server),
            // The address is signed; a token must not be sent there.
            None if row.is_absolute() => json!([]),
            None => return None,
        };
        let mut operation = json!({
            "operationId": row.id,
            "tags": [row.group],
            "summary": row.summary,
            "security": security,
            "responses": self.responses(row),
        });
        put(&mut operation, "description", description(row));
        put(&mut operation, "parameters", self.parameters(row));
        put(&mut operation, "requestBody", self.request_body(row));
        if matches!(row.status.as_str(), "legacy" | "retired") || !row.retired.is_empty() {
            operation["deprecated"] = true.into();
        }
        extensions(&mut operation, row);
        Some(operation)
    }

    /// The name of a schema that belongs to one operation, such as `MachinesIsolateRequest`.
    pub(super) fn name_of(&self, row: &Row, what: &str) -> String {
        let own = row.id.strip_prefix(self.product);
        let id = own.and_then(|rest| rest.strip_prefix('.'));
        pascal(id.unwrap_or(&row.id)) + what
    }
}

/// The path as a key of `paths`, which begins with a slash.
fn path(row: &Row) -> String {
    match row.is_absolute() {
        true => format!("/{}", row.path),
        false => row.path.clone(),
    }
}

fn description(row: &Row) -> String {
    let texts = [row.help.as_str(), row.retired.as_str()];
    let texts: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    texts.join(" ")
}

/// What OpenAPI has no keyword for.
fn extensions(operation: &mut Value, row: &Row) {
    let permissions = json!({
        "application": row.permissions.application,
        "delegated": row.permissions.delegated,
    });
    let mut paging = row.paging.clone();
    if paging["kind"] != "none" {
        put(&mut paging, "max_page_size", row.max_page_size.clone());
    }
    operation["x-defender-permissions"] = permissions;
    operation["x-defender-idempotent"] = row.idempotent.into();
    let shown = [
        ("status", Value::from(row.status.as_str())),
        ("limits", row.limits.clone()),
        ("limit-class", row.limit_class.clone()),
        ("paging", paging),
        ("effect", row.effect.clone()),
        ("not-idempotent-with", row.not_idempotent_with.clone()),
        ("record", row.record.clone()),
        ("role", row.role.clone()),
        ("filterable", row.filter_properties.clone().into()),
        ("errors", errors::documented(row)),
        ("source", row.source.as_str().into()),
    ];
    for (name, value) in shown {
        put(operation, &format!("x-defender-{name}"), value);
    }
}
