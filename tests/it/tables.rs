//! An operation is written down once, in `crates/reference`. The crates hold what the tables say, and nothing else.

mod documentation;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::LazyLock;

use http_core::{AnswerKind, BodyKind, Completion, Kind, Operation, Paging, Param, Place, Status};
use serde_json::{Value, json};

const CRATES: &[(&str, &[&Operation])] = &[
    ("mde", mde_api::OPERATIONS),
    ("mdca", mdca_api::OPERATIONS),
    ("xdr", xdr_api::OPERATIONS),
];

/// The tables of a product, parsed once because they are large.
struct Tables {
    operations: Vec<Value>,
    entities: BTreeMap<String, Value>,
}

static TABLES: LazyLock<BTreeMap<&str, Tables>> = LazyLock::new(|| {
    let read = |product: &reference::Product| Tables {
        operations: serde_json::from_str(product.operations).unwrap(),
        entities: serde_json::from_str(product.entities).unwrap(),
    };
    let products = reference::PRODUCTS.iter();
    products
        .map(|product| (product.name, read(product)))
        .collect()
});

/// The operations of a product, as JSON.
pub(crate) fn table(product: &str) -> &'static [Value] {
    &TABLES[product].operations
}

/// The entities of a product, as JSON.
pub(crate) fn entities(product: &str) -> &'static BTreeMap<String, Value> {
    &TABLES[product].entities
}

/// The folder with facts from the vendor's documentation, if set.
pub(crate) fn reference_folder(what: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("DEFENDER_REFERENCE").map(PathBuf::from);
    if folder.is_none() {
        println!("DEFENDER_REFERENCE is not set: {what}");
    }
    folder
}

#[test]
fn every_product_of_the_tables_has_a_crate() {
    let described: BTreeSet<_> = reference::PRODUCTS.iter().map(|one| one.name).collect();
    let built: BTreeSet<_> = CRATES.iter().map(|(name, _)| *name).collect();
    assert_eq!(described, built);
}

#[test]
fn the_crates_have_exactly_the_operations_of_the_tables() {
    for (product, operations) in CRATES {
        let entries: Vec<_> = table(product)
            .iter()
            .map(|entry| text(entry, "id"))
            .collect();
        let built: Vec<_> = operations.iter().map(|entry| entry.id.to_owned()).collect();
        let (rows_set, built_set): (BTreeSet<_>, BTreeSet<_>) =
            (entries.iter().collect(), built.iter().collect());
        let missing: Vec<_> = rows_set.difference(&built_set).collect();
        let invented: Vec<_> = built_set.difference(&rows_set).collect();
        assert!(
            missing.is_empty() && invented.is_empty(),
            "{product}: {missing:?} {invented:?}"
        );
        assert_eq!(entries.len(), built.len(), "{product}: one is there twice");
    }
}

#[test]
fn operations_say_what_their_rows_say() {
    let mut faults = Vec::new();
    for (product, operations) in CRATES {
        for entry in table(product) {
            let id = text(entry, "id");
            let built = operations.iter().find(|one| one.id == id).unwrap();
            let (said, meant) = (said(built), meant(entry));
            for (name, value) in &meant {
                if said[name] != *value {
                    faults.push(format!(
                        "{id}: {name} is {} and should be {value}",
                        said[name]
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn operations_take_the_inputs_of_their_rows() {
    let mut faults = Vec::new();
    for (product, operations) in CRATES {
        for entry in table(product) {
            let id = text(entry, "id");
            let built = operations.iter().find(|one| one.id == id).unwrap();
            let meant: Vec<_> = list(entry, "params").iter().map(input).collect();
            let said: Vec<_> = built.inputs.iter().map(taken).collect();
            let absent = |one: &&Value| !said.contains(one);
            faults.extend(
                meant
                    .iter()
                    .filter(absent)
                    .map(|one| format!("{id}: no {one}")),
            );
            if said.len() != meant.len() {
                faults.push(format!("{id}: {} inputs, not {}", said.len(), meant.len()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// The plain values of an operation, by their names in the tables.
fn meant(entry: &Value) -> BTreeMap<&'static str, Value> {
    let id = text(entry, "id");
    let limits = list(entry, "limits").iter();
    let always = list(entry, "headers")
        .iter()
        .filter(|one| one["always"] == true);
    let headers = always.map(|one| json!([text(one, "name").to_lowercase(), one["value"]]));
    BTreeMap::from([
        ("method", entry["method"].clone()),
        ("path", entry["path"].clone()),
        ("host", entry["host"].clone()),
        ("summary", entry["summary"].clone()),
        ("status", entry["status"].clone()),
        ("replaced_by", list(entry, "replaced_by").to_vec().into()),
        ("application", entry["permissions"]["application"].clone()),
        ("delegated", entry["permissions"]["delegated"].clone()),
        (
            "limits",
            limits
                .map(|one| json!([one["calls"], one["seconds"]]))
                .collect(),
        ),
        (
            "limit_class",
            entry.get("limit_class").cloned().unwrap_or(id.into()),
        ),
        ("body", entry["body_kind"].clone()),
        ("open_body", (entry["open_body"] == true).into()),
        ("headers", headers.collect()),
        ("answer", entry["response"]["kind"].clone()),
        (
            "list",
            entry["response"].get("list").cloned().unwrap_or_default(),
        ),
        ("paging", entry["paging"]["kind"].clone()),
        (
            "boundary",
            entry["paging"].get("property").cloned().unwrap_or_default(),
        ),
        (
            "unique_by",
            entry["paging"]
                .get("unique_by")
                .cloned()
                .unwrap_or("".into()),
        ),
        (
            "page_size",
            entry.get("max_page_size").cloned().unwrap_or(0.into()),
        ),
        (
            "filterable",
            list(entry, "filter_properties").to_vec().into(),
        ),
        (
            "default_filter",
            entry.get("default_filter").cloned().unwrap_or_default(),
        ),
        ("idempotent", entry["idempotent"].clone()),
        (
            "appends",
            list(entry, "not_idempotent_with").to_vec().into(),
        ),
        (
            "completion",
            entry.get("completion").map(ends).unwrap_or_default(),
        ),
        ("source", entry["source"].clone()),
    ])
}

/// A completion with every member that it can have.
fn ends(told: &Value) -> Value {
    let mut ends = json!({
        "ask": null, "id": ["", ""], "state": "", "open": [], "succeeded": [], "failed": [], "ended": "", "then": null,
        "pause": [1, 30], "note": "",
    });
    for (member, value) in told.as_object().unwrap() {
        ends[member] = value.clone();
    }
    ends
}

/// The same of an operation.
fn ends_of(told: &Completion) -> Value {
    let then = told.then.map(|then| {
        let mut found = json!({"ask": then.ask.id, "id": [then.id.0, then.id.1]});
        if let Some(each) = then.each {
            let pair = |pair: (&str, &str)| json!([pair.0, pair.1]);
            found["each"] = json!({
                "items": each.items, "input": pair(each.input), "only": pair(each.only), "unless": pair(each.unless),
                "kind": each.kind,
            });
        }
        found
    });
    json!({
        "ask": told.ask.map(|ask| ask.id), "id": [told.id.0, told.id.1], "state": told.state, "open": told.open,
        "succeeded": told.succeeded, "failed": told.failed, "ended": told.ended, "then": then,
        "pause": [told.pause.first.as_secs(), told.pause.longest.as_secs()], "note": told.note,
    })
}

/// The word of a status in the tables.
fn word_of(status: Status) -> &'static str {
    match status {
        Status::Ga => "ga",
        Status::Preview => "preview",
        Status::Observed => "observed",
        Status::Legacy => "legacy",
        Status::Retired => "retired",
        other => panic!("{other:?} is not known here"),
    }
}

/// The same of an operation.
fn said(entry: &Operation) -> BTreeMap<&'static str, Value> {
    let status = word_of(entry.doc.status);
    let body = match entry.http.body {
        BodyKind::None => "none",
        BodyKind::Json => "json",
        BodyKind::Form => "form",
        BodyKind::Multipart => "multipart",
        BodyKind::Binary => "binary",
        other => panic!("{other:?} is not known here"),
    };
    let paging = match entry.list.paging {
        Paging::None => "none",
        Paging::NextLink => "next_link",
        Paging::Skip => "skip",
        Paging::SkipLimit => "skip_limit",
        Paging::Scan => "scan",
        Paging::TimeBoundary { .. } => "time_boundary",
        other => panic!("{other:?} is not known here"),
    };
    let (answer, member) = match entry.answer.kind {
        AnswerKind::Entity => ("entity", Value::Null),
        AnswerKind::Collection { list } => ("collection", list.into()),
        AnswerKind::Object => ("object", Value::Null),
        AnswerKind::Scalar => ("scalar", Value::Null),
        AnswerKind::Link => ("link", Value::Null),
        AnswerKind::Files { .. } => ("files", Value::Null),
        AnswerKind::File => ("file", Value::Null),
        AnswerKind::Empty => ("empty", Value::Null),
        other => panic!("{other:?} is not known here"),
    };
    let limits = entry.conduct.limits.iter();
    let headers = entry.http.headers.iter();
    BTreeMap::from([
        ("method", entry.http.method.as_str().into()),
        ("path", entry.http.path.into()),
        ("host", entry.http.host.into()),
        ("summary", entry.doc.summary.into()),
        ("status", status.into()),
        ("replaced_by", entry.doc.replaced_by.into()),
        ("application", entry.access.application.into()),
        ("delegated", entry.access.delegated.into()),
        (
            "limits",
            limits.map(|one| json!([one.calls, one.seconds])).collect(),
        ),
        ("limit_class", entry.conduct.limit_class.into()),
        ("body", body.into()),
        ("open_body", entry.http.open_body.into()),
        (
            "headers",
            headers.map(|one| json!([one.name, one.value])).collect(),
        ),
        ("answer", answer.into()),
        ("list", member),
        ("paging", paging.into()),
        (
            "boundary",
            match entry.list.paging {
                Paging::TimeBoundary { property } => property.into(),
                _ => Value::Null,
            },
        ),
        ("unique_by", entry.list.unique_by.into()),
        ("page_size", entry.list.page_size.into()),
        ("filterable", entry.list.filterable.into()),
        (
            "default_filter",
            entry.list.default_filter.map_or(Value::Null, |one| {
                json!({"filter": one.filter, "property": one.property, "flag": one.flag, "note": one.note})
            }),
        ),
        ("idempotent", entry.conduct.idempotent.into()),
        ("appends", entry.conduct.appends.into()),
        ("completion", entry.action.completion.map(ends_of).unwrap_or_default()),
        ("source", entry.doc.source.into()),
    ])
}

/// An input of an operation: name, place, type, and whether it is required.
fn input(param: &Value) -> Value {
    let kind = text(param, "type");
    let kind = match kind.as_str() {
        "int32" | "int64" => "integer",
        "datetime" => "time",
        "string" | "guid" | "date" => "text",
        "enum" if param["flags"] == true => "flags",
        "enum" => "enum",
        "bool" => "bool",
        "binary" => "bytes",
        "array:string" | "array:enum" | "array:guid" => "list",
        _ => "json",
    };
    let values = match kind {
        "enum" | "flags" => param["values"].clone(),
        _ => Value::Null,
    };
    let required = param["required"] == true || param["place"] == "path";
    json!([
        param["name"],
        param["place"],
        required,
        kind,
        values,
        example(&param["example"])
    ])
}

/// The same of an operation.
fn taken(param: &Param) -> Value {
    let place = match param.place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
        Place::Body => "body",
        Place::Part => "part",
        other => panic!("{other:?} is not known here"),
    };
    let (kind, values) = match param.kind {
        Kind::Text => ("text", Value::Null),
        Kind::Integer => ("integer", Value::Null),
        Kind::Bool => ("bool", Value::Null),
        Kind::Time => ("time", Value::Null),
        Kind::Enum(known) => ("enum", known.into()),
        Kind::Flags(known) => ("flags", known.into()),
        Kind::List => ("list", Value::Null),
        Kind::Json => ("json", Value::Null),
        Kind::Bytes => ("bytes", Value::Null),
        other => panic!("{other:?} is not known here"),
    };
    json!([
        param.name,
        place,
        param.required,
        kind,
        values,
        param.example
    ])
}

/// An example as a command line takes it.
fn example(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) if items.iter().all(Value::is_string) => {
            let items: Vec<_> = items.iter().filter_map(Value::as_str).collect();
            items.join(",")
        }
        other => other.to_string(),
    }
}

/// The example of an object or a list of objects has members of its entity.
#[test]
fn counts_of_records_have_a_least_value() {
    let counts = ["$top", "$skip", "limit", "skip"];
    for product in TABLES.values() {
        for operation in &product.operations {
            for param in list(operation, "params") {
                let name = text(param, "name");
                let is_count = counts.contains(&name.as_str()) && param["type"] == "int32";
                assert!(
                    !is_count || param["min"].is_i64(),
                    "{}: {name}",
                    operation["id"]
                );
            }
        }
    }
}

#[test]
fn objects_have_an_example_of_their_entity() {
    let mut faults = Vec::new();
    for product in reference::PRODUCTS.iter().map(|one| one.name) {
        for entry in table(product) {
            for param in list(entry, "params") {
                let kind = text(param, "type");
                let Some((_, entity)) = kind.split_once("object:") else {
                    continue;
                };
                // Filters have a language of their own.
                if param["name"] != "filters" {
                    let place = format!("{} {}", text(entry, "id"), text(param, "name"));
                    faults.extend(
                        unfit(product, &kind, &param["example"])
                            .map(|why| format!("{place}: {why} ({entity})")),
                    );
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Why a value does not fit a type.
fn unfit(product: &str, kind: &str, value: &Value) -> Option<String> {
    if let Some(item) = kind.strip_prefix("array:") {
        let items = value.as_array().filter(|items| !items.is_empty());
        return match items {
            Some(items) => items.iter().find_map(|one| unfit(product, item, one)),
            None => Some(format!("{value} is no list")),
        };
    }
    if let Some(entity) = kind.strip_prefix("object:") {
        let of_base = &entities(product)[entity];
        let derived = list(of_base, "family")
            .iter()
            .find(|one| one["type"] == value["@odata.type"])
            .map(|one| &entities(product)[&text(one, "entity")]);
        let fields = list(derived.unwrap_or(of_base), "fields");
        let Some(members) = value.as_object().filter(|members| !members.is_empty()) else {
            return Some(format!("{value} is no object"));
        };
        return members.iter().find_map(|(name, value)| {
            match fields.iter().find(|field| field["name"] == *name) {
                Some(field) => {
                    let values = list(field, "values");
                    let is_known = values.is_empty() || values.contains(value);
                    let wrong = (!is_known).then(|| format!("{name}: {value} is not documented"));
                    wrong.or_else(|| unfit(product, &text(field, "type"), value))
                }
                None => Some(format!("there is no {name}")),
            }
        });
    }
    let fits = match kind {
        "bool" => value.is_boolean(),
        "int32" | "int64" | "double" => value.is_number(),
        "dynamic" => true,
        _ => value.is_string(),
    };
    (!fits).then(|| format!("{value} is no {kind}"))
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// Each error code is listed once, for known hosts, and adds something to the status.
#[test]
fn every_error_code_says_something_once() {
    let mut seen = BTreeSet::new();
    let entries = reference::PRODUCTS.iter().flat_map(|one| table(one.name));
    let hosts: BTreeSet<_> = entries.map(|entry| text(entry, "host")).collect();
    for product in reference::PRODUCTS {
        let codes: Vec<Value> = serde_json::from_str(product.codes).unwrap();
        for code in &codes {
            let name = text(code, "code").to_ascii_lowercase();
            assert!(seen.insert(name.clone()), "{name} twice");
            assert!(
                !text(code, "meaning").is_empty() || !text(code, "advice").is_empty(),
                "{name}"
            );
            assert!(!text(code, "source").is_empty(), "{name}");
            let of = list(code, "hosts");
            assert!(!of.is_empty(), "{name}");
            for host in of {
                assert!(hosts.contains(host.as_str().unwrap()), "{name}: {host}");
            }
        }
    }
    assert!(seen.len() > 10, "{}", seen.len());
}
