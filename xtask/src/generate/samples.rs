//! Tables for the tests of product crates: documented samples, and a record of each entity.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::docs::{inner, literal};
use super::table::{Product, Type, list, text, texts};

/// The table of samples; `None` where the product has none.
pub(super) fn print(product: &Product) -> Option<String> {
    let mut lines = String::new();
    let mut readers = BTreeSet::from(["Sample"]);
    for operation in &product.operations {
        let samples = &operation.value["samples"];
        let more = texts(&samples["more"]);
        let paths = [text(&samples["response"])].into_iter().chain(more);
        let entity = operation.answer("entity");
        let read = match operation.answer("kind").as_str() {
            "collection" => "list",
            "entity" | "object" | "files" => "one",
            // An answer that comes only where the caller asks for it.
            "empty" if !entity.is_empty() => "one",
            _ => continue,
        };
        let Some(home) = product.home(&entity) else {
            continue;
        };
        for path in paths.filter(|path| path.ends_with(".json")) {
            readers.insert(read);
            let _ = writeln!(
                lines,
                "    ({:?}, {path:?}, {read}::<crate::{}::{entity}>),",
                operation.id,
                home.path()
            );
        }
    }
    if lines.is_empty() {
        return None;
    }
    readers.insert("one");
    let readers: Vec<_> = readers.into_iter().collect();
    Some(format!(
        "{}\nuse http_core::testing::{{{}}};\n\n\
         /// Operation, the sample's path below the product's folder, and what reads it.\n\
         #[rustfmt::skip]\n\
         pub(crate) const SAMPLES: &[Sample] = &[\n{lines}];\n\n\
         /// Entity, a record with all its members, and what reads it.\n\
         #[rustfmt::skip]\n\
         pub(crate) const ENTITIES: &[Sample] = &[\n{}];\n\n\
         /// Aliases, and the names that are written for them.\n\
         pub(crate) const ALIASES: &[(&str, &str)] = &[{}];\n",
        inner("Every documented answer and every entity, and the type it must decode into."),
        readers.join(", "),
        entities(product),
        aliases(product),
    ))
}

/// A line for each entity that is a record.
fn entities(product: &Product) -> String {
    let mut lines = String::new();
    for (name, entity) in &product.entities {
        if entity.value["filters"] == true || !entity.family.is_empty() {
            continue;
        }
        let fields = entity.fields.iter().zip(list(&entity.value["fields"]));
        let record: Value = fields
            .map(|(field, said)| (field.name.clone(), example(&field.kind, said)))
            .collect::<Map<_, _>>()
            .into();
        let _ = writeln!(
            lines,
            "    ({name:?}, {}, one::<crate::{}::{name}>),",
            literal(&record.to_string()),
            entity.module.path()
        );
    }
    lines
}

/// A value of a type, as the service writes it.
fn example(kind: &Type, field: &Value) -> Value {
    let word = || {
        field["values"]
            .get(0)
            .cloned()
            .unwrap_or_else(|| "a".into())
    };
    match kind {
        Type::Text | Type::Id(_) | Type::Bytes => "a".into(),
        Type::Bool => true.into(),
        Type::Integer32 | Type::Integer64 | Type::NumberOrText => 7.into(),
        Type::Number => 7.5.into(),
        Type::Time if field["wire"] == "epoch_ms" => 1_767_225_600_000_i64.into(),
        Type::Time => "2026-01-01T00:00:00Z".into(),
        Type::Json => 7.into(),
        Type::Enum(_) => word(),
        Type::Flags(_) => format!("{}, other", word().as_str().unwrap_or_default()).into(),
        Type::Object(_) => json!({}),
        Type::List(element) => json!([example(element, field)]),
    }
}

/// The aliases of the tables with the names of their members, each once.
fn aliases(product: &Product) -> String {
    let fields = product.entities.values().flat_map(|entity| &entity.fields);
    let pairs: BTreeSet<_> = fields
        .flat_map(|field| field.aliases.iter().map(|alias| (alias, &field.name)))
        .collect();
    pairs.iter().map(|pair| format!("{pair:?}, ")).collect()
}
