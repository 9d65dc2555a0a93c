//! The tables against the folder with facts from the vendor's documentation.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{entities, list, reference_folder, table, text};

/// What the documentation folder has wrong or does not have yet, with the reason.
const CORRECTIONS: &str = include_str!("corrections.json");

/// The tables contain every fact of the documentation folder, but for the corrections. Names of permissions are compared
/// without case, because pages and service principals differ in it.
#[test]
fn every_documented_row_and_entity_is_in_the_tables() {
    let Some(folder) = reference_folder("the tables were not compared with the documentation")
    else {
        return;
    };
    let (mut entries, mut fields, mut faults) = (0, 0, Vec::new());
    for product in reference::PRODUCTS.iter().map(|one| one.name) {
        let read = |file: &str| -> Value {
            let path = folder.join(product).join(file);
            serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
        };
        let ours = table(product);
        for documented in read("operations.json").as_array().unwrap() {
            entries += 1;
            faults.extend(missing_of(documented, ours));
        }
        let ours = entities(product);
        for (name, documented) in read("entities.json").as_object().unwrap() {
            for field in list(documented, "fields") {
                fields += 1;
                let field = text(field, "name");
                // A placeholder for members that no page lists.
                let open = field == "*" || field.starts_with('<');
                // The lines of a file may be records of another entity, with capitalized members.
                let home = ours
                    .get(name)
                    .or_else(|| ours.values().find(|one| one["file_record"] == **name));
                let is_it = |one: &Value| {
                    let aliases = list(one, "aliases").iter().filter_map(Value::as_str);
                    let name = text(one, "name");
                    let mut names = aliases.chain([name.as_str()]);
                    names.any(|known| known.eq_ignore_ascii_case(&field))
                };
                let known = home.is_some_and(|one| list(one, "fields").iter().any(is_it));
                if !(known || open && ours.contains_key(name)) {
                    faults.push((
                        format!("{product}: {name}.{field}"),
                        "is missing".to_owned(),
                    ));
                }
            }
        }
    }
    let corrections: BTreeMap<String, String> = serde_json::from_str(CORRECTIONS).unwrap();
    let found: BTreeSet<&String> = faults.iter().map(|(what, _)| what).collect();
    let gone: Vec<_> = corrections
        .keys()
        .filter(|one| !found.contains(one))
        .collect();
    assert!(gone.is_empty(), "no longer different: {gone:#?}");
    let unknown = faults
        .iter()
        .filter(|(what, _)| !corrections.contains_key(what));
    let unknown: Vec<_> = unknown.map(|(what, how)| format!("{what} {how}")).collect();
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
    assert!(entries > 0 && fields > 0);
    println!("{entries} documented operations and {fields} fields compared");
}

/// What is documented of an operation and not in the table: what differs, and how.
fn missing_of(documented: &Value, ours: &[Value]) -> Vec<(String, String)> {
    let id = text(documented, "id");
    let Some(entry) = ours.iter().find(|entry| entry["id"] == *id) else {
        return vec![(id, "is missing".to_owned())];
    };
    let mut faults = Vec::new();
    for name in ["method", "path", "host", "permissions", "source"] {
        let is_same = match name {
            "permissions" => {
                let [documented, ours] = [documented, entry].map(|one| one[name].to_string());
                documented.eq_ignore_ascii_case(&ours)
            }
            _ => documented[name] == entry[name],
        };
        if !is_same {
            faults.push((format!("{id}: {name}"), format!("is {}", entry[name])));
        }
    }
    if budgets(documented) != entry["limits"] {
        faults.push((format!("{id}: limits"), format!("are {}", entry["limits"])));
    }
    let known: BTreeSet<_> = list(entry, "params")
        .iter()
        .map(|one| text(one, "name"))
        .collect();
    let in_body = list(documented, "body").iter();
    let in_query = list(&documented["query"], "other").iter();
    let named = in_body.chain(in_query).map(|one| text(one, "name"));
    let odata = list(&documented["query"], "odata").iter();
    let odata = odata.filter_map(|one| one.as_str().map(str::to_owned));
    faults.extend(
        named
            .chain(odata)
            .filter(|name| !known.contains(name) && !name.contains('<') && name != "*")
            .map(|name| (format!("{id}: the input {name}"), "is missing".to_owned())),
    );
    faults
}

/// Limits in the words of the documentation: calls per time.
fn budgets(documented: &Value) -> Value {
    let seconds = |words: &str| match words {
        "second" => 1,
        "minute" => 60,
        "10 minutes" => 600,
        "hour" => 3600,
        "day" => 86_400,
        other => panic!("how long is `{other}`?"),
    };
    let budgets = list(documented, "rate_limits").iter();
    budgets
        .map(|one| json!({"calls": one["calls"], "seconds": seconds(&text(one, "per"))}))
        .collect()
}
