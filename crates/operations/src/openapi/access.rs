//! Security schemes: tokens of an application, of a user, or acquired elsewhere.
//!
//! OpenAPI has no word for the two kinds of permission that Entra knows, so an operation lists its requirements as
//! alternatives:
//!
//! - `HOST_application`: client credentials. The scope is always `/.default`; what counts is what an administrator granted,
//!   which `x-defender-permissions` lists.
//! - `HOST_delegated`: an authorization code. The scope is the least privileged permission of the operation.
//! - `HOST_token`: a bearer token from anywhere. Generators that do not read OAuth make a client from it.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::Server;
use super::tables::Operation;

/// The login host of the worldwide cloud. A client puts the id of its tenant in the place of `organizations`.
const LOGIN: &str = "https://login.microsoftonline.com/organizations/oauth2/v2.0";

/// The security schemes of the document, three a host family.
pub(super) fn schemes(operations: &[Operation], servers: &[Server]) -> Value {
    let mut schemes = Map::new();
    for server in servers {
        let operations: Vec<&Operation> = operations
            .iter()
            .filter(|operation| operation.host == server.host)
            .collect();
        if operations.is_empty() {
            continue;
        }
        let host = &server.host;
        let scope = &server.scope;
        schemes.insert(
            format!("{host}_application"),
            json!({
                "type": "oauth2",
                "description": "An application of its own; an administrator grants its permissions",
                "flows": {"clientCredentials": {
                    "tokenUrl": format!("{LOGIN}/token"),
                    "scopes": {scope: "Every permission that was granted to the application"},
                }},
            }),
        );
        schemes.insert(
            format!("{host}_delegated"),
            json!({
                "type": "oauth2",
                "description": "An application that acts for a user",
                "flows": {"authorizationCode": {
                    "authorizationUrl": format!("{LOGIN}/authorize"),
                    "tokenUrl": format!("{LOGIN}/token"),
                    "scopes": scopes(&operations, server),
                }},
            }),
        );
        schemes.insert(
            format!("{host}_token"),
            json!({
                "type": "http",
                "scheme": "bearer",
                "bearerFormat": "JWT",
                "description": format!("A token for {scope}, acquired elsewhere"),
            }),
        );
    }
    Value::Object(schemes)
}

/// The security requirements of an operation: any one of them is enough.
pub(super) fn requirements(operation: &Operation, server: &Server) -> Value {
    let host = &operation.host;
    let mut any = Vec::new();
    if !operation.permissions.application.is_empty() {
        any.push(json!({format!("{host}_application"): [server.scope]}));
    }
    if let Some(least) = operation.permissions.delegated.first() {
        any.push(json!({format!("{host}_delegated"): [scope(server, least)]}));
    }
    any.push(json!({format!("{host}_token"): []}));
    any.into()
}

/// The scopes of all operations of a host family. One that several operations need is listed once.
fn scopes(operations: &[&Operation], server: &Server) -> Value {
    let names: BTreeSet<_> = operations
        .iter()
        .filter_map(|operation| operation.permissions.delegated.first())
        .collect();
    let scopes: Map<_, _> = names
        .into_iter()
        .map(|name| (scope(server, name), Value::from(name.as_str())))
        .collect();
    scopes.into()
}

/// The scope of a delegated permission.
fn scope(server: &Server, permission: &str) -> String {
    let resource = server.scope.trim_end_matches(".default");
    format!("{resource}{permission}")
}
