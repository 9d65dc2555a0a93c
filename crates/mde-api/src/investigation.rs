//! Investigations followed to their end.

use futures_util::FutureExt;
use http_core::Id;

use crate::investigations::{Investigation, InvestigationState, Investigations};
use crate::poller::Poller;

impl Investigation {
    /// The pages name no final state: an end in time is the safer sign, and a state that reads as one is another.
    fn is_over(&self) -> bool {
        let open = |state: &InvestigationState| {
            matches!(
                state,
                InvestigationState::Unknown
                    | InvestigationState::Queued
                    | InvestigationState::Running
                    | InvestigationState::PendingApproval
                    | InvestigationState::PendingResource
                    | InvestigationState::Other(_)
            )
        };
        self.end_time.is_some() || self.state.as_ref().is_some_and(|state| !open(state))
    }
}

impl Investigations {
    /// Follows an investigation to its end. One that waits for approval may do so for days.
    ///
    /// Source: defender-docs, `investigation.md`.
    pub fn poller(&self, investigation_id: impl Into<Id<Investigation>>) -> Poller<Investigation> {
        let investigations = self.clone();
        let id: Id<Investigation> = investigation_id.into();
        let unseen = Investigation {
            id: id.clone(),
            ..Investigation::default()
        };
        Poller::new(id, unseen, Investigation::is_over, move |id| {
            investigations.get(id).send().boxed()
        })
    }
}
