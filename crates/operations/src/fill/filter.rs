//! Conditions for services with a filter language of their own: `severity eq 2`.
//!
//! Such a service takes an object by field and operator instead of an OData filter. The table lists its fields, each
//! with its operators and the kind of its values; times in a value are written as everywhere else, `7d` or `today`.

use std::cell::RefCell;

use http_core::Value;
use http_core::filters::{self, FilterField};

use super::{Filling, Note};
use crate::error::Result;
use crate::spelled::{Spelled, spelled};
use crate::time;

/// The name of the input with the conditions, in every operation that has one.
pub(super) const FILTERS: &str = "filters";

impl Filling {
    /// Adds a condition `FIELD OPERATOR VALUE`, such as `severity eq 1,2`, to the earlier ones. All conditions must
    /// hold.
    ///
    /// Several values are separated by commas. A day such as `today` is noted, because it begins at midnight UTC.
    ///
    /// # Errors
    /// [`Error::Input`](crate::Error::Input) if the text is not such a condition, if the operation has no such filters,
    /// for a condition that is given twice, and for an unknown field or operator; the message lists those that exist.
    pub fn condition(&mut self, label: &str, text: &str) -> Result<()> {
        let mut words = text.trim().splitn(3, char::is_whitespace);
        let (Some(name), Some(operator)) = (words.next(), words.next()) else {
            return Err(self.invalid(format!(
                "{label} takes FIELD OPERATOR VALUE, such as 'severity eq 2', not `{text}`"
            )));
        };
        let days = RefCell::new(Vec::new());
        let absolute = |text: &str| {
            let time = time::absolute(text, self.now)?;
            if time::is_day(text) {
                let day = time::understood(label, text, &time);
                days.borrow_mut().push(Note::Day(day));
            }
            Ok(time)
        };
        let wrong = |message| self.invalid(format!("{label}: {message}"));
        let field = filters::field(self.operation().list.filter_fields, name).map_err(wrong)?;
        let values = words.next().unwrap_or_default();
        let values = coded(field, values).map_err(wrong)?;
        let value = field.parse(operator, &values, &absolute).map_err(wrong)?;
        if self.has_condition(name, operator) {
            return Err(self.invalid(format!(
                "{label}: `{name} {operator}` is given twice, and only one of them would be sent; write all values in one"
            )));
        }
        self.notes.extend(days.into_inner());
        self.update(|request| request.condition(name, operator, value));
        Ok(())
    }
}

impl Filling {
    /// Whether a condition with this field and operator is set. Another one would replace it.
    pub(super) fn has_condition(&self, field: &str, operator: &str) -> bool {
        let written = self.request.query_value(FILTERS);
        let written = written.and_then(|text| serde_json::from_str::<Value>(text).ok());
        let filters = written.or_else(|| self.request.body_value(FILTERS).cloned());
        filters.is_some_and(|filters| !filters[field][operator].is_null())
    }
}

/// Values between commas with the service's code for each word: `low,high` is `0,2`. JSON stays as it is.
fn coded(field: &FilterField, values: &str) -> std::result::Result<String, String> {
    if field.words.is_empty() || values.trim_start().starts_with(['[', '{']) {
        return Ok(values.to_owned());
    }
    let words: Vec<_> = field.words.iter().map(|(word, _)| *word).collect();
    let coded = values.split(',').map(|value| {
        let value = value.trim();
        match spelled(&words, field.words, value) {
            Spelled::Exact | Spelled::Known(_) => {
                let mut codes = field.words.iter();
                let code = codes.find(|(word, _)| word.eq_ignore_ascii_case(value));
                Ok(code.map_or(value, |(_, code)| code))
            }
            Spelled::Near(word) => Err(format!(
                "`{}` has no word `{value}`; do you mean `{word}`?",
                field.name
            )),
            Spelled::Unknown => Ok(value),
        }
    });
    Ok(coded.collect::<std::result::Result<Vec<_>, _>>()?.join(","))
}
