//! Operations and types of incidents.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateComment`] | `POST /v1.0/security/incidents/{incident_id}/comments` | `SecurityIncident.ReadWrite.All` |
//! | [`GetIncident`] | `GET /v1.0/security/incidents/{incident_id}` | `SecurityIncident.Read.All` |
//! | [`ListIncidents`] | `GET /v1.0/security/incidents` | `SecurityIncident.Read.All` |
//! | [`ListIncidentAlerts`] | `GET /v1.0/security/incidents/{incident_id}/alerts` | `SecurityIncident.Read.All` |
//! | [`MergeIncident`] | `POST /v1.0/security/incidents/mergeIncidents` | `SecurityIncident.ReadWrite.All` |
//! | [`UpdateIncident`] | `PATCH /v1.0/security/incidents/{incident_id}` | `SecurityIncident.ReadWrite.All` |

mod create_comment;
mod filters;
mod get;
mod list;
mod list_alerts;
mod merge;
mod model;
mod update;

use http_core::{Client, Id};

pub use create_comment::{CREATE_COMMENT, CreateComment};
pub use filters::IncidentFilter;
pub use get::{GET, GetIncident};
pub use list::{LIST, ListIncidents};
pub use list_alerts::{LIST_ALERTS, ListIncidentAlerts};
pub use merge::{MERGE, MergeIncident};
pub use model::{
    CollectInvestigationPackageIncidentTaskResponseAction, DisableUserIncidentTaskResponseAction,
    EnableUserIncidentTaskResponseAction, ForceUserPasswordResetIncidentTaskResponseAction,
    HardDeleteEmailIncidentTaskResponseAction, Incident, IncidentStatus, IncidentTask,
    IncidentTaskActionStatus, IncidentTaskActionType, IncidentTaskIsolationType,
    IncidentTaskResponseAction, IncidentTaskSource, IncidentTaskStatus,
    IsolateDeviceIncidentTaskResponseAction, MarkUserAsCompromisedIncidentTaskResponseAction,
    MergeReasons, RequireSignInIncidentTaskResponseAction,
    RestrictAppExecutionIncidentTaskResponseAction, RunAntivirusScanIncidentTaskResponseAction,
    SoftDeleteIncidentTaskResponseAction, StopAndQuarantineFileIncidentTaskResponseAction,
    UnIsolateDeviceIncidentTaskResponseAction, UnRestrictAppExecutionIncidentTaskResponseAction,
};
pub use update::{UPDATE, UpdateIncident};

/// The operations of incidents; each method begins a request.
#[derive(Clone, Debug)]
pub struct Incidents {
    pub(crate) client: Client,
}

impl Incidents {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Add a comment to an incident. See [`CreateComment`].
    pub fn create_comment(
        &self,
        incident_id: impl Into<Id<Incident>>,
        comment: impl Into<String>,
    ) -> CreateComment {
        CreateComment::new(&self.client, incident_id, comment)
    }

    /// Get one incident. See [`GetIncident`].
    pub fn get(&self, incident_id: impl Into<Id<Incident>>) -> GetIncident {
        GetIncident::new(&self.client, incident_id)
    }

    /// List incidents. See [`ListIncidents`].
    pub fn list(&self) -> ListIncidents {
        ListIncidents::new(&self.client)
    }

    /// List the alerts of one incident. See [`ListIncidentAlerts`].
    pub fn list_alerts(&self, incident_id: impl Into<Id<Incident>>) -> ListIncidentAlerts {
        ListIncidentAlerts::new(&self.client, incident_id)
    }

    /// Merge several incidents into one. See [`MergeIncident`].
    pub fn merge(
        &self,
        incident_ids: impl IntoIterator<Item = impl Into<Id<Incident>>>,
    ) -> MergeIncident {
        MergeIncident::new(&self.client, incident_ids)
    }

    /// Change owner, status, verdict or tags of an incident. See [`UpdateIncident`].
    pub fn update(&self, incident_id: impl Into<Id<Incident>>) -> UpdateIncident {
        UpdateIncident::new(&self.client, incident_id)
    }
}
