//! Days of passes against a simulated service: records that are shown hours late, times that are equal, changes, lists that break off
//! and clocks that jump. What has to be written is known from the simulation alone.

use std::collections::{BTreeMap, BTreeSet};

use http_core::jiff::{SignedDuration, Timestamp};
use http_core::{
    Body, BoxFuture, Bytes, Client, Transport, TransportError, TransportErrorKind, Url, http,
};

use super::*;

/// The id of a record and the time of its change, as text.
type Version = (u32, String);

/// A service that shows each change of a record from some time on.
#[derive(Clone, Debug)]
struct Service(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    clock: Timestamp,
    /// How far the header `Date` is off.
    jump: SignedDuration,
    /// The number of records after which an answer breaks off.
    cut: Option<usize>,
    /// When a change is shown, the record, and the time of the change.
    changes: Vec<(Timestamp, u32, Timestamp)>,
}

impl Service {
    /// What the service shows now: the newest change of each record that can be seen.
    fn shown(&self) -> BTreeMap<u32, Timestamp> {
        let state = self.0.lock().unwrap();
        let mut shown = BTreeMap::new();
        for (from, id, changed) in &state.changes {
            if *from <= state.clock {
                let newest = shown.entry(*id).or_insert(*changed);
                *newest = (*newest).max(*changed);
            }
        }
        shown
    }

    /// The answer to a list since a time. It compares whole seconds, and its order is that of the ids.
    fn answer(&self, since: Option<Timestamp>) -> (String, bool, String) {
        let shown = self.shown().into_iter();
        let rows = shown.filter(|(_, changed)| {
            since.is_none_or(|since| changed.as_second() >= since.as_second())
        });
        let rows: Vec<String> = rows
            .map(|(id, changed)| format!(r#"{{"id":"{id}","changed":"{changed}"}}"#))
            .collect();
        let state = self.0.lock().unwrap();
        let date = (state.clock + state.jump).strftime("%a, %d %b %Y %H:%M:%S GMT");
        match state.cut {
            Some(cut) => {
                let some: Vec<_> = rows.iter().take(cut).map(|row| format!("{row},")).collect();
                (
                    format!("{{\"value\":[{}", some.concat()),
                    true,
                    date.to_string(),
                )
            }
            None => (
                format!("{{\"value\":[{}]}}", rows.join(",")),
                false,
                date.to_string(),
            ),
        }
    }
}

impl Transport for Service {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        let query = request.uri().query().unwrap_or_default().to_owned();
        let since = query.split_once("ge%20").map(|(_, since)| {
            let since = since.split('&').next().unwrap().replace("%3A", ":");
            since.parse().unwrap()
        });
        let (text, is_cut, date) = self.answer(since);
        let cut = || TransportError::new(TransportErrorKind::Interrupted, "cut");
        let end = is_cut.then(|| Err(cut()));
        let pieces = std::iter::once(Ok(Bytes::from(text))).chain(end);
        let body = Body::from_stream(futures_util::stream::iter(pieces));
        let answer = http::Response::builder().header("date", date).body(body);
        Box::pin(async move { Ok(answer.unwrap()) })
    }
}

/// Numbers that look random and are the same for each seed (a linear congruential generator).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (self.0 >> 33) % end
    }
}

/// The changes of a week: most are shown at once, some records minutes later, some hours; several have one time.
///
/// A record that is shown late does not change: a version that is replaced before a sweep sees it is in no answer.
fn changes(numbers: &mut Numbers, begin: Timestamp) -> Vec<(Timestamp, u32, Timestamp)> {
    let mut at = begin;
    let mut changing = vec![0];
    (0..1500_u32)
        .map(|number| {
            let apart = [0, 0, 40_000, 400_000, 1_300_000][numbers.below(5) as usize];
            at += SignedDuration::from_millis(numbers.below(apart + 1) as i64);
            let (id, late) = match numbers.below(10) {
                0 => (number, numbers.below(8 * 3600)),
                1 => (number, numbers.below(20 * 60)),
                2..5 => (changing[numbers.below(changing.len() as u64) as usize], 0),
                _ => {
                    changing.push(number);
                    (number, 0)
                }
            };
            (at + SignedDuration::from_secs(late as i64), id, at)
        })
        .collect()
}

/// One week. Returns what had to be written, and the rows in their order.
async fn week(seed: u64) -> (BTreeSet<Version>, Vec<Version>) {
    let mut numbers = Numbers(seed);
    let begin: Timestamp = "2026-03-01T00:00:00Z".parse().unwrap();
    let changes = changes(&mut numbers, begin);
    let end = changes.iter().map(|(shown, ..)| *shown).max().unwrap();
    // The last sweep comes after the last record.
    let end = end + SignedDuration::from_hours(16);
    let service = Service(Arc::new(Mutex::new(State {
        clock: begin,
        jump: SignedDuration::ZERO,
        cut: None,
        changes,
    })));
    let client = Client::builder(Url::parse("https://api.example").unwrap());
    let client = client.transport(Arc::new(service.clone())).build().unwrap();
    let collector = Collector::new(client, Stream::of(&LIST).unwrap(), "t1");
    let memory = Memory::default();
    let mut expected = BTreeSet::new();
    loop {
        let is_last = service.0.lock().unwrap().clock > end;
        {
            let mut state = service.0.lock().unwrap();
            state.clock += SignedDuration::from_secs(300 + numbers.below(3 * 3600) as i64);
            let is_odd = |numbers: &mut Numbers| !is_last && numbers.below(8) == 0;
            let cut = numbers.below(30) as usize;
            state.cut = is_odd(&mut numbers).then_some(cut);
            let hours = numbers.below(60) as i64 - 30;
            state.jump = SignedDuration::from_hours(if is_odd(&mut numbers) { hours } else { 0 });
        }
        // A sink in a store reads back what it has written.
        if let Some(cursor) = &mut memory.0.lock().unwrap().cursor {
            *cursor = serde_json::from_str(&serde_json::to_string(cursor).unwrap()).unwrap();
        }
        let ended = collector.pass(&memory, pending()).await;
        let is_whole = ended.is_ok_and(|receipt| receipt.end == End::Done);
        if is_whole {
            let shown = service.shown().into_iter();
            expected.extend(shown.map(|(id, changed)| (id, changed.to_string())));
        }
        if is_last {
            break;
        }
    }
    let rows = memory.0.lock().unwrap().rows.clone();
    let version = |row: &String| -> Version {
        let row: serde_json::Value = serde_json::from_str(row).unwrap();
        let id = row["id"].as_str().unwrap().parse().unwrap();
        (id, row["changed"].as_str().unwrap().to_owned())
    };
    (expected, rows.iter().map(version).collect())
}

#[tokio::test(start_paused = true)]
async fn every_version_comes_once_however_late_it_is_shown() {
    for seed in 1..=6 {
        let (expected, rows) = Box::pin(week(seed)).await;
        let found: BTreeSet<Version> = rows.iter().cloned().collect();
        assert_eq!(found.len(), rows.len(), "seed {seed}: a version came twice");
        let lost: Vec<_> = expected.difference(&found).collect();
        assert!(lost.is_empty(), "seed {seed}: {lost:?}");
        assert!(found.len() > 1000, "seed {seed}: {}", found.len());
    }
}
