//! The mappings to other schemas name only members that the tables of the services know.

use serde_json::Value;

use crate::tables::entities;

/// The rules of a mapping and of the lists and objects within.
struct Check {
    product: String,
    faults: Vec<String>,
}

impl Check {
    fn rules(&mut self, rules: &Value, at: &[String]) {
        for rule in items(rules) {
            let from = rule["from"].as_str();
            let conditions = [&rule["when"], &rule["when_not"]];
            let more = items(&rule["also"]).chain(conditions);
            let paths = from.into_iter().chain(more.filter_map(Value::as_str));
            for path in paths {
                if self.lead(path, at).is_empty() {
                    self.faults
                        .push(format!("{}: {path} leads nowhere", rule["to"]));
                }
            }
            let inner = from.map(|path| self.lead(path, at)).unwrap_or_default();
            self.rules(&rule["fields"], &inner);
            for item in items(&rule["list"]) {
                self.rules(&item["fields"], at);
            }
        }
    }

    /// The types at the end of a path; for a family, those of all its members.
    fn lead(&self, path: &str, at: &[String]) -> Vec<String> {
        let mut kinds = at.to_vec();
        if path == "." {
            return kinds;
        }
        for name in names(path) {
            let fields = kinds.iter().flat_map(|kind| self.fields(kind));
            let named = fields.filter(|field| field["name"] == name.as_str());
            kinds = named
                .filter_map(|field| field["type"].as_str())
                .map(|kind| {
                    let kind = kind.trim_start_matches("array:");
                    kind.trim_start_matches("object:").to_owned()
                })
                .collect();
        }
        kinds
    }

    fn fields(&self, entity: &str) -> Vec<&'static Value> {
        let all = entities(&self.product);
        let Some(entity) = all.get(entity) else {
            return Vec::new();
        };
        let family = items(&entity["family"]).filter_map(|member| member["entity"].as_str());
        let derived = family.filter_map(|name| all.get(name));
        std::iter::once(entity)
            .chain(derived)
            .flat_map(|entity| items(&entity["fields"]))
            .collect()
    }
}

fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The names of a path. Brackets contain a condition; `@odata.type` is one name.
fn names(path: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut depth = 0;
    for letter in path.chars() {
        match letter {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    let plain = plain.replace("@odata.type", "@odata/type");
    plain
        .split('.')
        .map(|name| name.replace('/', "."))
        .collect()
}

#[test]
fn every_source_is_a_member_of_its_entity() {
    let mut faults = Vec::new();
    let mut count = 0;
    for table in [
        include_str!("../../../crates/operations/schemas/ecs.json"),
        include_str!("../../../crates/operations/schemas/ocsf.json"),
    ] {
        let table: Value = serde_json::from_str(table).unwrap();
        for record in items(&table["records"]) {
            let word = |name: &str| record[name].as_str().unwrap().to_owned();
            let mut check = Check {
                product: word("product"),
                faults: Vec::new(),
            };
            check.rules(&record["fields"], &[word("entity")]);
            let of = |why: String| format!("{} {}: {why}", table["name"], record["operations"]);
            faults.extend(check.faults.into_iter().map(of));
            count += 1;
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(count, 10);
}
