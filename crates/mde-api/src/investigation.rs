//! Follows investigations to their end.

use http_core::{Id, Poller};

use crate::investigations::{Investigation, Investigations};
use crate::machines;

impl Investigations {
    /// Follows an investigation to its end, by its id. An investigation that waits for a person's approval may do so
    /// for days: wait with a limit.
    ///
    /// Source: defender-docs, `investigation.md`.
    pub fn poller(&self, investigation_id: impl Into<Id<Investigation>>) -> Poller<Investigation> {
        let id: Id<Investigation> = investigation_id.into();
        let operation = &machines::START_INVESTIGATION;
        self.client.poller_of(operation, id.as_str())
    }
}
