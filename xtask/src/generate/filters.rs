//! Conditions on the properties that a list filters by, each with the type that its records give it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::Value;

use super::docs::{inner, literal, outer};
use super::literals::words;
use super::names;
use super::table::{Entity, Field, Module, Operation, Product, Type, list, pairs, texts};

/// The type with the conditions of a list; none for a list whose properties have no types.
pub(super) fn name(product: &Product, operation: &Operation) -> Option<String> {
    let entity = operation.answer("entity");
    let takes_filter = operation.params.iter().any(|param| param.name == "$filter");
    let has_typed = !properties(product.entities.get(&entity)?, operation).is_empty();
    (takes_filter && has_typed).then(|| format!("{entity}Filter"))
}

/// The file of a group's conditions, and the types in it.
pub(super) fn print(product: &Product, module: &Module) -> Option<(String, Vec<String>)> {
    let mut sets: BTreeMap<String, Vec<&Operation>> = BTreeMap::new();
    for operation in product
        .operations
        .iter()
        .filter(|operation| operation.module == *module)
    {
        if let Some(name) = name(product, operation) {
            sets.entry(name).or_default().push(operation);
        }
    }
    let mut uses = BTreeSet::new();
    let mut body = String::new();
    for (name, operations) in &sets {
        body.push_str(&set(product, name, operations, &mut uses));
    }
    let mut out =
        inner("Conditions on the properties that the lists of this group filter by.") + "\n";
    out.push_str(&imports(product, &uses));
    (!sets.is_empty()).then(|| (out + &body, sets.into_keys().collect()))
}

fn set(
    product: &Product,
    name: &str,
    operations: &[&Operation],
    uses: &mut BTreeSet<String>,
) -> String {
    let lists: Vec<_> = operations
        .iter()
        .map(|operation| {
            format!(
                "[`{0}`](super::{0})",
                names::builder(
                    operation.module.name(),
                    &operation.verb,
                    operation.is_list()
                )
            )
        })
        .collect();
    let doc = format!(
        "Conditions on the properties that {} filters by, as far as the documents list them. Each method gives a \
         [`Property`](http_core::odata::Property).",
        lists.join(" and ")
    );
    let mut properties_of_all = BTreeMap::new();
    for operation in operations {
        let entity = operation.answer("entity");
        let fields = product
            .entities
            .get(&entity)
            .map(|known| properties(known, operation));
        for (wire, field) in fields.into_iter().flatten() {
            properties_of_all.insert(wire, (entity.clone(), field));
        }
    }
    let mut body = String::new();
    for (wire, (entity, field)) in properties_of_all {
        let method = names::field(&wire);
        let kind = value_type(&entity, field, uses);
        let _ = writeln!(body, "        {method}: {kind} = {},", literal(&wire));
    }
    format!(
        "http_core::odata_filter! {{\n{}    pub struct {name} {{\n{body}    }}\n}}\n\n",
        outer(&doc, "    ")
    )
}

/// The properties of a list that its records have, as the list spells them.
fn properties<'a>(entity: &'a Entity, operation: &Operation) -> Vec<(String, &'a Field)> {
    let named = texts(&operation.value["filter_properties"]).into_iter();
    let typed = named.filter_map(|wire| {
        let mut fields = entity.fields.iter();
        let field = fields.find(|field| field.name.eq_ignore_ascii_case(&wire))?;
        is_comparable(&field.kind).then_some((wire, field))
    });
    typed.collect()
}

/// The words and times among the properties that a list filters by. Nothing where there are none.
pub(super) fn types(product: &Product, operation: &Operation) -> String {
    let Some(entity) = product.entities.get(&operation.answer("entity")) else {
        return String::new();
    };
    let named = texts(&operation.value["filter_properties"]).into_iter();
    let typed: String = named
        .filter_map(|wire| {
            let mut fields = list(&entity.value["fields"]).iter();
            let field = fields.find(|field| {
                field["name"]
                    .as_str()
                    .is_some_and(|name| name.eq_ignore_ascii_case(&wire))
            })?;
            property(&wire, field)
        })
        .collect();
    match typed.as_str() {
        "" => typed,
        _ => format!(".filter_types(&[{typed}])"),
    }
}

/// A property with the words it takes, or with times.
fn property(wire: &str, field: &Value) -> Option<String> {
    let known = texts(&field["values"]);
    let kind = match field["type"].as_str()? {
        "datetime" => "Kind::Time".to_owned(),
        "enum" | "string" if !known.is_empty() => format!("Kind::Enum({})", words(&known)),
        _ => return None,
    };
    let aliases: Vec<_> = pairs(&field["value_aliases"])
        .map(|(alias, word)| format!("({}, {})", literal(&alias), literal(&word)))
        .collect();
    let aliases = match &aliases[..] {
        [] => String::new(),
        _ => format!(".aliases(&[{}])", aliases.join(", ")),
    };
    Some(format!(
        "FilterProperty::new({}, {kind}){aliases},",
        literal(wire)
    ))
}

/// Whether a filter can compare values of a type.
fn is_comparable(kind: &Type) -> bool {
    match kind {
        Type::List(element) => is_comparable(element) && !matches!(**element, Type::List(_)),
        Type::Object(_) | Type::Json | Type::Bytes | Type::Flags(_) => false,
        _ => true,
    }
}

fn value_type(entity: &str, field: &Field, uses: &mut BTreeSet<String>) -> String {
    if field.is_key && field.kind == Type::Text {
        uses.extend(["Id".to_owned(), entity.to_owned()]);
        return format!("Id<{entity}>");
    }
    plain(&field.kind, uses)
}

fn plain(kind: &Type, uses: &mut BTreeSet<String>) -> String {
    let mut used = |name: &str| {
        uses.insert(name.to_owned());
        name.to_owned()
    };
    match kind {
        Type::Bool => "bool".to_owned(),
        Type::Integer32 | Type::Integer64 | Type::NumberOrText => "i64".to_owned(),
        Type::Number => "f64".to_owned(),
        Type::Time => used("Timestamp"),
        Type::Enum(name) => used(name),
        Type::Id(name) => {
            used("Id");
            format!("Id<{}>", used(name))
        }
        Type::List(element) => format!("Vec<{}>", plain(element, uses)),
        _ => "String".to_owned(),
    }
}

fn imports(product: &Product, uses: &BTreeSet<String>) -> String {
    let (own, shared): (Vec<_>, Vec<_>) =
        uses.iter().partition(|name| product.home(name).is_some());
    let mut out = String::new();
    if !shared.is_empty() {
        let shared: Vec<_> = shared.into_iter().map(String::as_str).collect();
        let _ = writeln!(out, "use http_core::{{{}}};\n", shared.join(", "));
    }
    for name in own {
        if let Some(home) = product.home(name) {
            let _ = writeln!(out, "use crate::{}::{name};", home.path());
        }
    }
    out + "\n"
}
