//! Follows machine actions to their end.
//!
//! An action such as an isolation is started by one operation and carried out when the device connects, which may take
//! days. All kinds of actions are read by one operation and have the same states, so one poller serves them all.

use http_core::{Id, Poller, Progress};

use crate::machine_actions::{MachineAction, MachineActionStatus, MachineActions};
use crate::machines;

impl MachineActionStatus {
    /// Whether the action has ended: `Succeeded`, `Failed`, `TimeOut` or `Cancelled`, or `Canceled` as older pages
    /// write it. Any other state, also an unknown one, counts as running.
    ///
    /// ```
    /// use mde_api::machine_actions::MachineActionStatus;
    ///
    /// assert!(MachineActionStatus::from("TimeOut").is_final());
    /// assert!(!MachineActionStatus::from("InProgress").is_final());
    /// ```
    ///
    /// Source: defender-docs, `machineaction.md`.
    pub fn is_final(&self) -> bool {
        let completion = machines::ISOLATE.action.completion;
        completion.is_some_and(|one| one.progress_of(self.as_str()) != Progress::Open)
    }
}

impl MachineActions {
    /// Follows an action of any kind to its end, by its id. An action stays pending for days while the device is
    /// offline: wait with a limit, keep the id, and follow it again later.
    ///
    /// ```no_run
    /// # use std::time::Duration;
    /// # use mde_api::{Client, Finished, Result};
    /// # async fn run(client: Client) -> Result<()> {
    /// let mut poller = client.machine_actions().poller("action-id");
    /// match poller.wait(Duration::from_secs(1800)).await? {
    ///     Finished::Pending(action) => println!("still going on: {}", action.id),
    ///     ended => println!("{:?}", ended.into_inner().status),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn poller(&self, action_id: impl Into<Id<MachineAction>>) -> Poller<MachineAction> {
        let id: Id<MachineAction> = action_id.into();
        self.client.poller_of(&machines::ISOLATE, id.as_str())
    }
}
