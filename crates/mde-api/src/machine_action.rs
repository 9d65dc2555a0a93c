//! Machine actions followed to their end.

use futures_util::FutureExt;
use http_core::Id;

use crate::machine_actions::{MachineAction, MachineActionStatus, MachineActions};
use crate::poller::Poller;

impl MachineActionStatus {
    /// Whether the action is over: `Succeeded`, `Failed`, `TimeOut` or `Cancelled`, in the spellings met.
    ///
    /// Any other word, known or not, is taken for an action that goes on.
    ///
    /// Source: defender-docs, `machineaction.md`; older pages write `Canceled`.
    pub fn is_final(&self) -> bool {
        match self {
            Self::Other(word) => word.eq_ignore_ascii_case("Canceled"),
            known => ["Succeeded", "Failed", "TimeOut", "Cancelled"].contains(&known.as_str()),
        }
    }
}

impl MachineAction {
    fn is_over(&self) -> bool {
        self.status
            .as_ref()
            .is_some_and(MachineActionStatus::is_final)
    }
}

impl MachineActions {
    /// Follows an action to its end.
    pub fn poller(&self, action_id: impl Into<Id<MachineAction>>) -> Poller<MachineAction> {
        let actions = self.clone();
        let id: Id<MachineAction> = action_id.into();
        let unseen = MachineAction {
            id: id.clone(),
            ..MachineAction::default()
        };
        Poller::new(id, unseen, MachineAction::is_over, move |id| {
            actions.get(id).send().boxed()
        })
    }
}
