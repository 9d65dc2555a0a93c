//! Paths into a record, and into the mapped object.
//!
//! A path is names separated by dots. `name[]` is every element of a list, `name[member=word]` every element whose
//! member has that word in any case, and `.` is the value itself.

use serde_json::{Map, Value};

/// A step of a path.
struct Step<'a> {
    name: &'a str,
    /// Whether the elements of the list are meant, and not the list.
    each: bool,
    /// The member and the word that an element has to have.
    with: Option<(&'a str, &'a str)>,
}

/// The steps of a path. A bracket may contain dots. A bracket that is never closed reaches to the end of the path.
fn steps(path: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let dot = rest.find('.').unwrap_or(rest.len());
        let (name, filter, behind) = match rest.find('[').filter(|open| *open < dot) {
            Some(open) => {
                let inner = &rest[open + 1..];
                let (filter, behind) = inner.split_once(']').unwrap_or((inner, ""));
                (&rest[..open], Some(filter), behind)
            }
            None => (&rest[..dot], None, &rest[dot..]),
        };
        // `@odata.type` is one name.
        let (name, behind) = match (name, behind.strip_prefix(".type")) {
            ("@odata", Some(behind)) => ("@odata.type", behind),
            _ => (name, behind),
        };
        steps.push(Step {
            name,
            each: filter.is_some(),
            with: filter.and_then(|filter| filter.split_once('=')),
        });
        rest = behind.strip_prefix('.').unwrap_or(behind);
    }
    steps
}

/// Every value at the path. Nulls and empty texts do not count, because services write both for "not set".
pub(super) fn values<'a>(record: &'a Value, path: &str) -> Vec<&'a Value> {
    let mut found = vec![record];
    if path != "." {
        for step in steps(path) {
            found = found
                .into_iter()
                .flat_map(|value| taken(value, &step))
                .collect();
        }
    }
    found.retain(|value| !value.is_null() && value.as_str() != Some(""));
    found
}

/// The values that one step leads to: none where the member is missing or is not a list.
fn taken<'a>(value: &'a Value, step: &Step<'_>) -> Vec<&'a Value> {
    let Some(value) = value.get(step.name) else {
        return Vec::new();
    };
    if !step.each {
        return vec![value];
    }
    let elements = value.as_array().into_iter().flatten();
    elements
        .filter(|element| match step.with {
            Some((member, word)) => is_word(element, member, word),
            None => true,
        })
        .collect()
}

/// Whether a record's member is a word, in any case.
pub(super) fn is_word(record: &Value, member: &str, word: &str) -> bool {
    let text = record.get(member).and_then(Value::as_str);
    text.is_some_and(|text| text.eq_ignore_ascii_case(word))
}

/// Sets a value at a path of plain names and creates the objects on the way.
pub(super) fn insert(object: &mut Map<String, Value>, path: &str, value: Value) {
    let Some((first, rest)) = path.split_once('.') else {
        object.insert(path.to_owned(), value);
        return;
    };
    let inner = object
        .entry(first)
        .or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(inner) = inner {
        insert(inner, rest, value);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn paths_lead_into_lists() {
        let record = json!({"a": {"b": 1}, "e": [
            {"@odata.type": "#x.y", "v": "one"}, {"@odata.type": "#X.Y", "v": ""}, {"@odata.type": "#z", "v": 2},
        ]});
        for (path, expected) in [
            ("a.b", json!([1])),
            ("e[].v", json!(["one", 2])),
            ("e[@odata.type=#x.y].v", json!(["one"])),
            ("e[].@odata.type", json!(["#x.y", "#X.Y", "#z"])),
            ("e[v=one", json!([record["e"][0]])),
            ("e[", json!(record["e"])),
            ("nowhere.b", json!([])),
        ] {
            assert_eq!(json!(values(&record, path)), expected, "{path}");
        }
        assert_eq!(values(&record["a"], "."), [&record["a"]]);
    }

    #[test]
    fn values_go_into_nested_objects() {
        let mut object = Map::new();
        insert(&mut object, "a.b.c", 1.into());
        insert(&mut object, "a.d", 2.into());
        assert_eq!(Value::Object(object), json!({"a": {"b": {"c": 1}, "d": 2}}));
    }
}
