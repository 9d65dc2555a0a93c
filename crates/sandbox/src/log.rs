//! What was received, for assertions.

use std::collections::VecDeque;
use std::fmt;

/// One received request.
///
/// Header values and body are left out of its `Debug`: they hold credentials.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Received {
    /// The row's id, `token`, `keys`, `metadata`, `download`, the path of a mounted
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
    /// The status that was answered; 0 where the connection was dropped without one.
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

/// The latest requests; the oldest are forgotten, so that a long-lived emulator does not grow.
#[derive(Debug, Default)]
pub(crate) struct Log(VecDeque<Received>);

const KEPT: usize = 10_000;

impl Log {
    pub(crate) fn add(&mut self, received: Received) {
        if self.0.len() == KEPT {
            self.0.pop_front();
        }
        self.0.push_back(received);
    }

    pub(crate) fn of(&self, operation: &str) -> Vec<Received> {
        self.0
            .iter()
            .filter(|received| received.operation == operation)
            .cloned()
            .collect()
    }

    pub(crate) fn all(&self) -> Vec<Received> {
        self.0.iter().cloned().collect()
    }
}
