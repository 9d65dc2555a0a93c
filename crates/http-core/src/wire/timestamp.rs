//! Times in every form that the services write.
//!
//! | form | where |
//! | --- | --- |
//! | `2020-12-30T14:17:26.8476880Z`, 0 to 7 decimals | most answers |
//! | `2020-12-30 14:17:26` without a zone, meant as UTC | exports |
//! | `1607952165309`, milliseconds since 1970 | Defender for Cloud Apps |
//! | `0001-01-01T00:00:00Z` | "never" |
//!
//! A time that was read is often sent back in the next filter: everything since the last record. Printed
//! with fewer decimals, such a filter loses the record on the boundary or returns it forever. So a
//! timestamp keeps its spelling, and the instant is derived from it.
//!
//! Records are full of times. The common form has a parser of its own here, checked against the general
//! one in tests.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::time::SystemTime;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

/// A point in time that keeps its spelling.
///
/// Serializing and displaying give back exactly what was read. Text that is not a time is kept as well: it
/// has no [`instant`](Self::instant) and does not fail its record. Year 1 means "not set".
///
/// Comparison is by instant, whatever the spelling. Text without an instant comes first, in the order of
/// the text.
///
/// Parsing with [`FromStr`] rejects text that is not a time; `From<&str>` accepts any text, and a request
/// that uses it for a time is rejected before it is sent.
///
/// ```
/// use http_core::Timestamp;
///
/// let time: Timestamp = "2020-12-30T14:17:26.8476880Z".parse()?;
/// assert_eq!(time.to_string(), "2020-12-30T14:17:26.8476880Z");
/// assert_eq!(time.instant().map(|i| i.as_second()), Some(1_609_337_846));
///
/// // Without a zone it is UTC; equality is that of instants.
/// let same: Timestamp = "2020-12-30 14:17:26.847688".parse()?;
/// assert_eq!(same, time);
/// # Ok::<(), http_core::wire::ParseTimestampError>(())
/// ```
#[derive(Clone)]
pub struct Timestamp {
    instant: Option<jiff::Timestamp>,
    form: Form,
}

/// The spelling of a timestamp.
#[derive(Clone)]
enum Form {
    /// `2020-12-30T14:17:26.847Z` with this number of decimals. Needs no copy of the text.
    Rfc3339 { decimals: u8 },
    /// A whole number of milliseconds since 1970.
    Milliseconds(i64),
    /// Any other number.
    Number(Box<str>),
    /// Any other text.
    Text(Box<str>),
}

/// The key of comparisons. The order of the variants puts text first.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Key {
    Text(String),
    Instant(jiff::Timestamp),
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for Timestamp {}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> Ordering {
        self.key().cmp(&other.key())
    }
}

impl Hash for Timestamp {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Timestamp({self})")
    }
}

impl TryFrom<Timestamp> for SystemTime {
    type Error = ParseTimestampError;

    /// Converts into a time of the standard library.
    ///
    /// # Errors
    /// [`ParseTimestampError`] for text that is not a time.
    fn try_from(time: Timestamp) -> Result<Self, Self::Error> {
        match time.instant {
            Some(instant) => Ok(instant.into()),
            None => Err(ParseTimestampError(time.to_string().into())),
        }
    }
}

/// The text is not a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseTimestampError(Box<str>);

impl fmt::Display for ParseTimestampError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not a time; write it like 2026-01-31T09:30:00Z",
            self.0
        )
    }
}

impl std::error::Error for ParseTimestampError {}

impl Timestamp {
    /// The instant. `None` for text that is not a time.
    pub fn instant(&self) -> Option<jiff::Timestamp> {
        self.instant
    }

    /// The key of comparisons.
    fn key(&self) -> Key {
        match self.instant {
            Some(instant) => Key::Instant(instant),
            None => Key::Text(self.to_string()),
        }
    }

    /// Reads text of any form; never fails.
    fn read(text: &str) -> Self {
        if let Some((instant, decimals)) = rfc3339(text) {
            return Self {
                instant: Some(instant),
                form: Form::Rfc3339 { decimals },
            };
        }
        Self {
            instant: lenient(text),
            form: Form::Text(text.into()),
        }
    }

    /// Reads milliseconds since 1970. Out of range, there is no instant.
    fn read_milliseconds(value: i64) -> Self {
        Self {
            instant: jiff::Timestamp::from_millisecond(value).ok(),
            form: Form::Milliseconds(value),
        }
    }
}

/// Reads exactly `YYYY-MM-DDTHH:MM:SS[.decimals]Z`, with the number of decimals. Several times faster than
/// the general parser.
fn rfc3339(text: &str) -> Option<(jiff::Timestamp, u8)> {
    let (clock, rest) = text.as_bytes().split_first_chunk::<19>()?;
    let decimals = match rest {
        [b'Z'] => &[],
        [b'.', decimals @ .., b'Z'] if (1..=9).contains(&decimals.len()) => decimals,
        _ => return None,
    };
    if [clock[4], clock[7], clock[10], clock[13], clock[16]] != *b"--T::" {
        return None;
    }
    let two = |at: usize| i8::try_from(number(&clock[at..at + 2])?).ok();
    let count = u8::try_from(decimals.len()).ok()?;
    let nanoseconds = number(decimals)? * 10_i32.pow(9 - u32::from(count));
    let civil = jiff::civil::DateTime::new(
        i16::try_from(number(&clock[..4])?).ok()?,
        two(5)?,
        two(8)?,
        two(11)?,
        two(14)?,
        two(17)?,
        nanoseconds,
    );
    let instant = jiff::tz::Offset::UTC.to_timestamp(civil.ok()?).ok()?;
    Some((instant, count))
}

/// Reads up to nine decimal digits and nothing else. No digits are zero.
fn number(digits: &[u8]) -> Option<i32> {
    digits.iter().try_fold(0, |number, byte| {
        let digit = i32::from(byte.wrapping_sub(b'0'));
        (digit < 10).then_some(number * 10 + digit)
    })
}

/// Reads text with an offset, or without a zone, which means UTC.
fn lenient(text: &str) -> Option<jiff::Timestamp> {
    if let Ok(instant) = text.parse() {
        return Some(instant);
    }
    let civil: jiff::civil::DateTime = text.parse().ok()?;
    civil
        .to_zoned(jiff::tz::TimeZone::UTC)
        .ok()
        .map(|zoned| zoned.timestamp())
}

impl From<jiff::Timestamp> for Timestamp {
    fn from(instant: jiff::Timestamp) -> Self {
        let decimals = match instant.subsec_nanosecond() {
            0 => 0,
            nanos if nanos % 1_000_000 == 0 => 3,
            nanos if nanos % 100 == 0 => 7,
            _ => 9,
        };
        Self {
            instant: Some(instant),
            form: Form::Rfc3339 { decimals },
        }
    }
}

impl From<&str> for Timestamp {
    /// Accepts any text. A request with text that is not a time is rejected before it is sent.
    fn from(text: &str) -> Self {
        Self::read(text)
    }
}

impl From<String> for Timestamp {
    fn from(text: String) -> Self {
        Self::read(&text)
    }
}

impl FromStr for Timestamp {
    type Err = ParseTimestampError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let read = Self::read(text);
        if read.instant.is_some() {
            Ok(read)
        } else {
            Err(ParseTimestampError(text.into()))
        }
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.form, self.instant) {
            (Form::Rfc3339 { decimals }, Some(instant)) => {
                write!(f, "{instant:.*}", usize::from(*decimals))
            }
            (Form::Milliseconds(value), _) => write!(f, "{value}"),
            (Form::Number(text) | Form::Text(text), _) => f.write_str(text),
            (Form::Rfc3339 { .. }, None) => Ok(()),
        }
    }
}

impl From<Timestamp> for Value {
    fn from(time: Timestamp) -> Self {
        match &time.form {
            Form::Milliseconds(value) => Value::from(*value),
            Form::Number(text) => text
                .parse::<serde_json::Number>()
                .map_or(Value::Null, Value::Number),
            _ => Value::String(time.to_string()),
        }
    }
}

impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.form {
            Form::Milliseconds(value) => serializer.serialize_i64(*value),
            Form::Number(_) => Value::from(self.clone()).serialize(serializer),
            _ => serializer.collect_str(self),
        }
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl Visitor<'_> for Reader {
    type Value = Timestamp;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a time, as text or as epoch milliseconds")
    }

    fn visit_str<E>(self, text: &str) -> Result<Timestamp, E> {
        Ok(Timestamp::read(text))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Timestamp, E> {
        Ok(Timestamp::read_milliseconds(value))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Timestamp, E> {
        i64::try_from(value)
            .map(Timestamp::read_milliseconds)
            .map_err(E::custom)
    }

    fn visit_f64<E>(self, value: f64) -> Result<Timestamp, E> {
        let text = serde_json::Number::from_f64(value).map_or_else(String::new, |n| n.to_string());
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a fraction of a millisecond is not kept in the instant"
        )]
        let instant = jiff::Timestamp::from_millisecond(value as i64).ok();
        Ok(Timestamp {
            instant,
            form: Form::Number(text.into()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_documented_form_comes_back_unchanged() {
        for text in [
            r#""2020-12-30T14:17:26Z""#,
            r#""2020-12-30T14:17:26.68Z""#,
            r#""2020-12-30T14:17:26.8476880Z""#,
            r#""0001-01-01T00:00:00Z""#,
            r#""2020-12-30 14:17:26""#,
            r#""2020-11-03 10:13:34.8476880""#,
            r#""2021-05-11T00:00:00+00:00""#,
            "1607952165309",
            "1607952165309.8032",
            r#""soon""#,
        ] {
            let time: Timestamp = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&time).unwrap(), text);
        }
    }

    #[test]
    fn the_common_form_is_the_instant_that_the_general_parser_sees() {
        for text in [
            "0001-01-01T00:00:00Z",
            "1969-12-31T23:59:59.9Z",
            "2000-02-29T12:34:56.000001Z",
            "2026-12-31T23:59:59.123456789Z",
            "9999-12-30T22:00:00Z",
        ] {
            let time: Timestamp = text.parse().unwrap();
            assert_eq!(time.instant(), text.parse().ok(), "{text}");
            assert_eq!(time.to_string(), text);
        }
    }

    #[test]
    fn a_text_that_only_looks_like_a_time_is_none() {
        for text in [
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:60:00Z",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:0:Z",
            "2026-01-01T0 :00:00Z",
            "+026-01-01T00:00:00Z",
            "2026-01-01T00:00:00.1234567890123Z",
        ] {
            assert_eq!(rfc3339(text), None, "{text}");
            let read = Timestamp::from(text);
            assert_eq!(
                (read.instant(), read.to_string()),
                (text.parse().ok(), text.to_owned())
            );
        }
    }

    #[test]
    fn text_without_a_zone_is_utc() {
        let time: Timestamp = "2020-12-30 14:17:26".parse().unwrap();
        assert_eq!(time.instant().unwrap().to_string(), "2020-12-30T14:17:26Z");
    }

    #[test]
    fn milliseconds_are_an_instant() {
        let time: Timestamp = serde_json::from_str("1607952165309").unwrap();
        assert_eq!(
            time.instant().unwrap().to_string(),
            "2020-12-14T13:22:45.309Z"
        );
    }

    #[test]
    fn what_is_no_time_is_refused_when_given_and_kept_when_read() {
        assert!("soon".parse::<Timestamp>().is_err());
        let read: Timestamp = serde_json::from_str(r#""soon""#).unwrap();
        assert_eq!((read.instant(), read.to_string().as_str()), (None, "soon"));
    }

    #[test]
    fn times_are_compared_by_instant_and_shown_as_written() {
        let of = |text: &str| Timestamp::from(text);
        assert_eq!(
            of("2020-12-30T14:17:26Z"),
            of("2020-12-30T15:17:26.0+01:00")
        );
        assert!(of("2020-12-30T14:17:26Z") < of("2020-12-30T14:17:26.1Z"));
        assert!(of("soon") < of("0001-01-01T00:00:00Z"));
        assert_ne!(of("soon"), of("later"));
        let shown = format!("{:?}", of("2020-12-30T14:17:26.8476880Z"));
        assert_eq!(shown, "Timestamp(2020-12-30T14:17:26.8476880Z)");
        let epoch = SystemTime::try_from(of("1970-01-01T00:00:01Z")).unwrap();
        assert_eq!(
            epoch,
            SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1)
        );
        assert!(SystemTime::try_from(of("soon")).is_err());
    }
}
