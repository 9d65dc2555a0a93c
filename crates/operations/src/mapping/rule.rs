//! One rule of a mapping: the source of a field, and the conversion of its value.
//!
//! A rule reads the values at its paths, converts each ([`Form`], `words`), and chooses among different ones
//! ([`Take`]). If nothing is found, its constant `value` is used, if there is one.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::path::{insert, is_word, values};

/// A field and its source.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    /// The path of the field: names separated by dots.
    pub(super) to: String,
    /// The path of the value. A rule without it sets its constant `value`.
    pub(super) from: Option<String>,
    /// Further paths, for fields that hold a list.
    #[serde(default)]
    pub(super) also: Vec<String>,
    /// The constant of a rule without a path, or the default if the path has no value.
    value: Option<Value>,
    /// Replacements of words. A word that is not listed becomes `otherwise`; without that, the field stays empty.
    words: Option<BTreeMap<String, Value>>,
    otherwise: Option<Value>,
    #[serde(default)]
    form: Form,
    #[serde(default)]
    take: Take,
    /// The fields of each object, where objects are made.
    #[serde(default)]
    pub(super) fields: Vec<Rule>,
    /// Elements of a list that are each made of the whole record.
    #[serde(default)]
    pub(super) list: Vec<Item>,
    /// A path that must have a value.
    pub(super) when: Option<String>,
    /// A path that must have no value.
    pub(super) when_not: Option<String>,
    /// A condition `member=word`: the member must have that word, in any case.
    when_is: Option<String>,
    /// Whether the list is added to the one that an earlier rule made.
    #[serde(default)]
    append: bool,
}

/// An element of a list that is made of the record itself.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub(super) when: String,
    pub(super) fields: Vec<Rule>,
}

/// The conversion of a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Form {
    #[default]
    Plain,
    /// RFC 3339, in UTC.
    Time,
    /// Milliseconds since 1970.
    Milliseconds,
    Text,
    /// The id of an attack technique. Ids of sub-techniques, which contain a dot, are dropped.
    Technique,
    /// The id of a technique; of a sub-technique, the technique it belongs to.
    TechniqueOf,
    SubTechnique,
}

/// Which value is used if there are several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Take {
    /// The only one. Several different ones leave the field empty.
    #[default]
    Only,
    /// All different ones, as a list.
    All,
    /// A list with an object for each, made by the inner rules.
    Each,
}

/// The fields that the rules make of a record.
pub(super) fn object(rules: &[Rule], record: &Value) -> Map<String, Value> {
    let mut made = Map::new();
    for rule in rules.iter().filter(|rule| rule.applies(record)) {
        if let Some(value) = rule.value(record) {
            rule.put(&mut made, value);
        }
    }
    made
}

impl Rule {
    fn applies(&self, record: &Value) -> bool {
        let holds =
            |path: &Option<String>| path.as_ref().map(|path| !values(record, path).is_empty());
        let is = self.when_is.as_ref().and_then(|text| text.split_once('='));
        holds(&self.when) != Some(false)
            && holds(&self.when_not) != Some(true)
            && is.is_none_or(|(member, word)| is_word(record, member, word))
    }

    fn put(&self, made: &mut Map<String, Value>, value: Value) {
        if self.append
            && let (Some(Value::Array(there)), Value::Array(more)) =
                (made.get_mut(&self.to), &value)
        {
            there.extend(more.iter().cloned());
            return;
        }
        insert(made, &self.to, value);
    }

    fn value(&self, record: &Value) -> Option<Value> {
        if !self.list.is_empty() {
            let items = self.list.iter();
            let items = items.filter(|item| !values(record, &item.when).is_empty());
            let items: Vec<_> = items
                .map(|item| object(&item.fields, record).into())
                .collect();
            return (!items.is_empty()).then_some(Value::Array(items));
        }
        let Some(from) = &self.from else {
            return self.value.clone();
        };
        let paths = std::iter::once(from).chain(&self.also);
        let found: Vec<&Value> = paths.flat_map(|path| values(record, path)).collect();
        let mut made: Vec<Value> = Vec::new();
        for value in found.into_iter().filter_map(|value| self.made(value)) {
            if !made.contains(&value) {
                made.push(value);
            }
        }
        match (self.take, made.len()) {
            (_, 0) => self.value.clone(),
            (Take::Only, 1) => made.pop(),
            (Take::Only, _) => None,
            _ => Some(Value::Array(made)),
        }
    }

    /// The converted form of one value.
    fn made(&self, value: &Value) -> Option<Value> {
        if self.take == Take::Each {
            let made = object(&self.fields, value);
            return (!made.is_empty()).then_some(Value::Object(made));
        }
        if let Some(known) = &self.words {
            let word = text(value)?;
            let mut known = known.iter();
            let found = known.find(|(name, _)| name.eq_ignore_ascii_case(&word));
            return found
                .map(|(_, value)| value.clone())
                .or_else(|| self.otherwise.clone());
        }
        self.form.of(value)
    }
}

impl Form {
    fn of(self, value: &Value) -> Option<Value> {
        match self {
            Self::Plain => Some(value.clone()),
            Self::Text => text(value).map(Value::from),
            Self::Time => time(value).map(|time| time.to_string().into()),
            Self::Milliseconds => time(value).map(|time| time.as_millisecond().into()),
            Self::Technique => value
                .as_str()
                .filter(|id| !id.contains('.'))
                .map(Value::from),
            Self::SubTechnique => value
                .as_str()
                .filter(|id| id.contains('.'))
                .map(Value::from),
            Self::TechniqueOf => value.as_str()?.split('.').next().map(Value::from),
        }
    }
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// A time as the services write them: RFC 3339, or milliseconds since 1970. The first day of year 1 stands for "not
/// set".
fn time(value: &Value) -> Option<Timestamp> {
    let time = match value {
        Value::Number(number) => Timestamp::from_millisecond(number.as_i64()?).ok()?,
        Value::String(text) => match text.parse::<Timestamp>() {
            Ok(time) => time,
            // Some services leave the offset out and mean UTC.
            Err(_) => format!("{text}Z").parse().ok()?,
        },
        _ => return None,
    };
    let is_set = time.as_second() > -62_135_596_800;
    is_set.then_some(time)
}
