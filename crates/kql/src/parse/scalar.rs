//! Values that are written out.
//!
//! Numbers with a unit, dates and typed literals have several spellings. The functions for times and timespans serve
//! `todatetime` and `totimespan` too, so literals and conversions read the same texts.
//!
//! # Queries that are read
//!
//! ```
//! # let reads = |query: &str| kql::parse(query).map(|_| ());
//! for query in [
//!     "print 0x1f, 1.5e3, 1.5h, 90minutes",
//!     "print long(-5), bool(true), real(null), int(5)",
//!     "print datetime(2026-01-02), datetime('2026-01-02 03:04'), datetime(1/2/2026 3:04:05)",
//!     "print datetime(2026-01-02T03:04:05.678+02:00)",
//!     "print timespan(2), timespan(1.02:03:04.5), time(90m)",
//!     "print guid(74be27de-1e4e-49d9-b579-fe0b331d3642), dynamic({'a': [1, 2]})",
//!     "datatable(A:long, B:string)[1, 'x', 2, 'y',]",
//!     "externaldata(A:string)['https://host/file.csv'] with (format='csv', ignoreFirstRecord=true)",
//! ] {
//!     reads(query)?;
//! }
//! assert!(kql::parse("print 99999999999999999999").is_err());
//! assert!(kql::parse("print datetime(2026-13-01)").is_err());
//! # Ok::<(), kql::Problem>(())
//! ```

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::{Parser, Result};
use crate::kind::Kind;
use crate::problem::Problem;
use crate::syntax::{Form, Literal, Name};
use crate::token::{TokenKind, text_value, ticks};

impl Parser<'_> {
    /// A number, a timespan, or a literal in parentheses.
    ///
    /// `number | number unit | type "(" inner ")"`. The lexer keeps the text between the parentheses as one token;
    /// what it means depends on the type.
    pub(super) fn literal(&mut self) -> Result<Literal> {
        let token = self.next();
        let invalid = |what: &str| Problem::syntax(token.span, format!("invalid {what}"));
        match token.kind {
            TokenKind::Long => whole(token.text)
                .map(Literal::Long)
                .ok_or_else(|| invalid("number: it does not fit into 64 bits")),
            TokenKind::Real => token
                .text
                .parse()
                .map(Literal::Real)
                .map_err(|_| invalid("number")),
            TokenKind::Timespan => timespan(token.text)
                .map(Literal::Span)
                .ok_or_else(|| invalid("timespan")),
            _ => {
                let (word, inner) = token.text.split_once('(').unwrap_or_default();
                let inner = inner.strip_suffix(')').unwrap_or(inner).trim();
                let kind = Kind::of(word.trim()).unwrap_or(Kind::Dynamic);
                if inner == "null" {
                    return Ok(Literal::Null(kind));
                }
                let plain = match inner.starts_with(['"', '\'']) {
                    true => text_value(inner),
                    false => inner.to_owned(),
                };
                match kind {
                    Kind::Time => time(&plain)
                        .map(Literal::Time)
                        .ok_or_else(|| invalid("datetime")),
                    Kind::Span => timespan(&plain)
                        .map(Literal::Span)
                        .ok_or_else(|| invalid("timespan")),
                    Kind::Guid => Ok(Literal::Guid(plain)),
                    _ => Ok(Literal::Dynamic(inner.to_owned())),
                }
            }
        }
    }

    /// `long(5)`, `bool(null)` and their kin, if the parentheses here hold a literal.
    ///
    /// `type "(" "-"? token ")"` for `bool`, `int`, `long`, `real`, `double` and `decimal`. `None`, with nothing
    /// read, for anything else: `long(Size)` is a call.
    pub(super) fn typed_literal(&mut self, name: &Name) -> Result<Option<Literal>> {
        let Some(kind) = Kind::of(&name.text) else {
            return Ok(None);
        };
        let negative = usize::from(self.is_sign_at(1, "-"));
        let token = self.ahead(1 + negative);
        if !self.is_sign_at(2 + negative, ")") {
            return Ok(None);
        }
        let sign = if negative == 1 { "-" } else { "" };
        let text = format!("{sign}{}", token.text);
        let literal = match (kind, text.as_str()) {
            (_, "null") => Some(Literal::Null(kind)),
            (Kind::Bool, "true" | "1") => Some(Literal::Bool(true)),
            (Kind::Bool, "false" | "0") => Some(Literal::Bool(false)),
            (Kind::Int | Kind::Long, _) => whole(&text).map(Literal::Long),
            (Kind::Real | Kind::Decimal, _) => text.parse().ok().map(Literal::Real),
            _ => None,
        };
        if literal.is_some() {
            self.at += 3 + negative;
        }
        Ok(literal)
    }

    /// The columns and values of `datatable`.
    ///
    /// `"(" name ":" type ("," ...)* ")" "[" (expression ("," expression)*)? "]"`
    ///
    /// The number of values is tested by the check, against the number of columns.
    pub(super) fn data_table(&mut self) -> Result<Form> {
        self.expect_sign("(")?;
        let columns = self.columns()?;
        self.expect_sign("[")?;
        let mut values = Vec::new();
        while !self.take_sign("]") {
            values.push(self.deeper(Self::expression)?);
            if !self.is_sign("]") {
                self.expect_sign(",")?;
            }
        }
        Ok(Form::DataTable(columns, values))
    }

    /// The columns of `externaldata`. Addresses and options are skipped.
    ///
    /// `"(" columns ")" "[" (expression ("," expression)*)? "]" ("with" "(" name "=" value ("," ...)* ")")?`
    pub(super) fn external_data(&mut self) -> Result<Form> {
        self.expect_sign("(")?;
        let columns = self.columns()?;
        self.expect_sign("[")?;
        while !self.take_sign("]") {
            self.deeper(Self::expression)?;
            if !self.is_sign("]") {
                self.expect_sign(",")?;
            }
        }
        if self.take_word("with") {
            self.expect_sign("(")?;
            while !self.take_sign(")") {
                self.name()?;
                self.expect_sign("=")?;
                // A value is one word, text or number; formats such as `multi-json` have dashes.
                if self.dashed().is_none() {
                    self.at += 1;
                }
                if !self.is_sign(")") {
                    self.expect_sign(",")?;
                }
            }
        }
        Ok(Form::ExternalData(columns))
    }
}

/// A whole number in decimal or hexadecimal digits.
///
/// `None` beyond 64 bits with a sign: `0xffffffffffffffff` is refused.
fn whole(text: &str) -> Option<i64> {
    match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(digits) => i64::from_str_radix(digits, 16).ok(),
        None => text.parse().ok(),
    }
}

/// A timespan: `7d`, `1.5h`, `2.03:04:05.6`, or a number of days.
///
/// The unit is one of the words that the lexer knows (`7d`, `90m`, `5 ticks`). `None` beyond the range of ticks in
/// 64 bits, about 29,000 years.
///
/// Accepts what queries in the wild hold: `2026-01-02`, `2026-01-02 03:04`, `2026-01-02T03:04:05.678Z`,
/// `2026-01-02T03:04:05+02:00` and `1/2/2026`, which is January 2. The year alone (`datetime(2026)`) and names of
/// months are not read.
pub(crate) fn timespan(text: &str) -> Option<SignedDuration> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let ticks = match text.contains(':') {
        true => clock(text)?,
        false => unit(text)?,
    };
    let nanos = i128::from(ticks).checked_mul(100)?;
    let seconds = i64::try_from(nanos.div_euclid(1_000_000_000)).ok()?;
    let rest = i32::try_from(nanos.rem_euclid(1_000_000_000)).ok()?;
    let span = SignedDuration::new(seconds, rest);
    if negative {
        span.checked_neg()
    } else {
        Some(span)
    }
}

/// Ticks of a number with a unit. A number alone counts days.
///
/// Fractions are rounded to ticks of 100 ns: `0.5ms` is 5,000 ticks.
fn unit(text: &str) -> Option<i64> {
    let end = text
        .find(|letter: char| letter.is_alphabetic())
        .unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let size = if unit.is_empty() {
        864_000_000_000
    } else {
        ticks(unit.trim())?
    };
    let number = number.trim();
    if let Ok(whole) = number.parse::<i64>() {
        return whole.checked_mul(size);
    }
    let number: f64 = number.parse().ok()?;
    #[expect(
        clippy::cast_precision_loss,
        reason = "a fraction of a unit is rounded to ticks"
    )]
    let ticks = number * size as f64;
    #[expect(clippy::cast_possible_truncation, reason = "checked to be in range")]
    (ticks.abs() < 9.0e18).then_some(ticks.round() as i64)
}

/// Ticks of `d.hh:mm:ss.fffffff`; days and seconds may be missing.
///
/// `12:30` is hours and minutes. Parts above their usual limit (`25:00`) are added up.
fn clock(text: &str) -> Option<i64> {
    let mut parts = text.split(':');
    let (hours, minutes, seconds) = (parts.next()?, parts.next()?, parts.next().unwrap_or("0"));
    if parts.next().is_some() {
        return None;
    }
    let (days, hours) = hours.split_once('.').unwrap_or(("0", hours));
    let whole = |text: &str| text.trim().parse::<u32>().ok().map(i64::from);
    let (seconds, fraction) = seconds.split_once('.').unwrap_or((seconds, "0"));
    let fraction: i64 = format!("{fraction:0<7}").get(..7)?.parse().ok()?;
    let minutes = (whole(days)? * 24 + whole(hours)?) * 60 + whole(minutes)?;
    (minutes * 60 + whole(seconds)?)
        .checked_mul(10_000_000)?
        .checked_add(fraction)
}

/// A time: ISO 8601, with a blank instead of `T`, or only a date. Without a zone it is UTC.
pub(crate) fn time(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(time) = text.parse() {
        return Some(time);
    }
    let plain = text.trim_end_matches(['Z', 'z']).trim();
    let civil = |text: &str| -> Option<Timestamp> {
        let time: jiff::civil::DateTime = text.parse().ok()?;
        Some(time.to_zoned(TimeZone::UTC).ok()?.timestamp())
    };
    let date = |text: &str| -> Option<Timestamp> {
        let date: jiff::civil::Date = text.parse().ok()?;
        Some(date.to_zoned(TimeZone::UTC).ok()?.timestamp())
    };
    civil(plain)
        .or_else(|| date(plain))
        // `2026-01-02 03:04` has no seconds.
        .or_else(|| civil(&format!("{plain}:00")))
        .or_else(|| american(plain))
}

/// `month/day/year` with or without a time.
///
/// Month before day, as the invariant culture of .NET has it.
fn american(text: &str) -> Option<Timestamp> {
    let (date, clock) = text.split_once(' ').unwrap_or((text, "00:00:00"));
    let mut parts = date.split('/');
    let mut number = || parts.next()?.parse::<u16>().ok();
    let (month, day, year) = (number()?, number()?, number()?);
    // The hour may have one digit, and the seconds may be missing.
    let (hour, minutes) = clock.split_once(':')?;
    let seconds = if minutes.contains(':') { "" } else { ":00" };
    let clock = format!("{hour:0>2}:{minutes}{seconds}");
    let time: jiff::civil::DateTime = format!("{year:04}-{month:02}-{day:02}T{clock}")
        .parse()
        .ok()?;
    Some(time.to_zoned(TimeZone::UTC).ok()?.timestamp())
}
