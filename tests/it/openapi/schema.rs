//! Whether a value fits a schema of a document, as far as the documents use JSON Schema.
//!
//! Stricter than the specification in one point: an object has the members that its schema lists and no others, unless the
//! schema lists none. A table that lacks a member of the emulator's answer is found that way.

use serde_json::Value;

use super::document::resolved;

/// How a value differs from a schema, each with its place. Empty if it fits.
pub(super) fn faults(root: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    Check {
        root,
        found: &mut found,
    }
    .value(schema, value, "");
    found
}

struct Check<'a> {
    root: &'a Value,
    found: &'a mut Vec<String>,
}

impl Check<'_> {
    fn value(&mut self, schema: &Value, value: &Value, at: &str) {
        let schema = resolved(self.root, schema);
        for inner in schema["allOf"].as_array().into_iter().flatten() {
            self.value(inner, value, at);
        }
        if let Some(branches) = schema["anyOf"].as_array() {
            self.any_of(branches, value, at);
        }
        let is_null = value.is_null() && schema["nullable"] == true;
        let is_typed = is_null || kinds(&schema["type"]).any(|kind| is_of(value, kind));
        if !schema["type"].is_null() && !is_typed {
            self.fault(at, &format!("{value} is not of type {}", schema["type"]));
        }
        if let Some(words) = schema["enum"].as_array()
            && !words.contains(value)
        {
            self.fault(at, &format!("{value} is not listed"));
        }
        if let Some(words) = schema["not"]["enum"].as_array()
            && words.contains(value)
        {
            self.fault(at, &format!("{value} belongs to another schema"));
        }
        if schema["format"] == "date-time" && value.is_string() && !is_time(value) {
            self.fault(at, &format!("{value} is not a time"));
        }
        match value {
            Value::Object(_) => self.members(schema, value, at),
            Value::Array(items) if schema.get("items").is_some() => {
                for item in items {
                    self.value(&schema["items"], item, &format!("{at}/*"));
                }
            }
            _ => {}
        }
    }

    fn members(&mut self, schema: &Value, value: &Value, at: &str) {
        for name in schema["required"].as_array().into_iter().flatten() {
            if value.get(name.as_str().unwrap()).is_none() {
                self.fault(at, &format!("{name} is missing"));
            }
        }
        let Some(listed) = schema["properties"].as_object() else {
            return;
        };
        for (name, inner) in value.as_object().into_iter().flatten() {
            match listed.get(name) {
                Some(schema) => self.value(schema, inner, &format!("{at}/{name}")),
                // Annotations of OData may stand in any object.
                None if name.contains('@') || schema["additionalProperties"] == true => {}
                None => self.fault(at, &format!("`{name}` is not listed")),
            }
        }
    }

    /// One branch has to fit. The faults of the one that fits best are reported.
    fn any_of(&mut self, branches: &[Value], value: &Value, at: &str) {
        let tried = branches.iter().map(|branch| {
            let mut found = Vec::new();
            let root = self.root;
            Check {
                root,
                found: &mut found,
            }
            .value(branch, value, at);
            found
        });
        let best = tried.min_by_key(Vec::len).unwrap_or_default();
        let new = best.into_iter().filter(|one| !self.found.contains(one));
        let new: Vec<_> = new.collect();
        self.found.extend(new);
    }

    fn fault(&mut self, at: &str, what: &str) {
        let fault = format!("{at}: {what}");
        // The items of a list often differ from their schema alike.
        if !self.found.contains(&fault) {
            self.found.push(fault);
        }
    }
}

fn kinds(listed: &Value) -> impl Iterator<Item = &str> {
    let several = listed.as_array().into_iter().flatten();
    std::iter::once(listed)
        .chain(several)
        .filter_map(Value::as_str)
}

fn is_of(value: &Value, kind: &str) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other} is not a type"),
    }
}

fn is_time(value: &Value) -> bool {
    value
        .as_str()
        .is_some_and(|text| text.parse::<jiff::Timestamp>().is_ok())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_value_that_does_not_fit_is_found_with_its_place() {
        let root = json!({"schemas": {"Row": {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {"type": ["string", "null"]},
                "seen": {"type": "string", "format": "date-time"},
                "kind": {"anyOf": [{"type": "integer"}, {"enum": ["a"]}]},
            },
        }}});
        let schema = json!({"type": "array", "items": {"$ref": "#/schemas/Row"}});
        let of = |row: Value| faults(&root, &schema, &json!([row]));
        assert_eq!(
            of(json!({"id": null, "kind": 3, "x@odata.count": 1})),
            [""; 0]
        );
        assert_eq!(of(json!({})), ["/*: \"id\" is missing"]);
        assert_eq!(of(json!({"id": "a", "b": 1})), ["/*: `b` is not listed"]);
        let late = of(json!({"id": "a", "seen": "yesterday"}));
        assert_eq!(late, ["/*/seen: \"yesterday\" is not a time"]);
        assert_eq!(of(json!({"id": 1})).len(), 1);
        assert_eq!(of(json!({"id": "a", "kind": "b"})).len(), 1);
    }
}
