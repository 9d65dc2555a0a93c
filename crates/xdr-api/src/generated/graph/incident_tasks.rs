//! Operations and types of incident tasks.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ExecuteResponseAction`] | `POST /beta/security/incidentTasks/{incident_task_id}/executeResponseAction` | `SecurityIncident.ReadWrite.All` |
//! | [`ListIncidentTasks`] | `GET /beta/security/incidentTasks` | `SecurityIncident.Read.All` |

mod execute_response_action;
mod filters;
mod list;

use http_core::{Client, Id};

use crate::graph::incidents::IncidentTask;

pub use execute_response_action::{EXECUTE_RESPONSE_ACTION, ExecuteResponseAction};
pub use filters::IncidentTaskFilter;
pub use list::{LIST, ListIncidentTasks};

/// The operations of incident tasks; each method begins a request.
#[derive(Clone, Debug)]
pub struct IncidentTasks {
    pub(crate) client: Client,
}

impl IncidentTasks {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Carry out the action of an incident task. See [`ExecuteResponseAction`].
    pub fn execute_response_action(
        &self,
        incident_task_id: impl Into<Id<IncidentTask>>,
    ) -> ExecuteResponseAction {
        ExecuteResponseAction::new(&self.client, incident_task_id)
    }

    /// List tasks of Defender Experts for incidents. See [`ListIncidentTasks`].
    pub fn list(&self) -> ListIncidentTasks {
        ListIncidentTasks::new(&self.client)
    }
}
