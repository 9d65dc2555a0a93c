//! Where a stream of a tenant stands: the newest time seen, and which records of the last day are known.
//!
//! A service shows some records only after newer ones, and several may have one time. So each pass asks again for a while before
//! the newest time, and a record in a version that is known is left out. What is known is bounded in two ways: by age, a day, and
//! by number.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use http_core::jiff::{SignedDuration, Timestamp};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::stream::{Print, SWEEP};

/// The form of a cursor that this version writes and reads.
const FORM: u32 = 1;

/// Most records that are remembered. They take 16 bytes each where a cursor is kept.
pub const MOST_KNOWN: usize = 200_000;

/// Records are remembered and forgotten by the hour of their time.
const HOUR: i64 = 3600;

/// Where a stream of a tenant stands. Kept by the [`Sink`](super::Sink) in the same commit as the rows before it.
///
/// Serialized it is an object with `form`, `newest`, `swept` and `known`: the prints of records by the hour of their time, 12 bytes
/// each in Base64.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    #[serde(deserialize_with = "known_form")]
    form: u32,
    /// The newest time of a record. `None` before the first.
    #[serde(default)]
    newest: Option<Timestamp>,
    /// The service's clock at the last pass.
    #[serde(default)]
    read: Option<Timestamp>,
    /// The service's clock when the stream was asked for a whole day last.
    #[serde(default)]
    swept: Option<Timestamp>,
    /// Records before this time may be forgotten, because there were too many. They are not asked for again.
    #[serde(default)]
    floor: Option<Timestamp>,
    /// Whether an export wrote the rows. A pass after it cannot know them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    exported: bool,
    #[serde(default)]
    known: Known,
}

/// Prints by the hour of their record's time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Known(HashMap<Print, i64>);

impl Cursor {
    /// The cursor before the first record.
    pub fn new() -> Self {
        Self {
            form: FORM,
            ..Self::default()
        }
    }

    /// The mark of an [`Export`](super::Export), which remembers no record.
    pub(crate) fn of_export() -> Self {
        Self {
            exported: true,
            ..Self::new()
        }
    }

    /// Whether an [`Export`](super::Export) wrote the rows before it, which no pass goes on with.
    pub fn is_export(&self) -> bool {
        self.exported
    }

    /// The newest time of a record. `None` before the first.
    pub fn newest(&self) -> Option<Timestamp> {
        self.newest
    }

    /// The number of records that are remembered.
    pub fn remembered(&self) -> usize {
        self.known.0.len()
    }

    /// Whether a sweep is due: the last pass was a day after the last one. This machine's clock has no part in it.
    pub(crate) fn is_sweep_due(&self) -> bool {
        let (Some(read), Some(swept)) = (self.read, self.swept) else {
            return true;
        };
        read.duration_since(swept) >= signed(SWEEP)
    }

    /// Sets the service's clock at the end of a pass that read the list whole.
    pub(crate) fn set_read(&mut self, clock: Timestamp, is_sweep: bool) {
        self.read = Some(clock);
        if is_sweep {
            self.swept = Some(clock);
        }
    }

    /// From when on records are asked for again. `None` before the first record.
    ///
    /// Records that were forgotten are not asked for again: they would come twice.
    pub(crate) fn since(&self, back: Duration) -> Option<Timestamp> {
        let since = self.newest?.checked_sub(signed(back)).ok()?;
        Some(self.floor.map_or(since, |floor| floor.max(since)))
    }

    /// Whether a record is known in this version.
    pub(crate) fn knows(&self, print: &Print) -> bool {
        self.known.0.contains_key(print)
    }

    /// Remembers a record by its time.
    pub(crate) fn add(&mut self, print: Print, time: Timestamp) {
        self.known.0.insert(print, hour(time));
    }

    /// Keeps the number bounded while a whole list is read for the first time: forgets what is a day older than the newest time so far.
    /// Does nothing before there are many. Returns whether something was forgotten.
    pub(crate) fn bound(&mut self, newest: Option<Timestamp>) -> bool {
        let count = self.known.0.len();
        let is_many = count > 2 * MOST_KNOWN && count.is_multiple_of(MOST_KNOWN / 10);
        let oldest = newest.and_then(|newest| newest.checked_sub(signed(SWEEP)).ok());
        if let Some(oldest) = oldest.filter(|_| is_many) {
            let oldest = hour(oldest);
            self.known.0.retain(|_, hour| *hour >= oldest);
        }
        self.known.0.len() < count
    }

    /// Moves on to a newer time, and forgets what is a day older. Returns whether more had to be forgotten, because there are more than
    /// [`MOST_KNOWN`].
    pub(crate) fn advance(&mut self, newest: Option<Timestamp>) -> bool {
        self.newest = self.newest.max(newest);
        if let Some(oldest) = self
            .newest
            .and_then(|newest| newest.checked_sub(signed(SWEEP)).ok())
        {
            let oldest = hour(oldest);
            self.known.0.retain(|_, hour| *hour >= oldest);
            let start = Timestamp::from_second(oldest * HOUR).ok();
            self.floor = self.floor.filter(|floor| Some(*floor) > start);
        }
        self.forget(MOST_KNOWN)
    }

    /// Forgets the oldest hours until so many records are left. The newest hour stays.
    fn forget(&mut self, most: usize) -> bool {
        if self.known.0.len() <= most {
            return false;
        }
        let mut hours: BTreeMap<i64, usize> = BTreeMap::new();
        for hour in self.known.0.values() {
            *hours.entry(*hour).or_default() += 1;
        }
        let mut left = self.known.0.len();
        let mut from = i64::MIN;
        while left > most && hours.len() > 1 {
            let Some((oldest, count)) = hours.pop_first() else {
                break;
            };
            left -= count;
            from = oldest + 1;
        }
        self.known.0.retain(|_, hour| *hour >= from);
        self.floor = Timestamp::from_second(from.saturating_mul(HOUR))
            .ok()
            .max(self.floor);
        true
    }
}

fn hour(time: Timestamp) -> i64 {
    time.as_second().div_euclid(HOUR)
}

fn signed(time: Duration) -> SignedDuration {
    SignedDuration::try_from(time).unwrap_or(SignedDuration::MAX)
}

/// Refuses a cursor of another version: read as this one it would lose or repeat records.
fn known_form<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    match u32::deserialize(deserializer)? {
        FORM => Ok(FORM),
        other => Err(D::Error::custom(format!(
            "the cursor has the form {other}, and this version reads {FORM}"
        ))),
    }
}

impl Serialize for Known {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut hours: BTreeMap<i64, Vec<Print>> = BTreeMap::new();
        for (print, hour) in &self.0 {
            hours.entry(*hour).or_default().push(*print);
        }
        serializer.collect_map(hours.into_iter().map(|(hour, mut prints)| {
            prints.sort_unstable();
            (hour.to_string(), BASE64.encode(prints.concat()))
        }))
    }
}

impl<'de> Deserialize<'de> for Known {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut known = HashMap::new();
        for (hour, text) in BTreeMap::<String, String>::deserialize(deserializer)? {
            let hour: i64 = hour.parse().map_err(D::Error::custom)?;
            let prints = BASE64.decode(text).map_err(D::Error::custom)?;
            let (prints, rest) = prints.as_chunks::<{ size_of::<Print>() }>();
            if !rest.is_empty() {
                return Err(D::Error::custom("`known` is cut"));
            }
            known.extend(prints.iter().map(|print| (*print, hour)));
        }
        Ok(Self(known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn print(number: u32) -> Print {
        let mut print = Print::default();
        print[..4].copy_from_slice(&number.to_be_bytes());
        print
    }

    #[test]
    fn what_is_a_day_old_is_forgotten_and_never_asked_for_again() {
        let mut cursor = Cursor::new();
        assert_eq!(cursor.since(SWEEP), None);
        cursor.add(print(1), at("2026-03-01T10:20:00Z"));
        cursor.add(print(2), at("2026-03-02T09:00:00Z"));
        assert!(!cursor.advance(Some(at("2026-03-02T09:00:00Z"))));
        assert!(cursor.knows(&print(1)) && cursor.knows(&print(2)));
        let quarter = Duration::from_secs(900);
        assert_eq!(cursor.since(quarter), Some(at("2026-03-02T08:45:00Z")));
        assert_eq!(cursor.since(SWEEP), Some(at("2026-03-01T09:00:00Z")));
        cursor.advance(Some(at("2026-03-02T11:30:00Z")));
        assert!(!cursor.knows(&print(1)));
        // A time that goes back moves nothing.
        cursor.advance(Some(at("2026-03-01T00:00:00Z")));
        assert_eq!(cursor.newest(), Some(at("2026-03-02T11:30:00Z")));
    }

    #[test]
    fn more_than_can_be_remembered_shortens_the_time_that_is_asked_for_again() {
        let mut cursor = Cursor::new();
        for number in 0..30 {
            let time =
                at("2026-03-01T00:00:00Z") + SignedDuration::from_mins(i64::from(number) * 30);
            cursor.add(print(number), time);
        }
        cursor.advance(Some(at("2026-03-01T14:30:00Z")));
        assert!(cursor.forget(10));
        assert_eq!(cursor.remembered(), 10);
        assert_eq!(cursor.since(SWEEP), Some(at("2026-03-01T10:00:00Z")));
        assert!(!cursor.forget(10));
        // A day later all of it is remembered again.
        cursor.advance(Some(at("2026-03-02T11:00:00Z")));
        assert_eq!(cursor.since(SWEEP), Some(at("2026-03-01T11:00:00Z")));
    }

    #[test]
    fn a_cursor_is_read_as_it_was_written_and_takes_16_bytes_a_record() {
        let mut cursor = Cursor::new();
        for number in 0..10_000 {
            let time =
                at("2026-03-01T00:00:00Z") + SignedDuration::from_secs(i64::from(number) * 8);
            cursor.add(print(number), time);
        }
        cursor.advance(Some(at("2026-03-01T23:00:00Z")));
        cursor.set_read(at("2026-03-01T23:00:00Z"), true);
        assert!(!cursor.is_sweep_due());
        cursor.set_read(at("2026-03-02T23:00:00Z"), false);
        assert!(cursor.is_sweep_due());
        let text = serde_json::to_string(&cursor).unwrap();
        assert!(text.len() <= 16 * 10_000 + 1024, "{}", text.len());
        assert_eq!(serde_json::from_str::<Cursor>(&text).unwrap(), cursor);
        let other = text.replace("\"form\":1", "\"form\":2");
        let error = serde_json::from_str::<Cursor>(&other).unwrap_err();
        assert!(error.to_string().contains("form 2"), "{error}");
    }
}
