//! Operations and types of incidents.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetIncident`] | `GET /api/incidents/{incident_id}` | `Incident.Read.All` |
//! | [`ListIncidents`] | `GET /api/incidents` | `Incident.Read.All` |
//! | [`UpdateIncident`] | `PATCH /api/incidents/{incident_id}` | `Incident.ReadWrite.All` |

mod filters;
mod get;
mod list;
mod model;
mod update;

use http_core::Client;

pub use filters::XdrIncidentFilter;
pub use get::{GET, GetIncident};
pub use list::{LIST, ListIncidents};
pub use model::{
    XdrAlert, XdrAlertClassification, XdrAlertDetermination, XdrAlertInvestigationState,
    XdrAlertSeverity, XdrAlertStatus, XdrDevice, XdrEntity, XdrEntityEntityType, XdrIncident,
    XdrIncidentComment, XdrIncidentSeverity, XdrIncidentStatus,
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

    /// Get one incident. See [`GetIncident`].
    pub fn get(&self, incident_id: i64) -> GetIncident {
        GetIncident::new(&self.client, incident_id)
    }

    /// List incidents with their alerts and entities. See [`ListIncidents`].
    pub fn list(&self) -> ListIncidents {
        ListIncidents::new(&self.client)
    }

    /// Change owner, status, verdict or tags of an incident, or add a comment. See
    /// [`UpdateIncident`].
    pub fn update(&self, incident_id: i64) -> UpdateIncident {
        UpdateIncident::new(&self.client, incident_id)
    }
}
