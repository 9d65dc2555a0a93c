//! The shapes of operations, and a set of operations that covers all of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::support::text;
use crate::tables::{entities, table};

/// A product (the first word of its commands) and a property of its operations.
type Shape = (String, String);

/// The ids of operations that together cover every shape of each product, and the optional inputs of their shapes.
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

/// The operation with the most shapes that are not covered yet.
fn richest<T: Clone, U: Clone>(
    left: &BTreeMap<String, BTreeMap<T, U>>,
) -> Option<(String, BTreeMap<T, U>)> {
    let entries = left.iter().filter(|(_, shapes)| !shapes.is_empty());
    let richest = entries.rev().max_by_key(|(_, shapes)| shapes.len());
    richest.map(|(id, shapes)| (id.clone(), shapes.clone()))
}

/// The shapes of an operation. A shape of an optional input has the input's name.
fn of(product: &str, entry: &Value) -> BTreeMap<Shape, Option<String>> {
    let id = text(&entry["id"]);
    let (word, _) = id.split_once('.').unwrap();
    let mut shapes = BTreeMap::new();
    let named = |shape| (word.to_owned(), shape);
    if entry.get("retired").is_some() {
        // A retired operation is refused.
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

/// The shapes that a member of an operation has on the command line.
fn of_member(product: &str, member: &str, value: &Value) -> Vec<String> {
    match member {
        // Documentation, and limits that only the pipeline uses.
        "id" | "group" | "summary" | "path" | "permissions" | "limits" | "limit_class" | "help"
        | "note" | "evidence" | "qualified_name" | "role" | "example_end" | "samples"
        | "errors" | "source" | "max_page_size" => Vec::new(),
        // Tested by `cli::verdicts` (failed items), `cli::question` (questions on a terminal) and `cli::values` (refused
        // inputs).
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
        | "replaced_by"
        | "enrichment"
        | "completion"
        | "open_body"
        | "not_idempotent_with" => vec![member.to_owned()],
        "headers" => of_list(value, |header| vec![format!("header {}", header["always"])]),
        "params" => of_list(value, of_input),
        "paging" => of_paging(value),
        "response" => of_response(product, value),
        other => {
            panic!("what does `{other}` make of an operation on the command line? Say so here")
        }
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
                // Any documented word is sent as the service spells it; `spellings` shows that.
                "value_aliases",
                // Names in a file of items; `cli::import` shows them.
                "aliases",
                // Limits that the emulator checks.
                "min",
                "max",
                "min_length",
                "max_length",
                "form",
                // How rows of other commands and ids of users are read; `cli::naming` shows it.
                "members",
                "after",
                // Refused before anything is sent, as `cli::values` shows.
                "until",
                "within_days",
                "constant",
                "flags",
                // Left to the service to refuse; documents and the emulator show them.
                "min",
                "max",
                "form"
            ]
            .contains(&member.as_str()),
            "what is `{member}` of an input on the command line? Say so here"
        );
    }
    let is_needed = input["required"] == true || input["place"] == "path";
    let shape = || format!("input {} {}", text(&input["place"]), kind(input));
    is_needed.then(shape).into_iter().collect()
}

/// The shape of an optional input. Texts have none: only a page describes their valid values.
fn of_option(input: &Value) -> Option<String> {
    let is_needed = input["required"] == true || input["place"] == "path";
    let kind = kind(input);
    let is_option = !is_needed && !matches!(kind.as_str(), "string" | "array:string" | "dynamic");
    is_option.then(|| format!("option {} {kind}", text(&input["place"])))
}

/// The type of an input, without the name of an object.
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
            "kind" | "status" | "help" | "type" | "made" | "context" | "partial" | "bare" => {}
            "list" | "links" => shapes.push(format!("{member} {value}")),
            "entity" | "row" => shapes.extend(of_entity(product, member, value)),
            other => panic!("what is `{other}` of an answer on the command line? Say so here"),
        }
    }
    shapes
}

/// The shapes of the records of an answer.
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
