//! What was received, for assertions.

use std::collections::VecDeque;
use std::fmt;

/// One received request.
///
/// Header values and body are left out of its `Debug`: they hold credentials.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Received {
    /// The row's id, `token`, `devicecode`, `authorize`, `admin_consent`, `managed_identity`, `user_realm`, `keys`,
    /// `metadata`, `instance_discovery`, `download`, the path of a mounted
    /// service, or `unmatched`.
    pub operation: String,
    /// The verb.
    pub method: String,
    /// Path and query as they came, percent-encoded.
    pub path_and_query: String,
    /// Header names in lower case, and their values, credentials included.
    pub headers: Vec<(String, String)>,
    /// The body's bytes.
    pub body: Vec<u8>,
    /// The status that was answered. 0 while there is none: the answer is still being made, a fault dropped the connection,
    /// or the client left before it, for example during the delay of a fault.
    pub status: u16,
}

impl Received {
    /// The first value of a header, its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The decoded value of a query option.
    pub fn query(&self, name: &str) -> Option<String> {
        let (_, query) = self.path_and_query.split_once('?')?;
        crate::http::pairs(query)
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }

    /// The body as JSON; `Null` where it is none.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Received")
            .field("operation", &self.operation)
            .field("method", &self.method)
            .field("path_and_query", &self.path_and_query)
            .field("headers", &names)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("status", &self.status)
            .finish()
    }
}

/// The latest requests in the order they arrived; the oldest are forgotten, so that a long-lived emulator does not grow.
#[derive(Debug, Default)]
pub(crate) struct Log {
    kept: VecDeque<Received>,
    /// The number of the first that is kept.
    first: u64,
    /// Bytes of all bodies that are kept.
    bytes: usize,
}

const KEPT: usize = 10_000;

/// Bodies may be as large as an upload, so their number alone is no bound.
const KEPT_BYTES: usize = 64 * 1024 * 1024;

/// Which request of a log an answer belongs to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry(u64);

impl Log {
    /// Adds a request that has arrived.
    pub(crate) fn add(&mut self, received: Received) -> Entry {
        self.bytes += received.body.len();
        self.kept.push_back(received);
        while self.kept.len() > KEPT || self.bytes > KEPT_BYTES && self.kept.len() > 1 {
            let forgotten = self.kept.pop_front();
            self.bytes -= forgotten.map_or(0, |one| one.body.len());
            self.first += 1;
        }
        Entry(self.first + self.kept.len() as u64 - 1)
    }

    /// Notes what was answered, unless the request is forgotten already.
    pub(crate) fn answered(&mut self, entry: Entry, status: u16) {
        let place = entry.0.checked_sub(self.first);
        let place = place.and_then(|place| usize::try_from(place).ok());
        if let Some(received) = place.and_then(|place| self.kept.get_mut(place)) {
            received.status = status;
        }
    }

    pub(crate) fn of(&self, operation: &str) -> Vec<Received> {
        self.kept
            .iter()
            .filter(|received| received.operation == operation)
            .cloned()
            .collect()
    }

    pub(crate) fn all(&self) -> Vec<Received> {
        self.kept.iter().cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn received(body: usize) -> Received {
        Received {
            operation: "a".to_owned(),
            method: "POST".to_owned(),
            path_and_query: "/".to_owned(),
            headers: Vec::new(),
            body: vec![0; body],
            status: 0,
        }
    }

    #[test]
    fn the_oldest_are_forgotten_and_answers_find_their_requests() {
        let mut log = Log::default();
        let first = log.add(received(0));
        let last = (0..KEPT).map(|_| log.add(received(1))).last().unwrap();
        log.answered(first, 500);
        log.answered(last, 200);
        let all = log.all();
        assert_eq!(all.len(), KEPT);
        assert_eq!((all[0].status, all[KEPT - 1].status), (0, 200));
    }

    #[test]
    fn large_bodies_are_forgotten_sooner() {
        let mut log = Log::default();
        for _ in 0..5 {
            log.add(received(KEPT_BYTES / 2));
        }
        assert_eq!(log.all().len(), 2);
        log.add(received(KEPT_BYTES * 2));
        assert_eq!(log.all().len(), 1);
    }
}
