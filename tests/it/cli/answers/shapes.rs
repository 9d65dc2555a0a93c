//! The shapes of operations, and the operations it takes to meet all of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::text;
use crate::tables::{entities, table};

/// A product, as the first word of its commands, and something that its operations have.
type Shape = (String, String);

/// The ids of operations that have, for each product, every shape that operations of it have; and the inputs that such an operation shows
/// although it does not require them.
pub(super) fn covering() -> BTreeMap<String, BTreeSet<String>> {
    let mut left: BTreeMap<String, BTreeMap<Shape, Option<String>>> = BTreeMap::new();
    for product in reference::PRODUCTS {
        for entry in table(product.name) {
            left.insert(text(&entry["id"]), of(product.name, entry));
        }
    }
    let mut chosen = BTreeMap::new();
    while let Some((id, met)) = richest(&left) {
        for shapes in left.values_mut() {
            shapes.retain(|shape, _| !met.contains_key(shape));
        }
        chosen.insert(id, met.into_values().flatten().collect());
    }
    chosen
}

/// The operation with the most shapes that no other operation has shown yet.
fn richest<T: Clone, U: Clone>(
    left: &BTreeMap<String, BTreeMap<T, U>>,
) -> Option<(String, BTreeMap<T, U>)> {
    let entries = left.iter().filter(|(_, shapes)| !shapes.is_empty());
    let richest = entries.rev().max_by_key(|(_, shapes)| shapes.len());
    richest.map(|(id, shapes)| (id.clone(), shapes.clone()))
}

/// The shapes of an operation; those that an input has which is not required, with its name.
fn of(product: &str, entry: &Value) -> BTreeMap<Shape, Option<String>> {
    let id = text(&entry["id"]);
    let (word, _) = id.split_once('.').unwrap();
    let mut shapes = BTreeMap::new();
    let named = |shape| (word.to_owned(), shape);
    if entry.get("retired").is_some() {
        // It is refused, whatever else the operation says.
        return BTreeMap::from([(named("retired".to_owned()), None)]);
    }
    for (member, value) in entry.as_object().unwrap() {
        let of_member = of_member(product, member, value).into_iter();
        shapes.extend(of_member.map(|shape| (named(shape), None)));
    }
    for input in entry["params"].as_array().unwrap() {
        if let Some(shape) = of_option(input) {
            shapes
                .entry(named(shape))
                .or_insert(Some(text(&input["name"])));
        }
    }
    shapes
}

/// What a member of an operation makes different on the command line.
fn of_member(product: &str, member: &str, value: &Value) -> Vec<String> {
    match member {
        // Words for people, and numbers that only the pipeline keeps to.
        "id" | "group" | "summary" | "path" | "permissions" | "limits" | "limit_class" | "help"
        | "note" | "role" | "example_end" | "samples" | "errors" | "source" | "max_page_size" => {
            Vec::new()
        }
        // Shown by `cli::verdicts`, `cli::question` and `cli::values`: answers with failed items, questions on a terminal, refused inputs.
        "verdicts" | "target" | "effect" | "checks" | "batch" | "record" | "columns" => Vec::new(),
        "method" | "host" | "status" | "body_kind" | "idempotent" => {
            vec![format!("{member} {value}")]
        }
        "not_found" => vec![format!("{member} {value}")],
        "action"
        | "denied"
        | "filter_set"
        | "filter_properties"
        | "default_filter"
        | "retired"
        | "joins"
        | "completion"
        | "open_body"
        | "not_idempotent_with" => vec![member.to_owned()],
        "headers" => of_list(value, |header| vec![format!("header {}", header["always"])]),
        "params" => of_list(value, of_input),
        "paging" => of_paging(value),
        "response" => of_response(product, value),
        other => panic!("what does `{other}` make of a entry on the command line? Say so here"),
    }
}

fn of_list(value: &Value, of: impl Fn(&Value) -> Vec<String>) -> Vec<String> {
    value.as_array().unwrap().iter().flat_map(of).collect()
}

fn of_input(input: &Value) -> Vec<String> {
    for member in input.as_object().unwrap().keys() {
        assert!(
            [
                "name",
                "place",
                "type",
                "required",
                "values",
                "enum",
                "default",
                "id_of",
                "help",
                "note",
                "max_bytes",
                "example",
                // Refused before anything is sent, as `cli::values` shows.
                "until",
                "within_days",
                "constant",
                "flags"
            ]
            .contains(&member.as_str()),
            "what is `{member}` of an input on the command line? Say so here"
        );
    }
    let is_needed = input["required"] == true || input["place"] == "path";
    let shape = || format!("input {} {}", text(&input["place"]), kind(input));
    is_needed.then(shape).into_iter().collect()
}

/// The shape of an input that may be left out. Texts are not among them: what may stand in one only its page tells.
fn of_option(input: &Value) -> Option<String> {
    let is_needed = input["required"] == true || input["place"] == "path";
    let kind = kind(input);
    let is_option = !is_needed && !matches!(kind.as_str(), "string" | "array:string" | "dynamic");
    is_option.then(|| format!("option {} {kind}", text(&input["place"])))
}

/// What an input holds; of objects the name is not part of it.
fn kind(input: &Value) -> String {
    let kind = text(&input["type"]);
    let plain = kind
        .split_once("object:")
        .map(|(before, _)| format!("{before}object"));
    plain.unwrap_or(kind)
}

fn of_paging(paging: &Value) -> Vec<String> {
    for member in paging.as_object().unwrap().keys() {
        assert!(
            ["kind", "property", "unique_by"].contains(&member.as_str()),
            "what is `{member}` of a paging on the command line? Say so here"
        );
    }
    vec![format!("paging {}", paging["kind"])]
}

fn of_response(product: &str, response: &Value) -> Vec<String> {
    let mut shapes = vec![format!("answer {}", response["kind"])];
    for (member, value) in response.as_object().unwrap() {
        match member.as_str() {
            "kind" | "status" | "help" | "type" | "made" => {}
            "list" | "links" => shapes.push(format!("{member} {value}")),
            "entity" | "row" => shapes.extend(of_entity(product, member, value)),
            other => panic!("what is `{other}` of an answer on the command line? Say so here"),
        }
    }
    shapes
}

/// What is special about the records of an answer.
fn of_entity(product: &str, member: &str, name: &Value) -> Vec<String> {
    let Some(entity) = entities(product).get(&text(name)) else {
        return Vec::new();
    };
    let aliases = entity["fields"].as_array().into_iter().flatten();
    let has_aliases = aliases.clone().any(|field| field.get("aliases").is_some());
    let members = entity
        .as_object()
        .unwrap()
        .keys()
        .filter_map(|own| match own.as_str() {
            "group" | "fields" | "source" | "help" | "note" | "discriminator" | "member_of"
            | "filters" | "checks" => None,
            special @ ("key" | "unique_by" | "open" | "family" | "file_record") => Some(special),
            other => {
                panic!("what does `{other}` make of a record on the command line? Say so here")
            }
        });
    let special = members.chain(has_aliases.then_some("aliases"));
    special.map(|one| format!("{member}: {one}")).collect()
}
