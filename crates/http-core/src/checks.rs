//! Applies the rules between the members of an object, before anything is sent.
//!
//! The rules are in [`Checks`]. The service would answer a bare 400 for most violations, and for
//! some it answers 200 without effect: an indicator that has expired, for example, is stored and
//! never matches. A mistake is returned as a sentence that names the member, and the first one
//! found is enough.

use std::net::IpAddr;

use serde_json::{Map, Value};

use crate::operation::{Checks, Fits, Form};
use crate::wire::Timestamp;

impl Form {
    /// Whether a text has this form. See the variants of [`Form`] for what each requires.
    fn fits(self, text: &str) -> bool {
        match self {
            Self::Hex(digits) => {
                text.len() == digits && text.bytes().all(|byte| byte.is_ascii_hexdigit())
            }
            Self::Ip => text.parse::<IpAddr>().is_ok(),
            Self::Domain => {
                text.contains('.')
                    && !text.contains(['/', ':'])
                    && !text.contains(char::is_whitespace)
                    && !Self::Ip.fits(text)
            }
            Self::Url => text.contains('.') && !text.contains(char::is_whitespace),
        }
    }

    /// The form in words, for error messages.
    fn describe(self) -> String {
        match self {
            Self::Hex(digits) => format!("{digits} hexadecimal digits"),
            Self::Ip => "one IP address and no range".to_owned(),
            Self::Domain => "a host name without scheme, port and path".to_owned(),
            Self::Url => "a URL without white space".to_owned(),
        }
    }
}

impl Checks {
    /// The first mistake in an object, as a sentence about one of its members. `None` if there is
    /// none.
    ///
    /// Order: missing members, times that have passed (only with `now`), the form of a value,
    /// required flags.
    pub(crate) fn mistake(
        &self,
        object: &Map<String, Value>,
        now: Option<jiff::Timestamp>,
    ) -> Option<String> {
        let missing = self.required.iter().find(|name| {
            let value = object.get(**name).unwrap_or(&Value::Null);
            value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
        });
        if let Some(name) = missing {
            return Some(match object.contains_key(*name) {
                true => format!("`{name}` is empty"),
                false => format!("`{name}` is required"),
            });
        }
        let over = self.until.iter().find_map(|name| {
            let text = object.get(*name)?.as_str()?;
            is_over(name, text, now?)
        });
        over.or_else(|| self.fits.as_ref()?.mistake(object))
            .or_else(|| self.lacks(object))
    }

    /// A flag that has to be `true` with the word in another member.
    fn lacks(&self, object: &Map<String, Value>) -> Option<String> {
        let is = |name: &str, word: &str| object.get(name).and_then(Value::as_str) == Some(word);
        let (member, word, flag) = self.needs.iter().find(|(member, word, flag)| {
            is(member, word) && object.get(*flag) != Some(&Value::Bool(true))
        })?;
        Some(format!("`{member}` {word} needs `{flag}` true"))
    }
}

impl Fits {
    /// A value that does not have the form its word requires, with the words it would fit.
    fn mistake(&self, object: &Map<String, Value>) -> Option<String> {
        let value = object.get(self.value)?;
        let word = object.get(self.by)?.as_str()?;
        let form = self.form(word)?;
        let text = value.as_str().unwrap_or_default();
        if form.fits(text) {
            return None;
        }
        let others = self.forms.iter().filter(|(_, other)| other.fits(text));
        let others: Vec<_> = others.map(|(word, _)| *word).collect();
        let advice = match others[..] {
            [] => String::new(),
            _ => format!("; it would fit {}", others.join(", ")),
        };
        Some(format!(
            "`{}` {value} does not fit `{}` {word}, which takes {}{advice}",
            self.value,
            self.by,
            form.describe()
        ))
    }

    /// The form for a word, compared without case. `None`: the value is not checked.
    fn form(&self, word: &str) -> Option<Form> {
        let mut forms = self.forms.iter();
        let found = forms.find(|(known, _)| known.eq_ignore_ascii_case(word));
        found.map(|(_, form)| *form)
    }
}

/// The mistake in a time that must lie ahead: it has passed, or is not a time. A time equal to
/// `now` has passed.
pub(crate) fn is_over(name: &str, text: &str, now: jiff::Timestamp) -> Option<String> {
    match Timestamp::from(text).instant() {
        None => Some(format!("`{name}`: `{text}` is not a time in RFC 3339")),
        Some(end) if end <= now => Some(format!("`{name}` {text} is already over")),
        Some(_) => None,
    }
}

/// Allowed difference between the clocks of this machine and the service.
const CLOCK_DIFFERENCE: jiff::SignedDuration = jiff::SignedDuration::from_mins(5);

/// The mistake in a time that lies further back than the service accepts. `None` for text that is
/// not a time.
pub(crate) fn is_too_old(
    name: &str,
    text: &str,
    days: u32,
    now: jiff::Timestamp,
) -> Option<String> {
    let time = Timestamp::from(text).instant()?;
    let oldest = now - jiff::SignedDuration::from_hours(24 * i64::from(days)) - CLOCK_DIFFERENCE;
    (time < oldest).then(|| {
        format!(
            "`{name}` {text} is more than {days} days ago; the service accepts at most {days} days"
        )
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    static CHECKS: Checks = Checks {
        required: &["value", "title"],
        until: &["ends"],
        fits: Some(Fits {
            value: "value",
            by: "type",
            forms: &[
                ("Sha1", Form::Hex(40)),
                ("Sha256", Form::Hex(64)),
                ("Ip", Form::Ip),
                ("Domain", Form::Domain),
                ("Url", Form::Url),
            ],
        }),
        needs: &[("action", "Audit", "alert")],
    };

    fn mistake(change: &Value) -> Option<String> {
        let mut object = json!({"value": "198.51.100.7", "type": "Ip", "title": "t"});
        let members = object.as_object_mut().unwrap();
        members.extend(change.as_object().unwrap().clone());
        members.retain(|_, value| !value.is_null());
        CHECKS.mistake(members, Some("2026-03-02T06:00:00Z".parse().unwrap()))
    }

    #[test]
    fn values_fit_their_types() {
        let sha256 = "a".repeat(64);
        for (kind, value, fits) in [
            ("Ip", "198.51.100.7", true),
            ("ip", "2001:db8::1", true),
            ("Ip", "198.51.100.0/24", false),
            ("Ip", "198.51.100.7 ", false),
            ("Sha1", &"A0".repeat(20), true),
            ("Sha1", &sha256, false),
            ("Sha256", &sha256, true),
            ("Sha256", &"é".repeat(32), false),
            ("Domain", "evil.example", true),
            ("Domain", "https://evil.example", false),
            ("Domain", "198.51.100.7", false),
            ("Url", "evil.example/a?b=c", true),
            ("Url", "evil.example/a b", false),
            ("Unheard", "anything", true),
        ] {
            let found = mistake(&json!({"value": value, "type": kind}));
            assert_eq!(found.is_none(), fits, "{kind} {value}: {found:?}");
        }
        let message = mistake(&json!({"value": sha256, "type": "Sha1"})).unwrap();
        assert!(
            message.contains("40 hexadecimal digits") && message.ends_with("would fit Sha256"),
            "{message}"
        );
    }

    #[test]
    fn what_is_empty_over_or_incomplete_is_named() {
        for (change, expected) in [
            (json!({"value": ""}), "`value` is empty"),
            (json!({"value": "  "}), "`value` is empty"),
            (json!({"title": null}), "`title` is required"),
            (
                json!({"ends": "2026-03-02T06:00:00Z"}),
                "`ends` 2026-03-02T06:00:00Z is already over",
            ),
            (
                json!({"ends": "7d"}),
                "`ends`: `7d` is not a time in RFC 3339",
            ),
            (
                json!({"action": "Audit"}),
                "`action` Audit needs `alert` true",
            ),
        ] {
            assert_eq!(mistake(&change).as_deref(), Some(expected));
        }
        assert_eq!(mistake(&json!({"ends": "2026-03-02T06:00:01Z"})), None);
        assert_eq!(mistake(&json!({"action": "Audit", "alert": true})), None);
    }

    #[test]
    fn a_time_may_lie_as_far_back_as_the_service_looks() {
        let now = "2026-03-31T06:00:00Z".parse().unwrap();
        let message = |text: &str| is_too_old("at", text, 30, now);
        assert_eq!(message("2026-03-01T06:00:00Z"), None);
        assert_eq!(message("2026-03-01T05:58:00Z"), None, "clocks differ");
        assert!(message("2026-03-01T05:00:00Z").unwrap().contains("30 days"));
    }
}
