//! Times within JSON, written as options take them.

use auth_core::http_core::{Kind, Operation, Param, Place, Timestamp, Value};
use jiff::Timestamp as Instant;

use super::Filling;
use crate::failure::{Failure, Result};
use crate::time;

impl Filling {
    /// Resolves the times in the members of a whole body, and in the objects that a member holds.
    pub(super) fn resolve_body(
        &mut self,
        row: &'static Operation,
        body: &mut Value,
        now: Instant,
    ) -> Result<()> {
        let members = row.params.iter().filter(|param| param.place == Place::Body);
        for param in members {
            let Some(value) = body.get_mut(param.name) else {
                continue;
            };
            if param.kind == Kind::Time {
                self.resolve(param.name, param.until, value, now)?;
            } else {
                self.resolve_items(param, value, now)?;
            }
        }
        Ok(())
    }

    /// Resolves the times in the objects that an input takes: bare, in an array, or in the documented body.
    pub(super) fn resolve_items(
        &mut self,
        param: &'static Param,
        value: &mut Value,
        now: Instant,
    ) -> Result<()> {
        let Some(checks) = param.checks else {
            return Ok(());
        };
        if let Value::Object(members) = value
            && members.len() == 1
            && let Some((name, inner)) = members.iter_mut().next()
            && name.eq_ignore_ascii_case(param.name)
        {
            return self.resolve_items(param, inner, now);
        }
        let objects = match value {
            Value::Array(items) => &mut items[..],
            one => std::slice::from_mut(one),
        };
        for (number, object) in (1..).zip(objects) {
            for name in checks.until {
                if let Some(value) = object.get_mut(*name) {
                    self.resolve(name, true, value, now).map_err(|failure| {
                        let message = failure.message();
                        Failure::usage(format!("item {number} of `{}`: {message}", param.name))
                    })?;
                }
            }
        }
        Ok(())
    }

    /// A full timestamp stays as it was written.
    fn resolve(&mut self, name: &str, until: bool, value: &mut Value, now: Instant) -> Result<()> {
        let Some(text) = value.as_str() else {
            return Ok(());
        };
        if text.parse::<Instant>().is_ok() {
            return Ok(());
        }
        let time = match until {
            true => time::ahead(text, now),
            false => time::absolute(text, now),
        };
        match time {
            Ok(time) => {
                self.say(name, text, &time);
                *value = Value::from(time);
                Ok(())
            }
            // Forms that only services write are sent as they are.
            Err(_) if Timestamp::from(text).instant().is_some() => Ok(()),
            Err(message) => Err(Failure::usage(format!("`{name}`: {message}"))),
        }
    }
}
