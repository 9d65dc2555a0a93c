//! A machine action followed to its end.

use std::time::Duration;

use http_core::time::{Instant, sleep};
use http_core::{Id, Result};

use crate::machine_actions::{MachineAction, MachineActionStatus, MachineActions};

/// The first pause between two looks; each further one is half as long again.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// The longest pause. All polling of a tenant shares the 100 calls a minute of `mde.machine_actions.get`.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// How often an action that was just created may be unknown to the service that is asked for it.
const MOST_UNKNOWN: u32 = 3;

impl MachineActionStatus {
    /// Whether the action is over: `Succeeded`, `Failed`, `TimeOut` or `Cancelled`, in the spellings met.
    ///
    /// Any other word, known or not, is taken for an action that goes on.
    pub fn is_final(&self) -> bool {
        match self {
            Self::Other(word) => word.eq_ignore_ascii_case("Canceled"),
            known => ["Succeeded", "Failed", "TimeOut", "Cancelled"].contains(&known.as_str()),
        }
    }
}

/// How waiting for an action ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Waited {
    /// The action is over; its status tells how.
    Done(MachineAction),
    /// The time was up first; the action goes on without us.
    Pending(MachineAction),
}

/// Looks at a machine action until it is over, with growing pauses.
///
/// Actions of a device that is offline stay pending for days: give [`until_done`](Self::until_done) a limit, keep the
/// id and come back later.
///
/// Source: defender-docs, `machineaction.md`.
///
/// ```no_run
/// # use std::time::Duration;
/// # use mde_api::{Client, Result, Waited};
/// # async fn run(client: Client) -> Result<()> {
/// let action = client.machines().isolate("machine-id", "ticket 7").send().await?;
/// match client.machine_actions().poller(&action.id).until_done(Duration::from_secs(1800)).await? {
///     Waited::Done(action) => println!("{:?}", action.status),
///     Waited::Pending(action) => println!("still going on: {}", action.id),
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "a poller does nothing until asked"]
pub struct MachineActionPoller {
    actions: MachineActions,
    id: Id<MachineAction>,
    pause: Option<Duration>,
    unknown: u32,
    over: bool,
}

impl MachineActions {
    /// Follows an action to its end.
    pub fn poller(&self, action_id: impl Into<Id<MachineAction>>) -> MachineActionPoller {
        MachineActionPoller {
            actions: self.clone(),
            id: action_id.into(),
            pause: None,
            unknown: 0,
            over: false,
        }
    }
}

impl MachineActionPoller {
    /// Waits for the next look and gives what was seen; `None` once a final state has been seen.
    ///
    /// # Errors
    /// Those of `mde.machine_actions.get`. An action unknown right after its creation is asked for again.
    pub async fn next_state(&mut self) -> Option<Result<MachineAction>> {
        if self.over {
            return None;
        }
        loop {
            if let Some(pause) = self.pause {
                sleep(pause).await;
            }
            self.pause = Some(
                self.pause
                    .map_or(FIRST_PAUSE, |pause| (pause * 3 / 2).min(LONGEST_PAUSE)),
            );
            match self.actions.get(&self.id).send().await {
                Err(error) if error.is_not_found() && self.unknown < MOST_UNKNOWN => {
                    self.unknown += 1
                }
                Err(error) => return Some(Err(error)),
                Ok(action) => {
                    self.over = action
                        .status
                        .as_ref()
                        .is_some_and(MachineActionStatus::is_final);
                    return Some(Ok(action));
                }
            }
        }
    }

    /// Waits until the action is over or the time is up, whichever comes first.
    ///
    /// # Errors
    /// Those of [`next_state`](Self::next_state).
    pub async fn until_done(mut self, within: Duration) -> Result<Waited> {
        let deadline = Instant::now() + within;
        let mut last = MachineAction::default();
        while let Some(state) = self.next_state().await {
            last = state?;
            let next_look = Instant::now() + self.pause.unwrap_or_default();
            if !self.over && next_look > deadline {
                return Ok(Waited::Pending(last));
            }
        }
        Ok(Waited::Done(last))
    }
}
