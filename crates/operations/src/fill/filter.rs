//! Conditions for services with a filter language of their own: `severity eq 2`.
//!
//! Such a service takes an object by field and operator instead of an OData filter. The table lists its fields, each
//! with its operators and the kind of its values; times in a value are written as everywhere else, `7d` or `today`.

use std::cell::RefCell;

use http_core::filters;

use super::{Filling, Note};
use crate::error::Result;
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
    /// and for an unknown field or operator; the message lists those that exist.
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
        let value = field
            .parse(operator, words.next().unwrap_or_default(), &absolute)
            .map_err(wrong)?;
        self.notes.extend(days.into_inner());
        self.update(|request| request.condition(name, operator, value));
        Ok(())
    }
}
