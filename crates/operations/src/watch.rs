//! Follows a started action for a program that has records instead of types.

use std::time::Duration;

use http_core::{Bytes, Completion, Operation, Poller, Progress, Result, Started, Value};

use crate::results::followed;

/// A started action and its record, as seen last.
///
/// [`next`](Self::next) waits for the states until the end or the deadline. The action goes on if the wait stops early, so
/// the record always tells how to look again: [`ask`](Self::ask) shows the action [`id`](Self::id).
#[derive(Debug)]
pub struct Watch {
    completion: &'static Completion,
    ask: &'static Operation,
    poller: Poller<Bytes>,
    within: Duration,
    text: Bytes,
    record: Value,
}

impl Watch {
    /// Follows what `operation` started, for at most `within`. `None` if no operation shows its state.
    pub fn new(
        operation: &'static Operation,
        started: &Started<Bytes>,
        within: Duration,
    ) -> Option<Self> {
        let (completion, ask) = followed(operation)?;
        let mut watch = Self {
            completion,
            ask,
            poller: started.poller().within(within),
            within,
            text: Bytes::new(),
            record: Value::Null,
        };
        watch.see(started.action.clone());
        Some(watch)
    }

    /// Waits for the next state. `None` at the end of the action, and at the deadline.
    ///
    /// # Errors
    /// Returns the errors of [`Poller::next_state`]. An error is one of looking: the action itself goes on.
    pub async fn next(&mut self) -> Option<Result<()>> {
        let state = self.poller.next_state().await?;
        Some(state.map(|text| self.see(text)))
    }

    fn see(&mut self, text: Bytes) {
        self.record = serde_json::from_slice(&text).unwrap_or_default();
        self.text = text;
    }

    /// How the action ends, and what it leaves behind.
    pub fn completion(&self) -> &'static Completion {
        self.completion
    }

    /// The operation that shows the action.
    pub fn ask(&self) -> &'static Operation {
        self.ask
    }

    /// The id of the action. Empty if the answer that started it has none.
    pub fn id(&self) -> &str {
        self.poller.id()
    }

    /// The record as text, byte for byte.
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// The record. Null if it is not JSON.
    pub fn record(&self) -> &Value {
        &self.record
    }

    /// Whether the action has neither succeeded nor failed.
    pub fn is_open(&self) -> bool {
        self.poller.progress() == Progress::Open
    }

    /// Whether the action has succeeded.
    pub fn has_succeeded(&self) -> bool {
        self.completion.progress(&self.record) == Progress::Succeeded
    }

    /// The state in one sentence: that of an open action with the time until the next look, or after the deadline with the
    /// time that has passed.
    pub fn status(&self) -> String {
        let (id, state) = (self.id(), self.completion.word(&self.record));
        match self.poller.until_next_look() {
            _ if !self.is_open() => format!("{id} is {state}"),
            pause => format!(
                "{id} is {state}; asking again in {} s",
                pause.as_secs_f64().round()
            ),
        }
    }

    /// The sentence for an action that is open at the deadline.
    pub fn overdue(&self) -> String {
        let (state, seconds) = (self.completion.word(&self.record), self.within.as_secs());
        format!("{} is still {state} after {seconds} s", self.id())
    }
}
