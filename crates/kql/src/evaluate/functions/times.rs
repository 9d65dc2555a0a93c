//! Functions of times and timespans. All times are UTC, and weeks begin on Sunday.
//!
//! - `now(offset?)`: the time of the query, the same in all of it. `ago(span)` is `now() - span`.
//! - `bin(value, size)`, `floor`: rounds down to a multiple of the size; negative values away from zero. Times are
//!   counted from the year 1, so bins of 7 days begin on Monday, not on the day that `startofweek` returns. A number
//!   as the size of a time counts days. Null for a size of zero or below.
//! - `startofday`, `startofweek`, `startofmonth`, `startofyear` and `endof...`, each with an offset in units:
//!   `endofday(t, -1)` is the last tick of yesterday.
//! - `hourofday`, `dayofmonth`, `dayofyear`, `getmonth`, `monthofyear`, `getyear`: numbers. `dayofweek`: a
//!   **timespan** since Sunday, `0d` to `6d`.
//! - `week_of_year(t)`: the week of ISO 8601, from Monday on, unlike `startofweek`.
//! - `datetime_part(part, t)`: `year`, `quarter`, `month`, `week_of_year`, `day`, `dayofyear`, `hour`, `minute`,
//!   `second`, `millisecond`, `microsecond`, `nanosecond`. The last three hold the whole fraction of the second.
//! - `datetime_diff(part, a, b)`: boundaries of the unit between `b` and `a`, so 23:59 and 00:01 are one day apart.
//!   Positive if `a` is later.
//! - `datetime_add(part, count, t)`: calendar units keep the day where possible: a month after January 31 is the
//!   last of February.
//! - `format_datetime(t, format)`, `format_timespan(s, format)`: see [`formatted`] and [`formatted_span`]. Empty for
//!   null.
//! - `make_datetime(year, month, day, hour?, minute?, second?)`: null for a date that does not exist. Seconds may have
//!   a fraction.
//! - `unixtime_seconds_todatetime(n)` and its kin for milli-, micro- and nanoseconds: fractions of `n` are cut off.
//!
//! Not evaluated: `make_timespan`, `bin_at`, `bin_auto`, `datetime_utc_to_local`, `datetime_local_to_utc`.
//!
//! # Examples
//!
//! ```
//! # let now = "2026-01-01T00:00:00Z".parse()?;
//! # let value = |text: &str| -> Result<String, kql::Problem> {
//! #     let query = format!("print {text}");
//! #     let table = kql::evaluate(&query, &kql::Schema::new(), kql::Limits::default(), now)?;
//! #     Ok(table.rows[0][0].to_text())
//! # };
//! for (text, expected) in [
//!     ("ago(1h)", "2025-12-31T23:00:00.0000000Z"),
//!     ("now(-1d)", "2025-12-31T00:00:00.0000000Z"),
//!     ("bin(17, 5)", "15"),
//!     ("bin(-17, 5)", "-20"),
//!     ("bin(datetime(2026-01-02 03:04:05), 1h)", "2026-01-02T03:00:00.0000000Z"),
//!     ("format_datetime(bin(datetime(2026-01-01), 7d), 'yyyy-MM-dd')", "2025-12-29"),
//!     ("format_datetime(startofweek(datetime(2026-01-01)), 'yyyy-MM-dd')", "2025-12-28"),
//!     ("endofday(datetime(2026-01-02), -1)", "2026-01-01T23:59:59.9999999Z"),
//!     ("format_datetime(startofmonth(datetime(2026-01-31), 1), 'yyyy-MM-dd')", "2026-02-01"),
//!     ("dayofweek(datetime(2026-01-03))", "6.00:00:00"),
//!     ("dayofyear(datetime(2026-02-01))", "32"),
//!     ("week_of_year(datetime(2026-01-01))", "1"),
//!     ("datetime_part('quarter', datetime(2026-05-01))", "2"),
//!     ("datetime_part('millisecond', datetime(2026-05-01 00:00:00.123))", "123"),
//!     ("datetime_diff('day', datetime(2026-01-02 00:01), datetime(2026-01-01 23:59))", "1"),
//!     ("datetime_diff('year', datetime(2025-12-31), datetime(2026-01-01))", "-1"),
//!     ("format_datetime(datetime_add('month', 1, datetime(2026-01-31)), 'MM/dd')", "02/28"),
//!     ("format_datetime(datetime(2026-01-02 15:04:05.67), 'yy-M-d h:mm:ss.ff tt')", "26-1-2 3:04:05.67 PM"),
//!     ("format_timespan(1d + 2h + 3m, 'd.hh:mm')", "1.02:03"),
//!     ("make_datetime(2026, 2, 30)", ""),
//!     ("make_datetime(2026, 1, 2, 3, 4, 5.5)", "2026-01-02T03:04:05.5000000Z"),
//!     ("make_datetime(2026, 1, 2, 3, 4)", "2026-01-02T03:04:00.0000000Z"),
//!     ("unixtime_milliseconds_todatetime(1500)", "1970-01-01T00:00:01.5000000Z"),
//! ] {
//!     assert_eq!(value(text)?, expected, "{text}");
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp, Zoned};

use super::{at, number, text};
use crate::cell::Cell;
use crate::evaluate::context::Context;
use crate::evaluate::node::Builtin;

/// Nanoseconds from year 1 to 1970. Bins of a week or more begin where the language starts them.
const SINCE_YEAR_ONE: i128 = 719_162 * 86_400 * 1_000_000_000;

/// A function of times, by its name.
pub(super) fn find(name: &str) -> Option<Builtin> {
    Some(match name {
        "now" => |context, of| match at(of, 0) {
            Cell::Span(span) => context
                .now
                .checked_add(*span)
                .map_or(Cell::Null, Cell::Time),
            _ => Cell::Time(context.now),
        },
        "ago" => |context, of| match at(of, 0) {
            Cell::Span(span) => context
                .now
                .checked_sub(*span)
                .map_or(Cell::Null, Cell::Time),
            _ => Cell::Null,
        },
        "bin" | "floor" => |_, of| bin(at(of, 0), at(of, 1)),
        "startofday" => |_, of| edge(of, Unit::Day, false),
        "startofweek" => |_, of| edge(of, Unit::Week, false),
        "startofmonth" => |_, of| edge(of, Unit::Month, false),
        "startofyear" => |_, of| edge(of, Unit::Year, false),
        "endofday" => |_, of| edge(of, Unit::Day, true),
        "endofweek" => |_, of| edge(of, Unit::Week, true),
        "endofmonth" => |_, of| edge(of, Unit::Month, true),
        "endofyear" => |_, of| edge(of, Unit::Year, true),
        "hourofday" => |_, of| part(at(of, 0), "hour"),
        "dayofmonth" => |_, of| part(at(of, 0), "day"),
        "dayofyear" => |_, of| part(at(of, 0), "dayofyear"),
        "getmonth" | "monthofyear" => |_, of| part(at(of, 0), "month"),
        "getyear" => |_, of| part(at(of, 0), "year"),
        "week_of_year" | "weekofyear" => |_, of| part(at(of, 0), "week_of_year"),
        "datetime_part" => |_, of| part(at(of, 1), &text(of, 0).to_ascii_lowercase()),
        "dayofweek" => |_, of| match zoned(at(of, 0)) {
            Some(time) => {
                let days = i64::from(time.weekday().to_sunday_zero_offset());
                Cell::Span(SignedDuration::from_hours(24 * days))
            }
            None => Cell::Null,
        },
        "datetime_diff" => difference,
        "datetime_add" => add,
        "format_datetime" => |_, of| match at(of, 0) {
            Cell::Time(time) => Cell::Text(formatted(*time, &text(of, 1))),
            _ => Cell::Text(String::new()),
        },
        "format_timespan" => |_, of| match at(of, 0) {
            Cell::Span(span) => Cell::Text(formatted_span(*span, &text(of, 1))),
            _ => Cell::Text(String::new()),
        },
        "make_datetime" => make,
        "unixtime_seconds_todatetime" => |_, of| unix(of, 1_000_000_000),
        "unixtime_milliseconds_todatetime" => |_, of| unix(of, 1_000_000),
        "unixtime_microseconds_todatetime" => |_, of| unix(of, 1_000),
        "unixtime_nanoseconds_todatetime" => |_, of| unix(of, 1),
        _ => return None,
    })
}

/// The value rounded down to a multiple of the size. Null if the size is not positive.
///
/// Values that are not numbers, times or timespans give null.
fn bin(value: &Cell, size: &Cell) -> Cell {
    let floor = |value: i128, size: i128| (size > 0).then(|| value.div_euclid(size) * size);
    let days = |size: &Cell| match size {
        Cell::Span(size) => Some(size.as_nanos()),
        other => Some(i128::from(other.whole()?) * 86_400_000_000_000),
    };
    match (value, size) {
        (Cell::Time(time), size) => days(size)
            .and_then(|size| floor(time.as_nanosecond() + SINCE_YEAR_ONE, size))
            .and_then(|nanos| Timestamp::from_nanosecond(nanos - SINCE_YEAR_ONE).ok())
            .map_or(Cell::Null, Cell::Time),
        (Cell::Span(span), Cell::Span(size)) => floor(span.as_nanos(), size.as_nanos())
            .and_then(|nanos| i64::try_from(nanos).ok())
            .map_or(Cell::Null, |nanos| {
                Cell::Span(SignedDuration::from_nanos(nanos))
            }),
        (Cell::Long(number), Cell::Long(size)) => floor((*number).into(), (*size).into())
            .and_then(|number| i64::try_from(number).ok())
            .map_or(Cell::Null, Cell::Long),
        (value, size) => match (value.number(), size.number()) {
            (Some(value), Some(size)) if size > 0.0 => Cell::Real((value / size).floor() * size),
            _ => Cell::Null,
        },
    }
}

/// Units of the calendar, in which `startof...` rounds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// The time in UTC. `None` for other types: text is not converted.
fn zoned(cell: &Cell) -> Option<Zoned> {
    match cell {
        Cell::Time(time) => Some(time.to_zoned(TimeZone::UTC)),
        _ => None,
    }
}

/// The start of the unit, so many units away.
fn start(time: &Zoned, unit: Unit, offset: i64) -> Option<Timestamp> {
    let date = time.date();
    let (first, span) = match unit {
        Unit::Day => (date, Span::new().try_days(offset).ok()?),
        Unit::Week => {
            let back = i64::from(date.weekday().to_sunday_zero_offset());
            (
                date.checked_sub(Span::new().try_days(back).ok()?).ok()?,
                Span::new().try_weeks(offset).ok()?,
            )
        }
        Unit::Month => (date.first_of_month(), Span::new().try_months(offset).ok()?),
        Unit::Year => (date.first_of_year(), Span::new().try_years(offset).ok()?),
    };
    midnight(first.checked_add(span).ok()?)
}

/// The start of a day. `None` out of the range of the library.
fn midnight(date: Date) -> Option<Timestamp> {
    Some(date.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

/// The first or the last tick of a unit.
///
/// The last tick is 100 ns before the next unit. A missing offset is 0.
fn edge(of: &[Cell], unit: Unit, is_end: bool) -> Cell {
    let offset = number(of, 1).unwrap_or(0);
    let Some(time) = zoned(at(of, 0)) else {
        return Cell::Null;
    };
    let edge = match is_end {
        false => start(&time, unit, offset),
        true => offset
            .checked_add(1)
            .and_then(|offset| start(&time, unit, offset))
            .and_then(|next| next.checked_sub(SignedDuration::from_nanos(100)).ok()),
    };
    edge.map_or(Cell::Null, Cell::Time)
}

/// A part by its name in lower case. Null for an unknown name.
fn part(cell: &Cell, name: &str) -> Cell {
    let Some(time) = zoned(cell) else {
        return Cell::Null;
    };
    Cell::Long(match name {
        "year" => time.year().into(),
        "quarter" => i64::from((time.month() + 2) / 3),
        "month" => time.month().into(),
        "week_of_year" | "week" => time.date().iso_week_date().week().into(),
        "day" => time.day().into(),
        "dayofyear" => time.day_of_year().into(),
        "hour" => time.hour().into(),
        "minute" => time.minute().into(),
        "second" => time.second().into(),
        "millisecond" => i64::from(time.subsec_nanosecond() / 1_000_000),
        "microsecond" => i64::from(time.subsec_nanosecond() / 1_000),
        "nanosecond" => time.subsec_nanosecond().into(),
        _ => return Cell::Null,
    })
}

/// The length of a unit that has always the same length.
///
/// `None` for months, quarters and years.
fn nanos(unit: &str) -> Option<i128> {
    Some(match unit {
        "week" => 604_800_000_000_000,
        "day" => 86_400_000_000_000,
        "hour" => 3_600_000_000_000,
        "minute" => 60_000_000_000,
        "second" => 1_000_000_000,
        "millisecond" => 1_000_000,
        "microsecond" => 1_000,
        "nanosecond" => 1,
        _ => return None,
    })
}

/// The number of boundaries of a unit between two times.
///
/// Units of fixed length are counted from the year 1. A result beyond 64 bits, as of nanoseconds over centuries, is
/// null.
fn difference(_: &Context, of: &[Cell]) -> Cell {
    let unit = text(of, 0).to_ascii_lowercase();
    let (Some(one), Some(other)) = (zoned(at(of, 1)), zoned(at(of, 2))) else {
        return Cell::Null;
    };
    let months = |time: &Zoned| i64::from(time.year()) * 12 + i64::from(time.month()) - 1;
    let found = match unit.as_str() {
        "year" => Some(i64::from(one.year()) - i64::from(other.year())),
        "quarter" => Some(months(&one).div_euclid(3) - months(&other).div_euclid(3)),
        "month" => Some(months(&one) - months(&other)),
        unit => nanos(unit).and_then(|size| {
            // Weeks begin on Sunday; the first day of the year 1 is a Monday.
            let shift = if unit == "week" {
                86_400_000_000_000
            } else {
                0
            };
            let count = |time: &Zoned| {
                (time.timestamp().as_nanosecond() + SINCE_YEAR_ONE + shift).div_euclid(size)
            };
            i64::try_from(count(&one) - count(&other)).ok()
        }),
    };
    found.map_or(Cell::Null, Cell::Long)
}

/// A number of units later, or earlier if it is negative.
fn add(_: &Context, of: &[Cell]) -> Cell {
    let unit = text(of, 0).to_ascii_lowercase();
    let (Some(count), Some(time)) = (number(of, 1), zoned(at(of, 2))) else {
        return Cell::Null;
    };
    let span = match unit.as_str() {
        "year" => Span::new().try_years(count),
        "quarter" => Span::new().try_months(count.saturating_mul(3)),
        "month" => Span::new().try_months(count),
        "week" => Span::new().try_weeks(count),
        "day" => Span::new().try_days(count),
        "hour" => Span::new().try_hours(count),
        "minute" => Span::new().try_minutes(count),
        "second" => Span::new().try_seconds(count),
        "millisecond" => Span::new().try_milliseconds(count),
        "microsecond" => Span::new().try_microseconds(count),
        "nanosecond" => Span::new().try_nanoseconds(count),
        _ => return Cell::Null,
    };
    let moved = span.ok().and_then(|span| time.checked_add(span).ok());
    moved.map_or(Cell::Null, |time| Cell::Time(time.timestamp()))
}

/// A time by the letters of the language: `y`, `M`, `d`, `H`, `h`, `m`, `s`, `f`, `F` and `t`, each repeated to its
/// width.
///
/// `yy` and `y` are the last two digits of the year. Other characters stay as they are, so `yyyy-MM-dd` needs no
/// quotes. The language allows only some delimiters, here all are allowed.
fn formatted(time: Timestamp, format: &str) -> String {
    let time = time.to_zoned(TimeZone::UTC);
    let hour = time.hour();
    let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
    let ticks = time.subsec_nanosecond() / 100;
    pieces(format, |letter, width| {
        Some(match letter {
            'y' if width <= 2 => format!("{:02}", time.year() % 100),
            'y' => format!("{:0width$}", time.year()),
            'M' => format!("{:0width$}", time.month()),
            'd' => format!("{:0width$}", time.day()),
            'H' => format!("{hour:0width$}"),
            'h' => format!("{twelve:0width$}"),
            'm' => format!("{:0width$}", time.minute()),
            's' => format!("{:0width$}", time.second()),
            't' => if hour < 12 { "AM" } else { "PM" }.to_owned(),
            'f' | 'F' => fraction(ticks, letter, width),
            _ => return None,
        })
    })
}

/// A timespan by the letters `d`, `H`, `h`, `m`, `s`, `f` and `F`.
///
/// The sign is dropped. Days take as many digits as they need.
fn formatted_span(span: SignedDuration, format: &str) -> String {
    let span = span.abs();
    let seconds = span.as_secs();
    pieces(format, |letter, width| {
        Some(match letter {
            'd' => format!("{:0width$}", seconds / 86_400),
            'H' | 'h' => format!("{:0width$}", seconds / 3_600 % 24),
            'm' => format!("{:0width$}", seconds / 60 % 60),
            's' => format!("{:0width$}", seconds % 60),
            'f' | 'F' => fraction(span.subsec_nanos() / 100, letter, width),
            _ => return None,
        })
    })
}

/// The first digits of a fraction in ticks. `F` leaves out zeros at the end.
fn fraction(ticks: i32, letter: char, width: usize) -> String {
    let digits = format!("{ticks:07}");
    let digits = digits.get(..width.min(7)).unwrap_or(&digits);
    match letter {
        'F' => digits.trim_end_matches('0').to_owned(),
        _ => digits.to_owned(),
    }
}

/// Replaces runs of a letter. Characters that `piece` does not replace stay.
fn pieces(format: &str, piece: impl Fn(char, usize) -> Option<String>) -> String {
    let mut out = String::new();
    let mut letters = format.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut width = 1;
        while letters.peek() == Some(&letter) && width < 16 {
            letters.next();
            width += 1;
        }
        match piece(letter, width) {
            Some(text) => out.push_str(&text),
            None => out.extend(std::iter::repeat_n(letter, width)),
        }
    }
    out
}

/// Hours and minutes that are missing are 0.
fn make(_: &Context, of: &[Cell]) -> Cell {
    let part = |place: usize| number(of, place).unwrap_or(0);
    let narrow = |place: usize| i8::try_from(part(place)).ok();
    let made = (|| {
        let year = i16::try_from(part(0)).ok()?;
        let date = Date::new(year, narrow(1)?, narrow(2)?).ok()?;
        let seconds = at(of, 5).number().unwrap_or(0.0);
        let time = jiff::civil::Time::new(narrow(3)?, narrow(4)?, narrow(5)?, 0).ok()?;
        let ticks = Cell::Real(seconds.fract() * 1e7).whole()?;
        let time = time
            .checked_add(SignedDuration::from_nanos(ticks * 100))
            .ok()?;
        Some(
            date.to_datetime(time)
                .to_zoned(TimeZone::UTC)
                .ok()?
                .timestamp(),
        )
    })();
    made.map_or(Cell::Null, Cell::Time)
}

/// A time from a number of units since 1970.
///
/// Null out of the range of times.
fn unix(of: &[Cell], unit: i128) -> Cell {
    let nanos = match at(of, 0) {
        Cell::Real(number) => Cell::Real(*number)
            .whole()
            .map(|whole| i128::from(whole) * unit),
        other => other.whole().map(|whole| i128::from(whole) * unit),
    };
    let time = nanos.and_then(|nanos| Timestamp::from_nanosecond(nanos).ok());
    time.map_or(Cell::Null, Cell::Time)
}
