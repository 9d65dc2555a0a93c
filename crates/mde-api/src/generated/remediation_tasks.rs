//! Operations and types of remediation tasks.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetRemediationTask`] | `GET /api/remediationTasks/{task_id}` | `RemediationTasks.Read.All` |
//! | [`ListRemediationTasks`] | `GET /api/remediationTasks` | `RemediationTasks.Read.All` |
//! | [`ListRemediationTaskMachines`] | `GET /api/remediationTasks/{task_id}/machineReferences` | `RemediationTasks.Read.All` |

mod filters;
mod get;
mod list;
mod list_machines;
mod model;

use http_core::{Client, Id};

pub use filters::RemediationTaskFilter;
pub use get::{GET, GetRemediationTask};
pub use list::{LIST, ListRemediationTasks};
pub use list_machines::{LIST_MACHINES, ListRemediationTaskMachines};
pub use model::{
    RemediationTask, RemediationTaskCategory, RemediationTaskPriority, RemediationTaskStatus,
};

/// The operations of remediation tasks; each method begins a request.
#[derive(Clone, Debug)]
pub struct RemediationTasks {
    pub(crate) client: Client,
}

impl RemediationTasks {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one remediation activity. See [`GetRemediationTask`].
    pub fn get(&self, task_id: impl Into<Id<RemediationTask>>) -> GetRemediationTask {
        GetRemediationTask::new(&self.client, task_id)
    }

    /// List remediation activities. See [`ListRemediationTasks`].
    pub fn list(&self) -> ListRemediationTasks {
        ListRemediationTasks::new(&self.client)
    }

    /// List exposed devices of one remediation activity. See [`ListRemediationTaskMachines`].
    pub fn list_machines(
        &self,
        task_id: impl Into<Id<RemediationTask>>,
    ) -> ListRemediationTaskMachines {
        ListRemediationTaskMachines::new(&self.client, task_id)
    }
}
