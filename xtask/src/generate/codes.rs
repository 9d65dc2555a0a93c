//! The error codes of the hosts that a product's operations are on.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use super::docs::{inner, literal};
use super::names;
use super::table::{self, Product, text, texts};

/// The codes of every product's table: a code that several services have is written once.
pub(super) fn read(root: &Path, products: &[String]) -> Result<Vec<Value>, String> {
    let mut all = Vec::new();
    for product in products {
        let path = table::folder(root, product).join("codes.json");
        if path.is_file() {
            let text = std::fs::read_to_string(&path);
            let text = text.map_err(|error| format!("{}: {error}", path.display()))?;
            let codes: Vec<Value> = serde_json::from_str(&text)
                .map_err(|error| format!("{}: {error}", path.display()))?;
            all.extend(codes);
        }
    }
    all.sort_by_key(|code| text(&code["code"]));
    Ok(all)
}

/// A constant for each host with codes, such as `MDE`; nothing where no host has any.
pub(super) fn print(product: &Product, codes: &[Value]) -> Option<String> {
    let hosts: BTreeSet<_> = product
        .operations
        .iter()
        .map(|operation| operation.text("host"))
        .collect();
    let mut out = String::new();
    for host in hosts {
        let of_host: Vec<_> = codes
            .iter()
            .filter(|code| texts(&code["hosts"]).contains(&host))
            .collect();
        if of_host.is_empty() {
            continue;
        }
        let _ = writeln!(
            out,
            "pub(crate) const {}: &[ServiceCode] = &[",
            names::constant(&host)
        );
        for code in of_host {
            let member = |name: &str| literal(&text(&code[name]));
            let _ = writeln!(
                out,
                "ServiceCode::new({}, {}, {}),",
                member("code"),
                member("meaning"),
                member("advice")
            );
        }
        out.push_str("];\n\n");
    }
    let head = inner("Error codes of the services, with their meaning and what to do about them.");
    (!out.is_empty()).then(|| format!("{head}\nuse http_core::ServiceCode;\n\n{out}"))
}
