//! Reads, normalizes and checks the value of an input.
//!
//! A value comes from a typed builder, from JSON or from a command line. All three pass here, so
//! that the same mistake gives the same message, before anything is sent. Messages name the input
//! and what it accepts.
//!
//! Known words are matched without case and sent in the service's spelling: some services compare
//! enum values exactly and answer a bare 400, others fall back to a default silently. Unknown words
//! pass, because services add words without notice.

use serde_json::Value;

use crate::checks;
use crate::operation::{Kind, Param};

impl Param {
    /// Reads a value as a person writes it: `true`, `yes` and `1` for a flag; words separated by
    /// commas, or a JSON array, for a list.
    ///
    /// # Errors
    /// A sentence that names the input and what it accepts.
    pub(crate) fn parse(&self, text: &str) -> Result<Value, String> {
        let name = self.name;
        match self.kind {
            Kind::Text => Ok(Value::from(text)),
            Kind::Integer => text
                .parse::<i64>()
                .map(Value::from)
                .map_err(|_| format!("`{name}` takes a whole number, not `{text}`")),
            Kind::Bool => match text.to_ascii_lowercase().as_str() {
                "true" | "yes" | "1" => Ok(Value::from(true)),
                "false" | "no" | "0" => Ok(Value::from(false)),
                _ => Err(format!("`{name}` takes true or false, not `{text}`")),
            },
            Kind::Time => text
                .parse::<crate::Timestamp>()
                .map(Value::from)
                .map_err(|error| format!("`{name}`: {error}")),
            Kind::Enum(known) => Ok(Value::from(spelled(known, self.value_aliases, text))),
            Kind::Flags(known) => Ok(Value::from(spelled_each(known, text))),
            Kind::List if text.trim_start().starts_with('[') => self.parse_json(text),
            Kind::List => Ok(text
                .split(',')
                .map(str::trim)
                .filter(|item| !item.is_empty())
                .collect()),
            Kind::Json => self.parse_json(text),
            Kind::Bytes => Err(format!("`{name}` takes a file, not text")),
        }
    }

    /// Reads JSON.
    fn parse_json(&self, text: &str) -> Result<Value, String> {
        serde_json::from_str(text).map_err(|error| format!("`{}` takes JSON: {error}", self.name))
    }

    /// The value in the form the service accepts: known words in its spelling, and an array without
    /// the object around it that a whole body has (`{"Indicators": [...]}`).
    ///
    /// The object is removed only if it has this input as its single member, so that an object with
    /// more members is reported as a mistake instead of losing them.
    pub(crate) fn normalized(&self, mut value: Value) -> Value {
        if self.array
            && let Value::Object(members) = &mut value
            && members.len() == 1
        {
            let wrapped = members.iter_mut().next();
            let wrapped = wrapped
                .filter(|(name, inner)| name.eq_ignore_ascii_case(self.name) && inner.is_array());
            if let Some((_, inner)) = wrapped {
                value = inner.take();
            }
        }
        if let Kind::Enum(known) = self.kind {
            spell(&mut value, "", known, self.value_aliases);
        }
        if let (Kind::Flags(known), Value::String(text)) = (self.kind, &mut value) {
            *text = spelled_each(known, text);
        }
        for (path, known) in self.words {
            spell(&mut value, path, known, &[]);
        }
        value
    }

    /// What is wrong with a value: its shape, its age, or the objects in it. `None` if nothing is.
    ///
    /// `now` is `None` in tests and tables, where times are not compared with the clock.
    pub(crate) fn mistake(&self, value: &Value, now: Option<jiff::Timestamp>) -> Option<String> {
        let name = self.name;
        if self.array && !value.is_array() {
            return Some(format!("`{name}` takes an array of objects"));
        }
        if let Some(mistake) = self.wrong_length(value) {
            return Some(mistake);
        }
        if let (Some(text), Some(now)) = (value.as_str(), now) {
            if self.until {
                return checks::is_over(name, text, now);
            }
            if self.within_days > 0 {
                return checks::is_too_old(name, text, self.within_days, now);
            }
        }
        let checks = self.checks?;
        let objects = match value {
            Value::Array(items) => &items[..],
            one => std::slice::from_ref(one),
        };
        (1..).zip(objects).find_map(|(number, object)| {
            let Value::Object(members) = object else {
                return Some(format!("item {number} of `{name}` is not an object"));
            };
            let mistake = checks.mistake(members, now)?;
            Some(format!("item {number} of `{name}`: {mistake}"))
        })
    }
}

impl Param {
    /// What is wrong with the length of a text or a list.
    fn wrong_length(&self, value: &Value) -> Option<String> {
        let (length, unit) = match value {
            Value::String(text) => (text.chars().count(), "characters"),
            Value::Array(items) => (items.len(), "items"),
            _ => return None,
        };
        let (name, (least, most)) = (self.name, self.length);
        if length < least {
            return Some(format!(
                "`{name}` takes at least {least} {unit}, not {length}"
            ));
        }
        let is_over = most > 0 && length > most;
        is_over.then(|| format!("`{name}` takes at most {most} {unit}, not {length}"))
    }
}

/// Replaces known words at a path of members by the service's spelling. Arrays on the way are
/// searched item by item.
fn spell(value: &mut Value, path: &str, known: &[&str], aliases: &[(&str, &str)]) {
    match value {
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| spell(item, path, known, aliases)),
        Value::Object(members) => {
            let (member, rest) = path.split_once('/').unwrap_or((path, ""));
            if let Some(inner) = members.get_mut(member) {
                spell(inner, rest, known, aliases);
            }
        }
        Value::String(word) if path.is_empty() => *word = spelled(known, aliases, word).to_owned(),
        _ => {}
    }
}

/// A known word in the service's spelling, or the one that an alias stands for, found without case. Another word
/// is returned unchanged.
fn spelled<'a>(known: &[&'a str], aliases: &[(&str, &'a str)], text: &'a str) -> &'a str {
    let word = known.iter().find(|word| word.eq_ignore_ascii_case(text));
    let alias = || {
        aliases
            .iter()
            .find(|(alias, _)| alias.eq_ignore_ascii_case(text))
    };
    word.copied()
        .or_else(|| alias().map(|(_, word)| *word))
        .unwrap_or(text)
}

/// Words separated by commas, each in the service's spelling. Spaces between them stay.
fn spelled_each(known: &[&str], text: &str) -> String {
    let words = text.split(',').map(|part| {
        let word = part.trim();
        part.replacen(word, spelled(known, &[], word), 1)
    });
    words.collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    static INDICATORS: Param = Param::body("Indicators").kind(Kind::Json).array().words(&[
        ("action", &["Block", "AlertAndBlock"]),
        ("about/level", &["High"]),
        ("tags", &["Red"]),
    ]);

    #[test]
    fn words_inside_objects_are_spelled_as_the_service_does_in_every_depth() {
        let value = json!([
            {"action": "alertandblock", "title": "block", "about": {"level": "HIGH"}, "tags": ["red", "blue"]},
            {"action": "Watch", "about": [{"level": "high"}, 7]},
            7
        ]);
        assert_eq!(
            INDICATORS.normalized(value),
            json!([
                {"action": "AlertAndBlock", "title": "block", "about": {"level": "High"}, "tags": ["Red", "blue"]},
                {"action": "Watch", "about": [{"level": "High"}, 7]},
                7
            ])
        );
        let one = Param::body("Indicator").words(INDICATORS.words);
        assert_eq!(
            one.normalized(json!({"action": "BLOCK"})),
            json!({"action": "Block"})
        );
        let words = Param::body("categories")
            .kind(Kind::List)
            .words(&[("", &["Malware"])]);
        assert_eq!(
            words.normalized(json!(["malware", "x"])),
            json!(["Malware", "x"])
        );
    }

    #[test]
    fn a_whole_body_in_place_of_an_array_is_unwrapped() {
        let items = json!([{"action": "Block"}]);
        for wrapped in [json!({"Indicators": items}), json!({"indicators": items})] {
            assert_eq!(INDICATORS.normalized(wrapped), items);
        }
        let other = json!({"Indicators": items, "more": 1});
        assert_eq!(INDICATORS.normalized(other.clone()), other);
    }

    #[test]
    fn an_array_is_one() {
        let mistake = |value: Value| INDICATORS.mistake(&value, None);
        assert_eq!(mistake(json!([{}, {}])), None);
        assert!(
            mistake(json!({"action": "Block"}))
                .unwrap()
                .contains("takes an array")
        );
    }

    #[test]
    fn each_of_several_words_in_one_text_is_spelled() {
        let words = Param::body("reasons").kind(Kind::Flags(&["sameActor", "sameAsset"]));
        assert_eq!(
            words.parse("sameactor, SAMEASSET,new").unwrap(),
            "sameActor, sameAsset,new"
        );
        assert_eq!(words.normalized(json!("SAMEACTOR")), "sameActor");
    }
}
