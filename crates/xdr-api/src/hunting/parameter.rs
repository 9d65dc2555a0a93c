//! Values that go into a query as literals of its language.
//!
//! Queries are often built from a user's input: a host name, a link, a list of hashes. Pasted into the query, such a
//! text could end its quotes and continue as a query of its own. A [`Parameter`] is written as a literal in which
//! quotes, backslashes, line ends and control characters are escaped.

use std::fmt;

use http_core::{Error, Result, Timestamp, Value};

/// A value for a name that a query uses.
///
/// `Display` is the literal: text in quotes with quotes and backslashes escaped, times as `datetime(…)`, lists as
/// `dynamic([…])` for `in (…)`.
///
/// ```
/// use xdr_api::hunting::Parameter;
///
/// assert_eq!(Parameter::from("say \"hi\"").to_string(), r#""say \"hi\"""#);
/// assert_eq!(Parameter::from(vec!["a", "b"]).to_string(), r#"dynamic(["a", "b"])"#);
/// assert_eq!(Parameter::from(2.5).to_string(), "real(2.5)");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Parameter {
    /// Text, written in double quotes.
    Text(String),
    /// A whole number of 64 bits.
    Long(i64),
    /// A number. Infinite numbers and NaN have no literal; they are an error when the hunt is sent.
    Real(f64),
    /// True or false.
    Bool(bool),
    /// A point in time. A text that is not a time becomes `datetime(null)`.
    Time(Timestamp),
    /// Several texts, for `in (…)` and `has_any (…)`.
    List(Vec<String>),
}

impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(&quoted(text)),
            Self::Long(number) => write!(f, "{number}"),
            Self::Real(number) => write!(f, "real({number})"),
            Self::Bool(yes) => write!(f, "{yes}"),
            Self::Time(time) => match time.instant() {
                Some(instant) => write!(f, "datetime({instant})"),
                None => f.write_str("datetime(null)"),
            },
            Self::List(items) => {
                let items: Vec<_> = items.iter().map(|item| quoted(item)).collect();
                write!(f, "dynamic([{}])", items.join(", "))
            }
        }
    }
}

/// Text in double quotes. Every character that could end the text or the line is escaped.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            letter
                if letter.is_control() || matches!(letter, '\u{85}' | '\u{2028}' | '\u{2029}') =>
            {
                out.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

impl Parameter {
    /// Reads a value as a person writes it: numbers, booleans and lists of texts as in JSON (`7`, `true`, `["a",
    /// "b"]`), anything else as text. Quotes make a number a text: `"7"`.
    ///
    /// ```
    /// use xdr_api::hunting::Parameter;
    ///
    /// assert_eq!(Parameter::read("7"), Parameter::Long(7));
    /// assert_eq!(Parameter::read("\"7\""), Parameter::Text("7".to_owned()));
    /// assert_eq!(Parameter::read("wks-7"), Parameter::Text("wks-7".to_owned()));
    /// ```
    pub fn read(text: &str) -> Self {
        match serde_json::from_str(text) {
            Ok(Value::Bool(yes)) => yes.into(),
            Ok(Value::Number(number)) => match (number.as_i64(), number.as_f64()) {
                (Some(number), _) => number.into(),
                (None, Some(number)) => number.into(),
                (None, None) => text.into(),
            },
            Ok(Value::String(text)) => text.into(),
            Ok(Value::Array(items)) if items.iter().all(Value::is_string) => {
                let items = items.iter().filter_map(Value::as_str);
                items.collect::<Vec<_>>().into()
            }
            _ => text.into(),
        }
    }

    /// Checks that the language has a literal for the value.
    ///
    /// # Errors
    /// `Usage` for a number that is not finite.
    pub(super) fn check(&self, name: &str) -> Result<()> {
        match self {
            Self::Real(number) if !number.is_finite() => Err(Error::usage(format!(
                "parameter `{name}`: `{number}` cannot be written in a query; give a finite number"
            ))),
            _ => Ok(()),
        }
    }
}

/// Checks a name that is bound: the name is the one part that cannot be escaped.
///
/// # Errors
/// `Usage` for a name with other characters than ASCII letters, digits and `_`, or with a digit in front.
pub(super) fn check(name: &str) -> Result<()> {
    let mut letters = name.chars();
    let begins = letters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || first == '_');
    if begins && letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_') {
        return Ok(());
    }
    Err(Error::usage(format!(
        "invalid parameter name `{name}`: use letters, digits and `_`"
    )))
}

impl From<&str> for Parameter {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Parameter {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Parameter {
    fn from(number: i64) -> Self {
        Self::Long(number)
    }
}

impl From<f64> for Parameter {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<bool> for Parameter {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<Timestamp> for Parameter {
    fn from(time: Timestamp) -> Self {
        Self::Time(time)
    }
}

impl<T: Into<String>> From<Vec<T>> for Parameter {
    fn from(items: Vec<T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_its_quotes() {
        for (text, literal) in [
            ("plain", r#""plain""#),
            (r#"" or true //"#, r#""\" or true //""#),
            (r"a\", r#""a\\""#),
            ("a\nb", r#""a\nb""#),
            ("a\u{2028}b", r#""a\u2028b""#),
        ] {
            assert_eq!(Parameter::from(text).to_string(), literal);
        }
        let list = Parameter::from(vec!["a", "b\""]);
        assert_eq!(list.to_string(), r#"dynamic(["a", "b\""])"#);
    }

    #[test]
    fn other_values_are_typed() {
        assert_eq!(Parameter::from(-7).to_string(), "-7");
        assert_eq!(Parameter::from(true).to_string(), "true");
        let time = Timestamp::from("2026-01-01T00:00:00Z");
        assert_eq!(
            Parameter::from(time).to_string(),
            "datetime(2026-01-01T00:00:00Z)"
        );
    }

    #[test]
    fn a_number_that_has_no_literal_is_refused() {
        for number in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
            let error = Parameter::from(number).check("most").unwrap_err();
            assert!(error.message().contains("`most`"), "{error}");
        }
        assert!(Parameter::from(1e300).check("most").is_ok());
    }

    #[test]
    fn values_are_text_unless_they_are_json() {
        for (text, literal) in [
            ("wks-7", "\"wks-7\""),
            ("7", "7"),
            ("\"7\"", "\"7\""),
            ("true", "true"),
            ("[\"a\",\"b\"]", "dynamic([\"a\", \"b\"])"),
            ("[1]", "\"[1]\""),
        ] {
            assert_eq!(Parameter::read(text).to_string(), literal);
        }
    }

    #[test]
    fn a_name_is_a_name() {
        assert!(check("device_1").is_ok());
        for name in ["", "1a", "a b", "x = 1; T"] {
            assert!(check(name).is_err(), "{name}");
        }
    }
}
