//! Where a stream of a tenant stands: the newest time seen, and which records of the last day are known.
//!
//! A service shows some records only after newer ones, and several may have one time. So each pass asks again for a while before
//! the newest time, and a record in a version that is known is left out. What is known is bounded in two ways: by age, a day, and
//! by number. From [`horizon`](Cursor::horizon) on every record that was written is known; of an older one nobody can tell.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use http_core::jiff::{SignedDuration, Timestamp};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::stream::{Print, SWEEP};

/// The form of a cursor that this version writes and reads.
const FORM: u32 = 2;

/// Most records that are remembered. They take 16 bytes each where a cursor is kept.
pub const MOST_KNOWN: usize = 200_000;

/// How often a whole day is asked for again. Half of a day: what is shown late by less than the other half lies within the next sweep,
/// whenever it is shown.
const SWEEP_EVERY: SignedDuration = SignedDuration::from_hours(12);

/// Seconds of an hour. Records are kept by the hour of their time.
const HOUR: i64 = 3600;

/// Seconds of a day.
const DAY: i64 = 24 * HOUR;

/// Where a stream of a tenant stands. Kept by the [`Sink`](super::Sink) in the same commit as the rows before it.
///
/// Serialized it is an object with `form`, `newest`, `read`, `swept`, `floor` and `known`: the prints of records by the hour of their
/// time, 12 bytes each in Base64. It takes at most 16 bytes for each of them, and 1 KiB.
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
    /// Records before this time were forgotten, because there were too many. They are not asked for again.
    #[serde(default)]
    floor: Option<Timestamp>,
    /// Whether an export wrote the rows. A pass after it cannot know them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    exported: bool,
    #[serde(default)]
    known: Known,
}

/// Prints, each with the latest second that the time of its record can lie in. It is the exact one for records of the pass under way,
/// and the latest of its hour for those that were read from a store.
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

    /// The service's clock at the end of the last pass that read its list whole. `None` before the first.
    pub fn read(&self) -> Option<Timestamp> {
        self.read
    }

    /// The number of records that are remembered.
    pub fn remembered(&self) -> usize {
        self.known.0.len()
    }

    /// From when on every record that was written is known. `None` before the first record: nothing is forgotten then.
    pub(crate) fn horizon(&self) -> Option<Timestamp> {
        let day = Timestamp::from_second(self.oldest()?).ok();
        day.max(self.floor)
    }

    /// The first second of the oldest hour that is remembered.
    fn oldest(&self) -> Option<i64> {
        let oldest = self.newest?.checked_sub(signed(SWEEP)).ok()?;
        Some(hour(oldest.as_second()) * HOUR)
    }

    /// Whether a sweep is due at this time of the service. A clock that goes back may have been ahead at the last one. This machine's
    /// has no part in it.
    pub(crate) fn is_sweep_due(&self, clock: Option<Timestamp>) -> bool {
        let (Some(clock), Some(swept)) = (clock, self.swept) else {
            return true;
        };
        clock < swept || clock.duration_since(swept) >= SWEEP_EVERY
    }

    /// Sets the service's clock at the end of a pass that read the list whole.
    pub(crate) fn set_read(&mut self, clock: Timestamp, is_sweep: bool) {
        self.read = Some(clock);
        if is_sweep {
            self.swept = Some(clock);
        }
    }

    /// From when on records are asked for again, in whole seconds: some services compare no parts of them. `None` before the first
    /// record.
    ///
    /// Records that were forgotten are not asked for again: they would come twice.
    pub(crate) fn since(&self, back: Duration) -> Option<Timestamp> {
        let since = self.newest?.checked_sub(signed(back)).ok()?;
        let since = Timestamp::from_second(since.as_second()).ok()?;
        Some(self.floor.map_or(since, |floor| floor.max(since)))
    }

    /// Whether a record is known in this version.
    pub(crate) fn knows(&self, print: &Print) -> bool {
        self.known.0.contains_key(print)
    }

    /// Remembers a record by its time. One that is known gets the exact second, which a store does not keep.
    pub(crate) fn add(&mut self, print: Print, time: Timestamp) {
        self.known.0.insert(print, time.as_second());
    }

    /// Remembers a record whose time says nothing: it has none, or one that lies ahead of the service's clock. Again with each pass that
    /// it comes in; it is forgotten a day after the last of them.
    pub(crate) fn add_odd(&mut self, print: Print, clock: Timestamp) {
        let now = self.newest.map_or(clock, |newest| newest.max(clock));
        // The same second for all of a day, so that they share a place in the store.
        let end = (now.as_second().div_euclid(DAY) + 1) * DAY - 1;
        self.known.0.insert(print, end);
    }

    /// Keeps the number bounded while a whole list is read for the first time: forgets what is a day older than the newest time so far.
    /// Does nothing before there are many. Returns whether something was forgotten.
    pub(crate) fn bound(&mut self, newest: Option<Timestamp>) -> bool {
        let count = self.known.0.len();
        let is_many = count > 2 * MOST_KNOWN && count.is_multiple_of(MOST_KNOWN / 10);
        let oldest = newest.and_then(|newest| newest.checked_sub(signed(SWEEP)).ok());
        if let Some(oldest) = oldest.filter(|_| is_many) {
            let oldest = hour(oldest.as_second()) * HOUR;
            self.known.0.retain(|_, latest| *latest >= oldest);
        }
        self.known.0.len() < count
    }

    /// Moves on to a newer time, and forgets what is a day older. Returns whether records of that day had to be forgotten too, now or
    /// before, because there are more than [`MOST_KNOWN`].
    pub(crate) fn advance(&mut self, newest: Option<Timestamp>) -> bool {
        self.newest = self.newest.max(newest);
        if let Some(oldest) = self.oldest() {
            self.known.0.retain(|_, latest| *latest >= oldest);
            let start = Timestamp::from_second(oldest).ok();
            self.floor = self.floor.filter(|floor| Some(*floor) > start);
        }
        self.forget(MOST_KNOWN);
        self.floor.is_some()
    }

    /// Forgets the oldest records until at most so many are left, and those of one second together.
    fn forget(&mut self, most: usize) {
        let (Some(newest), true) = (self.newest, self.known.0.len() > most) else {
            return;
        };
        let mut times: Vec<i64> = self.known.0.values().copied().collect();
        let (_, newest_to_go, _) = times.select_nth_unstable_by(most, |one, other| other.cmp(one));
        // Not beyond the newest time: what comes after it has not been seen.
        let floor = (*newest_to_go + 1).min(newest.as_second() + 1);
        self.known.0.retain(|_, latest| *latest >= floor);
        if self.known.0.len() > most {
            // Records whose time says nothing. There is no second by which some of them could be kept.
            self.known.0.clear();
        }
        self.floor = Timestamp::from_second(floor).ok().max(self.floor);
    }
}

/// The number of the hour that a second lies in.
fn hour(second: i64) -> i64 {
    second.div_euclid(HOUR)
}

/// A length of time that can be taken from a time. Ours are hours; one that does not fit is the longest there is.
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
        let mut hours: BTreeMap<i64, (i64, Vec<Print>)> = BTreeMap::new();
        for (print, second) in &self.0 {
            let (latest, prints) = hours.entry(hour(*second)).or_insert((*second, Vec::new()));
            *latest = (*latest).max(*second);
            prints.push(*print);
        }
        // An hour has the name of the latest second in it.
        serializer.collect_map(hours.into_values().map(|(latest, mut prints)| {
            prints.sort_unstable();
            (latest.to_string(), BASE64.encode(prints.concat()))
        }))
    }
}

impl<'de> Deserialize<'de> for Known {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut known = HashMap::new();
        for (latest, text) in BTreeMap::<String, String>::deserialize(deserializer)? {
            let latest: i64 = latest.parse().map_err(D::Error::custom)?;
            let prints = BASE64.decode(text).map_err(D::Error::custom)?;
            let (prints, rest) = prints.as_chunks::<{ size_of::<Print>() }>();
            if !rest.is_empty() {
                return Err(D::Error::custom("`known` is cut"));
            }
            known.extend(prints.iter().map(|print| (*print, latest)));
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

    /// `count` records from a time on, one each `seconds`.
    fn crowd(cursor: &mut Cursor, from: &str, count: u32, seconds: i64) {
        for number in 0..count {
            let time = at(from) + SignedDuration::from_secs(i64::from(number) * seconds);
            cursor.add(print(number), time);
        }
    }

    #[test]
    fn more_than_can_be_remembered_shortens_the_time_that_is_asked_for_again() {
        let mut cursor = Cursor::new();
        crowd(&mut cursor, "2026-03-01T00:00:00Z", 30, 1800);
        assert!(!cursor.advance(Some(at("2026-03-01T14:30:00Z"))));
        cursor.forget(10);
        assert_eq!(cursor.remembered(), 10);
        assert_eq!(cursor.since(SWEEP), Some(at("2026-03-01T09:30:01Z")));
        assert_eq!(cursor.horizon(), cursor.since(SWEEP));
        cursor.forget(10);
        assert_eq!(cursor.remembered(), 10);
        // It is said as long as it lasts. A day later all of it is remembered again.
        assert!(cursor.advance(Some(at("2026-03-02T09:59:00Z"))));
        assert!(!cursor.advance(Some(at("2026-03-02T11:00:00Z"))));
        assert_eq!(cursor.since(SWEEP), Some(at("2026-03-01T11:00:00Z")));
    }

    #[test]
    fn more_in_an_hour_or_in_a_second_than_can_be_remembered_is_bounded_too() {
        let mut cursor = Cursor::new();
        crowd(&mut cursor, "2026-03-01T10:00:00Z", 1_000_000, 0);
        assert!(cursor.advance(Some(at("2026-03-01T10:00:00.5Z"))));
        // All of them are passed over, those of the same second too.
        assert_eq!(cursor.remembered(), 0);
        assert_eq!(cursor.horizon(), Some(at("2026-03-01T10:00:01Z")));

        let mut cursor = Cursor::new();
        crowd(&mut cursor, "2026-03-01T10:00:00Z", 3000, 1);
        cursor.advance(Some(at("2026-03-01T10:49:59Z")));
        cursor.forget(60);
        assert_eq!(
            (cursor.remembered(), cursor.horizon()),
            (60, Some(at("2026-03-01T10:49:00Z")))
        );
        // What was read from a store has lost its second, and lies before the newest time.
        let text = serde_json::to_string(&cursor).unwrap();
        let mut cursor: Cursor = serde_json::from_str(&text).unwrap();
        for number in 5000..5010 {
            cursor.add(
                print(number),
                at("2026-03-01T10:49:59Z") + SignedDuration::from_secs(1),
            );
        }
        cursor.advance(Some(at("2026-03-01T10:50:00Z")));
        cursor.forget(60);
        assert_eq!(
            (cursor.remembered(), cursor.horizon()),
            (10, Some(at("2026-03-01T10:50:00Z")))
        );
    }

    #[test]
    fn the_floor_never_passes_the_newest_time() {
        let mut cursor = Cursor::new();
        for number in 0..20 {
            cursor.add_odd(print(number), at("2026-03-05T10:00:00Z"));
        }
        cursor.advance(Some(at("2026-03-01T10:00:00Z")));
        cursor.forget(10);
        assert_eq!(
            (cursor.remembered(), cursor.since(SWEEP)),
            (0, Some(at("2026-03-01T10:00:01Z")))
        );
    }

    #[test]
    fn what_has_no_time_of_its_own_is_kept_as_long_as_it_comes() {
        let mut cursor = Cursor::new();
        for day in 1..=9 {
            let clock = at(&format!("2026-03-0{day}T10:00:00Z"));
            cursor.add_odd(print(1), clock);
            cursor.advance(Some(clock));
            assert!(cursor.knows(&print(1)), "{day}");
        }
        cursor.advance(Some(at("2026-03-11T00:00:00Z")));
        assert!(!cursor.knows(&print(1)));
    }

    #[test]
    fn a_sweep_is_due_twice_a_day_and_after_a_jump_of_the_clock() {
        let mut cursor = Cursor::new();
        assert!(cursor.is_sweep_due(Some(at("2026-03-01T10:00:00Z"))));
        cursor.set_read(at("2026-03-01T10:00:00Z"), true);
        assert!(!cursor.is_sweep_due(Some(at("2026-03-01T21:59:00Z"))));
        assert!(cursor.is_sweep_due(Some(at("2026-03-01T22:00:00Z"))));
        assert!(cursor.is_sweep_due(Some(at("2026-02-01T00:00:00Z"))));
        cursor.set_read(at("2026-03-01T22:00:00Z"), false);
        assert!(cursor.is_sweep_due(cursor.read()));
    }

    #[test]
    fn a_cursor_is_read_as_it_was_written_and_takes_16_bytes_a_record() {
        for (count, seconds) in [(10_000, 8), (200, 430), (25, 3600), (1, 0)] {
            let mut cursor = Cursor::new();
            crowd(&mut cursor, "2026-03-01T00:00:00.1234567Z", count, seconds);
            cursor.add_odd(print(u32::MAX), at("2026-03-05T00:00:00Z"));
            cursor.advance(Some(at("2026-03-01T23:00:00.1234567Z")));
            cursor.set_read(at("2026-03-01T23:00:00Z"), true);
            cursor.floor = Some(at("2026-03-01T01:00:00Z"));
            let text = serde_json::to_string(&cursor).unwrap();
            assert!(
                text.len() <= 16 * cursor.remembered() + 1024,
                "{}",
                text.len()
            );
            let read: Cursor = serde_json::from_str(&text).unwrap();
            assert_eq!(read.remembered(), cursor.remembered());
            assert_eq!(serde_json::to_string(&read).unwrap(), text);
            let other = text.replace("\"form\":2", "\"form\":1");
            let error = serde_json::from_str::<Cursor>(&other).unwrap_err();
            assert!(error.to_string().contains("form 1"), "{error}");
        }
    }
}
