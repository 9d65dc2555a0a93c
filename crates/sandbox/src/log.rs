//! The log of received requests, for assertions of tests.

use std::collections::VecDeque;
use std::fmt;

use jiff::Timestamp;

use crate::service::Service;

/// A received request. Returned by [`Sandbox::requests`](crate::Sandbox::requests).
///
/// `Debug` shows the names of headers and the length of the body only, because values and
/// body hold credentials.
///
/// # Examples
///
/// ```
/// # use sandbox::Sandbox;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// # let sandbox = Sandbox::start().await?;
/// for request in sandbox.requests("mde.alerts.list") {
///     assert_eq!(request.method, "GET");
///     assert_eq!(request.query("$top").as_deref(), Some("50"));
///     assert!(request.header("user-agent").is_some());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Received {
    /// The operation: the id of the tables (`mde.alerts.list`), the path of a mounted service,
    /// `unmatched` for a request that no operation matches, or one of the names below.
    ///
    /// - `token`, `devicecode`, `authorize`, `admin_consent`, `managed_identity`, `user_realm`,
    ///   `keys`, `metadata`, `instance_discovery` of the login service;
    /// - `download` for reads of blob storage.
    pub operation: String,
    /// The service whose address was called.
    pub service: Service,
    /// The virtual time of arrival.
    pub time: Timestamp,
    /// The tenant that the token names; at the identity service the tenant of the path. `None` without either.
    pub tenant: Option<String>,
    /// HTTP method, in capitals.
    pub method: String,
    /// Path and query as received, percent-encoded.
    pub path_and_query: String,
    /// Header names in lower case with their values, credentials included.
    pub headers: Vec<(String, String)>,
    /// The body, as received.
    pub body: Vec<u8>,
    /// Status of the response. 0 if there is none: the request is still being answered, a fault
    /// dropped the connection, or the client disconnected first, for example during
    /// [`Fault::delay`](crate::Fault::delay).
    pub status: u16,
}

impl Received {
    /// The first value of a header. `name` must be in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The decoded value of a query option, whose name is matched exactly (`$filter`).
    pub fn query(&self, name: &str) -> Option<String> {
        let (_, query) = self.path_and_query.split_once('?')?;
        crate::http::pairs(query)
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }

    /// The body as JSON. `Null` if it is not JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }
}

impl fmt::Debug for Received {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Received")
            .field("operation", &self.operation)
            .field("service", &self.service)
            .field("tenant", &self.tenant)
            .field("method", &self.method)
            .field("path_and_query", &self.path_and_query)
            .field("headers", &names)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("status", &self.status)
            .finish()
    }
}

/// The latest requests, in the order of arrival. Older ones are dropped, so that a long-running
/// emulator does not grow.
#[derive(Debug, Default)]
pub(crate) struct Log {
    kept: VecDeque<Received>,
    /// Number of the oldest request in the log.
    first: u64,
    /// Total length of all bodies in the log.
    bytes: usize,
}

/// Maximum number of requests in the log.
pub(crate) const KEPT: usize = 10_000;

/// Maximum total length of bodies in the log. A body may be as large as an upload.
const KEPT_BYTES: usize = 64 * 1024 * 1024;

/// Identifies a request in the log, so that its status can be set later.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry(u64);

impl Log {
    /// Adds a request, and drops the oldest ones above the maxima.
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

    /// Sets the status of a request, unless it was dropped from the log.
    pub(crate) fn answered(&mut self, entry: Entry, status: u16) {
        let place = entry.0.checked_sub(self.first);
        let place = place.and_then(|place| usize::try_from(place).ok());
        if let Some(received) = place.and_then(|place| self.kept.get_mut(place)) {
            received.status = status;
        }
    }

    /// The kept requests of an operation, oldest first.
    pub(crate) fn of(&self, operation: &str) -> Vec<Received> {
        self.kept
            .iter()
            .filter(|received| received.operation == operation)
            .cloned()
            .collect()
    }

    /// All kept requests, oldest first. Older ones are dropped when the log is full.
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
            service: Service::Mde,
            time: Timestamp::UNIX_EPOCH,
            tenant: None,
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
