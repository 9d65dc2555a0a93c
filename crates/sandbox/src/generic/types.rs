//! Values of requests against the types of the tables, in every depth.
//!
//! An object of an entity may have the members of the entity, each of its type. Words of an enum are the listed ones.
//! What else an object may have depends on the service: OData services refuse unknown members, except annotations,
//! which begin with `@`; Defender for Cloud Apps ignores them.
//!
//! Null fits a member that may be null. A time is text, but at Defender for Cloud Apps, whose times are numbers. A whole number
//! may be written with a fraction of zero. Members of relations are not part of a record and are refused.

use serde_json::{Map, Value};

use crate::odata;
use crate::service::Service;
use crate::tables::{self, Entity, Field};
use crate::values::key_text;

/// The rules of a service for the values that it takes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rules {
    pub(crate) product: &'static str,
    pub(crate) service: Service,
}

impl Rules {
    /// Whether a value has a type of the tables, such as `string`, `array:guid` or `object:Machine`.
    pub(crate) fn fits(self, kind: &str, value: &Value) -> bool {
        if let Some(item) = kind.strip_prefix("array:") {
            let mut items = value.as_array().into_iter().flatten();
            return value.is_array() && items.all(|one| self.fits(item, one));
        }
        if let Some(name) = kind.strip_prefix("object:") {
            let entity = tables::product(self.product).entity(name);
            return value.as_object().is_some_and(|members| {
                entity.is_none_or(|entity| self.fits_entity(entity, members))
            });
        }
        // Times are numbers at Defender for Cloud Apps only.
        let is_number = kind == "datetime" && !value.is_string();
        has_plain_type(kind, value) && !(is_number && self.service != Service::Mdca)
    }

    /// Whether an object has only members that the entity or the service allows, each with a value that fits.
    fn fits_entity(self, entity: &Entity, members: &Map<String, Value>) -> bool {
        if entity.is_filter_set() {
            // The list reads its conditions.
            return true;
        }
        let described = self.described(entity, members);
        members.iter().all(|(name, value)| {
            let mut fields = described.iter().flat_map(|entity| &entity.fields);
            match fields.find(|field| field.name == *name && !field.relationship) {
                Some(field) => self.fits_field(field, value),
                None => {
                    self.service == Service::Mdca || is_annotation(name, value) || {
                        entity.open && !name.starts_with('@')
                    }
                }
            }
        })
    }

    /// The entities that describe an object: the derived type that it names, or the type itself. An object of a base
    /// type that names no derived type may have the members of any.
    fn described<'a>(self, entity: &'a Entity, members: &Map<String, Value>) -> Vec<&'a Entity> {
        let named = members.get("@odata.type").and_then(Value::as_str);
        let is_named = |kind: &str| {
            named.is_none_or(|named| kind.trim_start_matches('#') == named.trim_start_matches('#'))
        };
        let derived = entity.family.iter().filter(|one| is_named(&one.kind));
        let tables = tables::product(self.product);
        std::iter::once(entity)
            .chain(derived.filter_map(|one| tables.entity(&one.entity)))
            .collect()
    }

    /// Whether a member may hold a value. Null clears a member that may be null.
    pub(crate) fn fits_field(self, field: &Field, value: &Value) -> bool {
        match value {
            Value::Null => field.nullable,
            _ => self.fits(&field.kind, value) && self.lists(&field.values, field.flags, value),
        }
    }

    /// Whether a value is one of the listed words, or several of them separated by commas where `flags` allows it. Any
    /// value fits an empty list. Graph ignores letter case.
    pub(crate) fn lists(self, words: &[Value], flags: bool, value: &Value) -> bool {
        let is_listed = |value: &Value| words.iter().any(|word| self.same(word, value));
        match value {
            _ if words.is_empty() => true,
            Value::String(text) if flags => text
                .split(',')
                .all(|word| is_listed(&Value::from(word.trim()))),
            // The words of an array are not those of its items in every table.
            Value::Array(items) => items.iter().all(is_listed),
            _ => is_listed(value),
        }
    }

    /// Whether a value is a word. A number with the same digits is not.
    fn same(self, word: &Value, value: &Value) -> bool {
        match (word, value) {
            (Value::String(word), Value::String(value)) => {
                word == value || self.service == Service::Graph && word.eq_ignore_ascii_case(value)
            }
            // Cloud Apps takes numbers as text and text as numbers.
            (word, value) if self.service == Service::Mdca => key_text(word) == key_text(value),
            (word, value) => word == value,
        }
    }
}

/// Whether a member is an annotation, of the object (`@odata.type`) or of a member (`training@odata.bind`). The type of
/// an object is text; other annotations are not looked at.
pub(crate) fn is_annotation(name: &str, value: &Value) -> bool {
    match name.split_once('@') {
        Some(("", _)) => name != "@odata.type" || value.is_string(),
        Some((_, annotation)) => annotation.starts_with("odata."),
        None => false,
    }
}

/// Whether a JSON value has a type of the tables. Members of objects are not looked at.
#[cfg(test)]
pub(crate) fn has_type(kind: &str, value: &Value) -> bool {
    match (kind.strip_prefix("array:"), value) {
        (Some(item), Value::Array(items)) => items.iter().all(|one| has_type(item, one)),
        (Some(_), _) => false,
        (None, _) if kind.starts_with("object:") => value.is_object(),
        (None, _) => has_plain_type(kind, value),
    }
}

/// Whether a JSON value has a type that names no entity. Types without a rule fit any value.
fn has_plain_type(kind: &str, value: &Value) -> bool {
    let text = value.as_str();
    match kind {
        "string" => text.is_some(),
        "guid" => text.is_some_and(is_guid),
        "date" => text.is_some_and(|text| text.parse::<jiff::civil::Date>().is_ok()),
        "datetime" => text.is_some_and(|text| odata::date(text).is_some()) || value.is_i64(),
        "enum" => text.is_some() || value.is_i64() || value.is_boolean(),
        "bool" => value.is_boolean(),
        "int32" => whole(value).is_some_and(|number| i32::try_from(number).is_ok()),
        "int64" => whole(value).is_some(),
        "double" => value.is_number(),
        "object" => value.is_object(),
        _ => true,
    }
}

/// A whole number, also where it is written with a fraction of zero.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the range of the value is checked before"
)]
pub(crate) fn whole(value: &Value) -> Option<i64> {
    let limit = 9_007_199_254_740_992.0;
    value.as_i64().or_else(|| {
        let number = value.as_f64().filter(|number| number.fract() == 0.0)?;
        (number.abs() < limit).then_some(number as i64)
    })
}

/// 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.
fn is_guid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.len() == 5
        && groups
            .iter()
            .zip([8, 4, 4, 4, 12])
            .all(|(group, length)| group.len() == length)
        && groups.concat().bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const GRAPH: Rules = Rules {
        product: "xdr",
        service: Service::Graph,
    };

    #[test]
    fn plain_types_are_told_apart() {
        let id = json!("11111111-2222-4333-8444-555555555555");
        for (kind, good, bad) in [
            ("string", json!(""), json!(1)),
            ("guid", id.clone(), json!("11111111-2222")),
            ("date", json!("2026-11-29"), json!("today")),
            ("datetime", json!("2026-11-29T10:00:00Z"), json!({})),
            ("int32", json!(7.0), json!(2_147_483_648_i64)),
            ("int64", json!(2_147_483_648_i64), json!(0.5)),
            ("bool", json!(true), json!("true")),
            ("array:guid", json!([id]), json!(["x"])),
        ] {
            assert!(GRAPH.fits(kind, &good), "{kind} {good}");
            assert!(!GRAPH.fits(kind, &bad), "{kind} {bad}");
        }
    }

    #[test]
    fn an_object_of_a_base_type_has_the_members_of_its_derived_type() {
        let kind = "object:AccountTargetContent";
        let of =
            |name: &str| json!({"@odata.type": name, "accountTargetEmails": ["kim@contoso.com"]});
        assert!(GRAPH.fits(
            kind,
            &of("#microsoft.graph.addressBookAccountTargetContent")
        ));
        assert!(!GRAPH.fits(kind, &of("#microsoft.graph.includeAllAccountTargetContent")));
        assert!(GRAPH.fits(kind, &json!({"accountTargetEmails": ["kim@contoso.com"]})));
    }

    #[test]
    fn members_of_objects_have_types_in_every_depth() {
        let kind = "object:DetectionAction";
        let action =
            |severity: Value| json!({"alertTemplate": {"title": "a", "severity": severity}});
        assert!(GRAPH.fits(kind, &action("LOW".into())));
        assert!(!GRAPH.fits(kind, &action("lowest".into())));
        assert!(!GRAPH.fits(kind, &action(json!({}))));
        assert!(!GRAPH.fits(kind, &json!({"unknown": 1})));
        assert!(GRAPH.fits(kind, &json!({"@odata.type": "x"})));
        let portal = Rules {
            product: "mdca",
            service: Service::Mdca,
        };
        assert!(portal.fits("object:EntityPk", &json!({"unknown": 1})));
    }

    #[test]
    fn several_words_are_one_text_where_flags_allow_it() {
        let words = [json!("a"), json!("b")];
        assert!(GRAPH.lists(&words, true, &json!("a, B")));
        assert!(!GRAPH.lists(&words, false, &json!("a,b")));
        assert!(!GRAPH.lists(&words, true, &json!("a,c")));
    }
}
