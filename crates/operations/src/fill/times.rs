//! Resolves times within JSON bodies.
//!
//! An option takes `7d`, so a member of a JSON body takes it too. Only members that the table marks as times are
//! touched. A full timestamp stays as it was written, because some services compare it with every digit of its
//! fraction.

use http_core::{Kind, Param, Place, Timestamp, Value};

use super::Filling;
use crate::error::Result;
use crate::time;

impl Filling {
    /// Resolves the times in the members of a whole body, and in the objects that a member holds.
    pub(super) fn resolve_body(&mut self, body: &mut Value) -> Result<()> {
        let params = self.operation().inputs.iter();
        for param in params.filter(|param| param.place == Place::Body) {
            let Some(value) = body.get_mut(param.name) else {
                continue;
            };
            if param.kind == Kind::Time {
                self.resolve(&format!("`{}`", param.name), param.until, value)?;
            } else {
                self.resolve_items(param, value)?;
            }
        }
        Ok(())
    }

    /// Resolves the times in the objects of an input: a single object, an array, or the body that the documents wrap
    /// around it.
    pub(super) fn resolve_items(&mut self, param: &'static Param, value: &mut Value) -> Result<()> {
        let Some(checks) = param.checks else {
            return Ok(());
        };
        if let Value::Object(members) = value
            && members.len() == 1
            && let Some((name, inner)) = members.iter_mut().next()
            && name.eq_ignore_ascii_case(param.name)
        {
            return self.resolve_items(param, inner);
        }
        let objects = match value {
            Value::Array(items) => &mut items[..],
            one => std::slice::from_mut(one),
        };
        for (number, object) in (1..).zip(objects) {
            for name in checks.until {
                if let Some(value) = object.get_mut(*name) {
                    let label = format!("item {number} of `{}`: `{name}`", param.name);
                    self.resolve(&label, true, value)?;
                }
            }
        }
        Ok(())
    }

    /// Resolves one member in place. `until` marks the end of a validity, which counts ahead.
    fn resolve(&mut self, label: &str, until: bool, value: &mut Value) -> Result<()> {
        let Some(text) = value.as_str() else {
            return Ok(());
        };
        if text.parse::<jiff::Timestamp>().is_ok() {
            return Ok(());
        }
        let time = match until {
            true => time::ahead(text, self.now),
            false => time::absolute(text, self.now),
        };
        match time {
            Ok(time) => {
                self.note_time(label, text, &time);
                *value = Value::from(time);
                Ok(())
            }
            // Forms that only services write are sent as they are.
            Err(_) if Timestamp::from(text).instant().is_some() => Ok(()),
            Err(message) => Err(self.invalid(format!("{label}: {message}"))),
        }
    }
}
