//! Entities, families and open enums of a module.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

use super::Files;
use super::docs::{inner, literal, outer, sentence};
use super::names;
use super::table::{Entity, Enum, Field, Module, Product, Type, list, pairs, texts};

/// Models of more lines than this become a folder with a file per entity.
const MOST_LINES: usize = 400;

/// One type of a module.
struct Item {
    name: String,
    text: String,
    uses: BTreeSet<String>,
}

/// The files of a module's types, and whether there are any.
pub(super) fn print(product: &Product, module: &Module, files: &mut Files) -> Vec<String> {
    let mut items: Vec<Item> = Vec::new();
    for (name, entity) in product
        .entities
        .iter()
        .filter(|(_, entity)| entity.module == *module)
    {
        items.extend(entity_items(product, name, entity));
    }
    for (name, known) in product
        .enums
        .iter()
        .filter(|(_, known)| known.module == *module)
    {
        items.push(enum_item(name, known));
    }
    if items.is_empty() {
        return Vec::new();
    }
    let all: Vec<_> = items.iter().map(|item| item.name.clone()).collect();
    let folder = format!("generated/{}", module.0.replace('.', "/"));
    let lines: usize = items.iter().map(|item| item.text.lines().count() + 1).sum();
    if lines <= MOST_LINES {
        let uses = items.iter().flat_map(|item| item.uses.clone()).collect();
        let mut text =
            inner("The records and words of this group.") + "\n" + &imports(product, &uses, &all);
        for item in &items {
            let _ = writeln!(text, "{}", item.text);
        }
        files.insert(format!("{folder}/model.rs"), text);
        return all;
    }
    let mut map = inner("The records and words of this group, one a file.") + "\n";
    for item in &items {
        let file = names::words(&item.name).join("_");
        let _ = writeln!(map, "mod {file};");
        let text = inner(&format!("`{}`.", item.name))
            + "\n"
            + &imports(product, &item.uses, std::slice::from_ref(&item.name))
            + &item.text;
        files.insert(format!("{folder}/model/{file}.rs"), text);
    }
    map.push('\n');
    for item in &items {
        let _ = writeln!(
            map,
            "pub use {}::{};",
            names::words(&item.name).join("_"),
            item.name
        );
    }
    files.insert(format!("{folder}/model.rs"), map);
    all
}

/// Imports for the types that a text uses and does not define.
fn imports(product: &Product, uses: &BTreeSet<String>, defined: &[String]) -> String {
    let mut shared = Vec::new();
    let mut own = Vec::new();
    for name in uses {
        if defined.contains(name) {
            continue;
        }
        match product
            .home(name)
            .or_else(|| product.home(name.strip_suffix("Base").unwrap_or(name)))
        {
            Some(home) => own.push(format!("use crate::{}::{name};", home.path())),
            None => shared.push(name.clone()),
        }
    }
    let mut out = String::new();
    if !shared.is_empty() {
        let _ = writeln!(out, "use http_core::{{{}}};\n", shared.join(", "));
    }
    for line in own {
        let _ = writeln!(out, "{line}");
    }
    out + "\n"
}

/// An entity; a family is an enum, beside a record for the base type where records of it come too.
fn entity_items(product: &Product, name: &str, entity: &Entity) -> Vec<Item> {
    if entity.value["filters"] == true {
        return vec![filter_set(name, entity)];
    }
    if entity.family.is_empty() {
        return vec![record(product, name, name, entity)];
    }
    let mut items = Vec::new();
    let mut uses = BTreeSet::new();
    let mut body = String::new();
    let base = entity.base_type(name);
    if let Some(base_type) = base {
        let base_name = format!("{name}Base");
        let _ = writeln!(
            body,
            "    @base Base({base_name}) = {},",
            literal(&base_type)
        );
        uses.insert(base_name.clone());
        items.push(record(product, &base_name, name, entity));
    }
    for (type_name, member) in &entity.family {
        let _ = writeln!(
            body,
            "    {}({member}) = {},",
            variant(name, member),
            literal(type_name)
        );
        uses.insert(member.clone());
    }
    let text = format!(
        "http_core::family! {{\n{}    pub enum {name} {{\n{}    }}\n}}\n",
        outer(&entity_doc(entity), "    "),
        body.lines()
            .map(|line| format!("    {line}\n"))
            .collect::<String>()
    );
    items.insert(
        0,
        Item {
            name: name.to_owned(),
            text,
            uses,
        },
    );
    items
}

/// A member's variant: its name without the words it shares with the family.
fn variant(family: &str, member: &str) -> String {
    let shared = names::words(family);
    let own = names::words(member);
    let last = shared.last();
    let short: Vec<_> = match own.split_last() {
        Some((tail, rest)) if Some(tail) == last && !rest.is_empty() => rest.to_vec(),
        _ => own.clone(),
    };
    names::pascal(&short.join("_"))
}

fn entity_doc(entity: &Entity) -> String {
    let unique = super::table::texts(&entity.value["unique_by"]);
    let unique = match unique.is_empty() {
        true => String::new(),
        false => format!("Unique by {}.", unique.join(", ")),
    };
    let source = super::table::text(&entity.value["source"]);
    let source = format!("Source: `{source}`.");
    let help = sentence(super::table::text(&entity.value["help"]).as_str());
    let parts = [help, unique, source];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

fn record(product: &Product, name: &str, table_name: &str, entity: &Entity) -> Item {
    let mut uses = BTreeSet::new();
    let mut fields = String::new();
    for field in &entity.fields {
        fields.push_str(&outer(&sentence(&field.help), "        "));
        let kind = field_type(product, table_name, field, &mut uses);
        let aliases: String = aliases(product, table_name, entity, field)
            .iter()
            .map(|alias| format!(" | {}", literal(alias)))
            .collect();
        let _ = writeln!(
            fields,
            "        pub {}: {kind} = {}{aliases},",
            names::field(&field.name),
            literal(&field.name)
        );
    }
    let text = format!(
        "http_core::entity! {{\n{}    pub struct {name} {{\n{fields}    }}\n}}\n",
        outer(&entity_doc(entity), "    ")
    );
    Item {
        name: name.to_owned(),
        text,
        uses,
    }
}

/// A member's other names: those of the table, and the one with a capital where lines of files hold the entity.
fn aliases(product: &Product, table_name: &str, entity: &Entity, field: &Field) -> Vec<String> {
    let mut aliases = field.aliases.clone();
    if product.comes_in_files(table_name) {
        let mut letters = field.name.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        aliases.insert(0, first.into_iter().chain(letters).collect());
    }
    let is_taken = |alias: &String| entity.fields.iter().any(|other| other.name == *alias);
    aliases.retain(|alias| !is_taken(alias));
    aliases
}

fn field_type(
    product: &Product,
    entity: &str,
    field: &Field,
    uses: &mut BTreeSet<String>,
) -> String {
    if field.is_key && field.kind == Type::Text {
        uses.insert("Id".to_owned());
        uses.insert(entity.to_owned());
        return format!("Id<{entity}>");
    }
    match &field.kind {
        Type::Text if field.is_secret => "Option<http_core::Secret>".to_owned(),
        Type::List(element) => format!("Vec<{}>", value_type(element, uses)),
        Type::Object(name) if product.holds(name, entity) => {
            format!("Option<Box<{}>>", value_type(&field.kind, uses))
        }
        kind => format!("Option<{}>", value_type(kind, uses)),
    }
}

fn value_type(kind: &Type, uses: &mut BTreeSet<String>) -> String {
    let mut used = |name: &str| {
        uses.insert(name.to_owned());
        name.to_owned()
    };
    match kind {
        Type::Text | Type::Bytes => "String".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Integer32 | Type::Integer64 => "i64".to_owned(),
        Type::Number => "f64".to_owned(),
        Type::NumberOrText => used("Integer"),
        Type::Time => used("Timestamp"),
        Type::Json => used("Value"),
        Type::Enum(name) | Type::Object(name) => used(name),
        Type::Flags(name) => {
            used("Flags");
            format!("Flags<{}>", used(name))
        }
        Type::Id(name) => {
            used("Id");
            format!("Id<{}>", used(name))
        }
        Type::List(element) => format!("Vec<{}>", value_type(element, uses)),
    }
}

impl Product {
    /// Whether a record of `outer` holds one of `wanted` in its own memory, however deep.
    fn holds(&self, outer: &str, wanted: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut open = vec![outer.to_owned()];
        while let Some(name) = open.pop() {
            if name == wanted {
                return true;
            }
            let Some(entity) = self
                .entities
                .get(&name)
                .filter(|entity| entity.family.is_empty())
            else {
                continue;
            };
            if seen.insert(name) {
                open.extend(entity.fields.iter().filter_map(|field| match &field.kind {
                    Type::Object(inner) => Some(inner.clone()),
                    _ => None,
                }));
            }
        }
        false
    }
}

fn enum_item(name: &str, known: &Enum) -> Item {
    let mut taken = BTreeSet::from(["Other".to_owned()]);
    let mut seen = BTreeSet::new();
    let mut variants = String::new();
    for value in &known.values {
        if !seen.insert(value.to_ascii_lowercase()) {
            continue;
        }
        let mut variant = names::pascal(value);
        if variant.is_empty() {
            variant = "Empty".to_owned();
        }
        while !taken.insert(variant.clone()) {
            variant.push_str("Value");
        }
        let aliases: String = known
            .aliases
            .iter()
            .filter(|(_, word)| *word == value)
            .map(|(alias, _)| format!(" | {}", literal(alias)))
            .collect();
        let _ = writeln!(variants, "        {variant} = {}{aliases},", literal(value));
    }
    let text = format!(
        "http_core::open_enum! {{\n{}    pub enum {name} {{\n{variants}    }}\n}}\n",
        outer("An open set of words.", "    ")
    );
    Item {
        name: name.to_owned(),
        text,
        uses: BTreeSet::new(),
    }
}

/// The words for the values of a filter's field; nothing where a value is its own word.
fn filter_words(field: &Value) -> String {
    let named = pairs(&field["words"]);
    let is_text = field["type"] == "string" && field["words"].is_null();
    // The documents write None for null, which is no text.
    let own = texts(&field["values"])
        .into_iter()
        .filter(|word| is_text && word != "None");
    let mut words: Vec<_> = named.collect();
    // In the order of the codes, and not of the alphabet.
    words.sort_by_key(|(_, code)| code.parse::<i64>().unwrap_or_default());
    let words: String = words
        .into_iter()
        .chain(own.map(|word| (word.clone(), word)))
        .map(|(word, value)| format!("{} = {}, ", literal(&word), literal(&value)))
        .collect();
    match words.as_str() {
        "" => String::new(),
        _ => format!(" words {{ {words}}}"),
    }
}

/// Filters: a method for each field and operator.
fn filter_set(name: &str, entity: &Entity) -> Item {
    let mut body = String::new();
    for (field, value) in entity.fields.iter().zip(list(&entity.value["fields"])) {
        let doc = sentence(&field.help);
        let kind = match value["type"].as_str() {
            Some("int32") => "Integer",
            Some("bool") => "Bool",
            Some("datetime") => "Time",
            Some("object:EntityPk") => "Key",
            _ => "Text",
        };
        let stem = names::words(&field.name).join("_");
        let methods: String = texts(&value["operators"])
            .iter()
            .map(|operator| format!("{operator} => {stem}_{operator}, "))
            .collect();
        let _ = writeln!(
            body,
            "{}        {}: {kind} {{ {methods}}}{}",
            outer(&doc, "        "),
            literal(&field.name),
            filter_words(value)
        );
    }
    let doc = format!(
        "Conditions of a filter, one method for each field and operator.\n\nSource: `{}`.",
        entity.value["source"].as_str().unwrap_or_default()
    );
    Item {
        name: name.to_owned(),
        text: format!(
            "crate::filter_set::filter_set! {{\n{}    pub struct {name} {{\n{body}    }}\n}}\n",
            outer(&doc, "    ")
        ),
        uses: BTreeSet::new(),
    }
}
