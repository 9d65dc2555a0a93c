//! The APIs that a product's operations are on: addresses, audiences and ids of permissions.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use super::docs::{inner, literal};
use super::names;
use super::table::{self, Operation, Product, list, text, texts};

/// Members of `permissions` of an operation, and the kind that their ids must have.
const KINDS: [(&str, &str); 2] = [("application", "Role"), ("delegated", "Scope")];

/// The services and permissions of every product's tables: each is written once, whatever products use it.
pub(super) struct Apis {
    services: Vec<Value>,
    permissions: Vec<Value>,
}

/// Reads them. A product may have neither file.
pub(super) fn read(root: &Path, products: &[String]) -> Result<Apis, String> {
    let all = |file: &str| -> Result<Vec<Value>, String> {
        let mut all = Vec::new();
        for product in products {
            let path = table::folder(root, product).join(file);
            if path.is_file() {
                let failed = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
                let text = fs::read_to_string(&path).map_err(|error| failed(&error))?;
                let values: Vec<Value> =
                    serde_json::from_str(&text).map_err(|error| failed(&error))?;
                all.extend(values);
            }
        }
        Ok(all)
    };
    Ok(Apis {
        services: all("services.json")?,
        permissions: all("permissions.json")?,
    })
}

/// A constant for each host that `services.json` describes; nothing where it describes none.
///
/// # Errors
/// Names each permission of an operation that the service does not have.
pub(super) fn print(product: &Product, apis: &Apis) -> Result<Option<String>, String> {
    let mut out = String::new();
    let mut unknown = Vec::new();
    for service in &apis.services {
        let host = text(&service["host"]);
        let of_host = |operation: &&Operation| operation.text("host") == host;
        let operations: Vec<_> = product.operations.iter().filter(of_host).collect();
        // Without clouds the entry only describes error bodies; the client names the address.
        if operations.is_empty() || list(&service["clouds"]).is_empty() {
            continue;
        }
        let named = named(&operations, &host, apis, &mut unknown);
        let _ = writeln!(
            out,
            "pub(crate) const {}: Api = Api::new(&[",
            names::constant(&host)
        );
        list(&service["clouds"])
            .iter()
            .for_each(|cloud| out.push_str(&address(cloud)));
        out.push_str("]).with_permissions(&[\n");
        for permission in named {
            let kind = text(&permission["kind"]).to_ascii_lowercase();
            let (name, id) = (text(&permission["name"]), text(&permission["id"]));
            let _ = writeln!(
                out,
                "Permission::{kind}({}, {}),",
                literal(&name),
                literal(&id)
            );
        }
        out.push_str("]);\n\n");
    }
    if !unknown.is_empty() {
        return Err(unknown.join("\n"));
    }
    let head = inner("Addresses, audiences and ids of permissions of the services.");
    let uses = "use auth_core::Cloud;\nuse auth_core::services::{Api, ApiAddress, Permission};\n";
    Ok((!out.is_empty()).then(|| format!("{head}\n{uses}\n{out}")))
}

/// The permissions that operations name, each once.
fn named<'a>(
    operations: &[&Operation],
    host: &str,
    apis: &'a Apis,
    unknown: &mut Vec<String>,
) -> Vec<&'a Value> {
    let mut places = BTreeSet::new();
    for operation in operations {
        for (member, kind) in KINDS {
            for name in texts(&operation.value["permissions"][member]) {
                let is_it = |one: &Value| {
                    one["host"] == host && one["kind"] == kind && one["name"] == name.as_str()
                };
                match apis.permissions.iter().position(is_it) {
                    Some(place) => drop(places.insert(place)),
                    None => unknown.push(format!(
                        "{}: `{host}` has no {member} permission `{name}` in permissions.json",
                        operation.id
                    )),
                }
            }
        }
    }
    let all = places.into_iter();
    all.filter_map(|place| apis.permissions.get(place))
        .collect()
}

/// The address in one cloud.
fn address(cloud: &Value) -> String {
    let strings = |name: &str| {
        let all: Vec<_> = texts(&cloud[name]).iter().map(|one| literal(one)).collect();
        format!("&[{}]", all.join(", "))
    };
    let links = match cloud["links"].is_array() {
        true => format!(".with_hosts({})", strings("links")),
        false => String::new(),
    };
    format!(
        "ApiAddress::new(Cloud::{}, {}, {}){links},\n",
        names::pascal(&text(&cloud["cloud"]).replace('-', "_")),
        literal(&text(&cloud["address"])),
        strings("audiences")
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn apis() -> Apis {
        Apis {
            services: Vec::new(),
            permissions: vec![json!({"host": "x", "name": "A.Read", "kind": "Role", "id": "1"})],
        }
    }

    #[test]
    fn a_permission_that_the_service_lacks_is_named() {
        let value = json!({"id": "x.a.b", "host": "x", "permissions": {"application": ["A.Read"], "delegated": ["A.Read"]}});
        let operation = Operation::new("x", &value);
        let mut unknown = Vec::new();
        let apis = apis();
        let named = named(&[&operation], "x", &apis, &mut unknown);
        assert_eq!(named.len(), 1);
        assert_eq!(
            unknown,
            ["x.a.b: `x` has no delegated permission `A.Read` in permissions.json"]
        );
    }
}
