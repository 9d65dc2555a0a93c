//! Recorded answers, shown as examples of what a service answers.
//!
//! A maker of documents cannot make up an answer: it would be a record that no service ever wrote. The answers come from
//! a run of an emulator, in a table of their own, so that printing a document starts nothing. An operation without a
//! recorded answer has no example.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// The table `answers.json`. Texts and lists in it are shortened; members are not left out.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Recorded {
    /// Bodies of success, by operation id and status.
    #[serde(default)]
    operations: BTreeMap<String, BTreeMap<u16, Value>>,
    /// Bodies of failure, by host family and status: all operations of a host word theirs alike.
    #[serde(default)]
    errors: BTreeMap<String, BTreeMap<u16, Value>>,
}

impl Recorded {
    /// The body with which an operation succeeds.
    pub(super) fn success(&self, operation: &str, status: u16) -> Option<&Value> {
        self.operations.get(operation)?.get(&status)
    }

    /// The body of a status of failure of a host family.
    pub(super) fn failure(&self, host: &str, status: u16) -> Option<&Value> {
        self.errors.get(host)?.get(&status)
    }
}
