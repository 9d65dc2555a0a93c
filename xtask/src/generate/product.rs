//! The root of a product's generated code: its modules, all operations, and the way from the client to each group.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use super::Files;
use super::docs::inner;
use super::services::{self, Apis};
use super::table::{Module, Product};
use super::{codes, group, model, names, samples};

/// Members and inputs without a description have no doc line: it would only repeat the name.
const UNDOCUMENTED: &str = "#![allow(\n    missing_docs,\n    reason = \"a name that the service does not describe would \
    only be repeated\"\n)]\n\n";

const SAMPLES_MODULE: &str = "#[cfg(test)]\npub(crate) mod samples;\n";

/// Every generated file of a product. `hunting` are the files of its hunting tables.
pub(super) fn files(
    product: &Product,
    codes: &[Value],
    apis: &Apis,
    hunting: Files,
) -> Result<Files, String> {
    let mut files = Files::new();
    let modules = product.modules();
    for module in &modules {
        let types = model::print(product, module, &mut files);
        group::print(product, module, &types, &mut files);
    }
    let mut nested = BTreeMap::<String, Vec<Module>>::new();
    let mut top = Vec::new();
    for module in modules {
        match module.0.split_once('.') {
            Some((prefix, _)) => nested
                .entry(prefix.to_owned())
                .or_default()
                .push(module.clone()),
            None => top.push(module),
        }
    }
    for (prefix, modules) in &nested {
        files.insert(
            format!("generated/{prefix}.rs"),
            prefix_root(product, prefix, modules),
        );
    }
    let mut root = root(product, &top, nested.keys());
    match samples::print(product) {
        Some(text) => {
            files.insert("generated/samples.rs".to_owned(), text);
        }
        None => root = root.replace(SAMPLES_MODULE, ""),
    }
    if let Some(text) = codes::print(product, codes) {
        files.insert("generated/codes.rs".to_owned(), text);
        root = root.replacen("pub mod ", "pub(crate) mod codes;\npub mod ", 1);
    }
    if let Some(text) = services::print(product, apis)? {
        files.insert("generated/services.rs".to_owned(), text);
        root = root.replacen("pub mod ", "pub(crate) mod services;\npub mod ", 1);
    }
    if !hunting.is_empty() {
        files.extend(hunting);
        root = root.replacen("pub mod ", "pub(crate) mod hunting_tables;\npub mod ", 1);
    }
    files.insert("generated.rs".to_owned(), root);
    Ok(files)
}

fn root<'a>(
    product: &Product,
    modules: &[Module],
    prefixes: impl Iterator<Item = &'a String>,
) -> String {
    let mut out = inner(
        "What the reference tables say, as Rust: see the crate's own documentation for the way in.",
    ) + "\n"
        + UNDOCUMENTED;
    let prefixes: Vec<_> = prefixes.collect();
    for name in modules
        .iter()
        .map(Module::name)
        .chain(prefixes.iter().map(|prefix| prefix.as_str()))
    {
        let _ = writeln!(out, "pub mod {};", names::identifier(name));
    }
    out.push_str("#[cfg(test)]\npub(crate) mod samples;\n\nuse http_core::Operation;\n\n");
    out.push_str("/// Every operation of this crate, sorted by id.\npub const OPERATIONS: &[&Operation] = &[\n");
    for operation in &product.operations {
        let _ = writeln!(
            out,
            "    &{}::{},",
            operation.module.path(),
            names::constant(&operation.verb)
        );
    }
    out.push_str("];\n\nimpl crate::Client {\n");
    for module in modules.iter().filter(|module| {
        product
            .operations
            .iter()
            .any(|operation| operation.module == **module)
    }) {
        out.push_str(&way_in(
            product,
            module,
            &format!("self.host({:?})", host(product, module)),
        ));
    }
    for prefix in prefixes {
        let _ = writeln!(
            out,
            "/// The operations whose ids begin with `{prefix}`.\npub fn {prefix}(&self) -> {prefix}::{name} {{\n\
             {prefix}::{name}::new(self.host({prefix:?}))\n}}\n",
            name = names::pascal(prefix)
        );
    }
    out + "}\n"
}

fn prefix_root(product: &Product, prefix: &str, modules: &[Module]) -> String {
    let mut out = inner(&format!("The groups whose ids begin with `{prefix}`.")) + "\n";
    for module in modules {
        let _ = writeln!(out, "pub mod {};", names::identifier(module.name()));
    }
    let name = names::pascal(prefix);
    let _ = writeln!(
        out,
        "\nuse http_core::Client;\n\n/// The way to the groups of this module.\n#[derive(Clone, Debug)]\n\
         pub struct {name} {{\nclient: Client,\n}}\n\nimpl {name} {{\n\
         pub(crate) fn new(client: &Client) -> Self {{\nSelf {{ client: client.clone() }}\n}}\n"
    );
    for module in modules {
        out.push_str(&way_in(product, module, "&self.client"));
    }
    out + "}\n"
}

fn way_in(product: &Product, module: &Module, client: &str) -> String {
    let handle = group::handle(product, module);
    let name = names::identifier(module.name());
    format!(
        "/// The operations of {}.\npub fn {name}(&self) -> {name}::{handle} {{\n{name}::{handle}::new({client})\n}}\n\n",
        names::words(module.name()).join(" ")
    )
}

/// The host most operations of a module are on.
fn host(product: &Product, module: &Module) -> String {
    let hosts = product
        .operations
        .iter()
        .filter(|operation| operation.module == *module)
        .map(|operation| operation.text("host"));
    hosts
        .into_iter()
        .find(|host| host != "absolute_url")
        .unwrap_or_default()
}
