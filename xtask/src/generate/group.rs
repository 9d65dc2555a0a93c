//! The map of a group: its operations in a table, their definitions, the handle.

use std::fmt::Write as _;

use super::Files;
use super::builder::{self, arguments, passed, signature, type_name};
use super::docs::{inner, outer, sentence};
use super::table::{Module, Operation, Product, texts};
use super::{filters, names};

impl Module {
    /// The module's path below the crate's root.
    pub(super) fn path(&self) -> String {
        self.0
            .split('.')
            .map(names::identifier)
            .collect::<Vec<_>>()
            .join("::")
    }

    /// The module's own name.
    pub(super) fn name(&self) -> &str {
        self.0.rsplit('.').next().unwrap_or_default()
    }
}

/// The handle's name: the group's, unless an entity has it.
pub(super) fn handle(product: &Product, module: &Module) -> String {
    let name = names::pascal(module.name());
    if product.entities.contains_key(&name) {
        format!("{name}Operations")
    } else {
        name
    }
}

/// The file of a group and those of its operations.
pub(super) fn print(product: &Product, module: &Module, types: &[String], files: &mut Files) {
    let operations: Vec<_> = product
        .operations
        .iter()
        .filter(|operation| operation.module == *module)
        .collect();
    let folder = format!("generated/{}", module.0.replace('.', "/"));
    let mut out = inner(&map(module, &operations)) + "\n";
    for operation in &operations {
        let _ = writeln!(out, "mod {};", names::identifier(&operation.verb));
        files.insert(
            format!("{folder}/{}.rs", operation.verb),
            builder::print(product, operation),
        );
    }
    let filters = filters::print(product, module);
    if filters.is_some() {
        out.push_str("mod filters;\n");
    }
    if !types.is_empty() {
        out.push_str("mod model;\n");
    }
    out.push('\n');
    if !operations.is_empty() {
        out.push_str(&imports(product, &operations));
    }
    for operation in &operations {
        let _ = writeln!(
            out,
            "pub use {}::{{{}, {}}};",
            names::identifier(&operation.verb),
            names::constant(&operation.verb),
            type_name(operation)
        );
    }
    if let Some((text, names)) = filters {
        let _ = writeln!(out, "pub use filters::{{{}}};", names.join(", "));
        files.insert(format!("{folder}/filters.rs"), text);
    }
    if !types.is_empty() {
        let _ = writeln!(out, "pub use model::{{{}}};", types.join(", "));
    }
    out.push('\n');
    if !operations.is_empty() {
        out.push_str(&handle_text(product, module, &operations));
    }
    files.insert(format!("{folder}.rs"), out);
}

/// The documentation at the top: what there is, in a table.
fn map(module: &Module, operations: &[&Operation]) -> String {
    let words = names::words(module.name()).join(" ");
    let mut out = format!("Operations and types of {words}.");
    if operations.is_empty() {
        return out.replace("Operations and types", "Types");
    }
    out.push_str("\n\n| builder | call | least permission |\n| --- | --- | --- |");
    for operation in operations {
        let permission = texts(&operation.value["permissions"]["application"])
            .first()
            .cloned()
            .unwrap_or_default();
        let permission = if permission.is_empty() {
            "not documented".to_owned()
        } else {
            format!("`{permission}`")
        };
        let _ = write!(
            out,
            "\n| [`{}`] | `{} {}` | {permission} |",
            type_name(operation),
            operation.text("method"),
            operation.text("path")
        );
    }
    out
}

fn imports(product: &Product, operations: &[&Operation]) -> String {
    let mut shared = vec!["Client"];
    let arguments: String = operations
        .iter()
        .map(|operation| signature(&arguments(operation)))
        .collect();
    for (word, name) in [
        ("Id<", "Id"),
        ("Into<Timestamp>", "Timestamp"),
        ("Into<Value>", "Value"),
        ("Into<Bytes>", "Bytes"),
    ] {
        if arguments.contains(word) {
            shared.push(name);
        }
    }
    shared.sort_unstable();
    let mut out = format!("use http_core::{{{}}};\n\n", shared.join(", "));
    let mut own = std::collections::BTreeSet::new();
    for word in arguments.split(|c: char| !c.is_ascii_alphanumeric()) {
        if let Some(home) = product.home(word).filter(|home| {
            operations
                .first()
                .is_none_or(|operation| operation.module != **home)
        }) {
            own.insert(format!("use crate::{}::{word};\n", home.path()));
        }
    }
    out.extend(own);
    out.push('\n');
    out
}

fn handle_text(product: &Product, module: &Module, operations: &[&Operation]) -> String {
    let handle = handle(product, module);
    let words = names::words(module.name()).join(" ");
    let mut out = format!(
        "/// The operations of {words}; each method begins a request.\n#[derive(Clone, Debug)]\npub struct {handle} {{\n\
         pub(crate) client: Client,\n}}\n\nimpl {handle} {{\n\
         pub(crate) fn new(client: &Client) -> Self {{\nSelf {{ client: client.clone() }}\n}}\n"
    );
    for operation in operations {
        let name = type_name(operation);
        let arguments = arguments(operation);
        let doc = format!("{} See [`{name}`].", sentence(&operation.text("summary")));
        let _ = write!(
            out,
            "\n{}pub fn {}(&self, {}) -> {name} {{\n{name}::new(&self.client, {})\n}}\n",
            outer(&doc, ""),
            names::identifier(&operation.verb),
            signature(&arguments),
            passed(&arguments)
        );
    }
    out + "}\n"
}
