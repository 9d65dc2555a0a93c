//! Operations and types of authenticated scans.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`BatchDeleteDefinitionsAuthenticatedScans`] | `POST /api/DeviceAuthenticatedScanDefinitions/BatchDelete` | `Machine.ReadWrite.All` |
//! | [`CreateDefinition`] | `POST /api/DeviceAuthenticatedScanDefinitions` | `Machine.ReadWrite.All` |
//! | [`GetAuthenticatedScanAgent`] | `GET /api/DeviceAuthenticatedScanAgents/{agent_id}` | `Machine.Read.All` |
//! | [`HistoryAuthenticatedScansByDefinition`] | `POST /api/DeviceAuthenticatedScanDefinitions/GetScanHistoryByScanDefinitionId` | `Machine.Read.All` |
//! | [`HistoryAuthenticatedScansBySession`] | `POST /api/DeviceAuthenticatedScanDefinitions/GetScanHistoryBySessionId` | `Machine.Read.All` |
//! | [`ListAuthenticatedScanAgents`] | `GET /api/DeviceAuthenticatedScanAgents` | `Machine.Read.All` |
//! | [`ListAuthenticatedScanDefinitions`] | `GET /api/DeviceAuthenticatedScanDefinitions` | `Machine.Read.All` |
//! | [`UpdateDefinition`] | `PATCH /api/DeviceAuthenticatedScanDefinitions/{definition_id}` | `Machine.ReadWrite.All` |

mod batch_delete_definitions;
mod create_definition;
mod get_agent;
mod history_by_definition;
mod history_by_session;
mod list_agents;
mod list_definitions;
mod model;
mod update_definition;

use http_core::{Client, Id};

pub use batch_delete_definitions::{
    BATCH_DELETE_DEFINITIONS, BatchDeleteDefinitionsAuthenticatedScans,
};
pub use create_definition::{CREATE_DEFINITION, CreateDefinition};
pub use get_agent::{GET_AGENT, GetAuthenticatedScanAgent};
pub use history_by_definition::{HISTORY_BY_DEFINITION, HistoryAuthenticatedScansByDefinition};
pub use history_by_session::{HISTORY_BY_SESSION, HistoryAuthenticatedScansBySession};
pub use list_agents::{LIST_AGENTS, ListAuthenticatedScanAgents};
pub use list_definitions::{LIST_DEFINITIONS, ListAuthenticatedScanDefinitions};
pub use model::{
    AdvancedActiveConfiguration, LatestScan, ScanAgent, ScanAuthenticationParams,
    ScanAuthenticationParamsAuthProtocol, ScanAuthenticationParamsOdataType,
    ScanAuthenticationParamsPrivProtocol, ScanAuthenticationParamsType, ScanDefinition,
    ScanDefinitionScanType, ScanDefinitionTargetType, ScanHistoryByDefinition,
    ScanHistoryBySession, ScannedTarget, ScannerAgent,
};
pub use update_definition::{UPDATE_DEFINITION, UpdateDefinition};

/// The operations of authenticated scans; each method begins a request.
#[derive(Clone, Debug)]
pub struct AuthenticatedScans {
    pub(crate) client: Client,
}

impl AuthenticatedScans {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Delete authenticated scan definitions. See [`BatchDeleteDefinitionsAuthenticatedScans`].
    pub fn batch_delete_definitions(
        &self,
        scan_definition_ids: impl IntoIterator<Item = impl Into<Id<ScanDefinition>>>,
    ) -> BatchDeleteDefinitionsAuthenticatedScans {
        BatchDeleteDefinitionsAuthenticatedScans::new(&self.client, scan_definition_ids)
    }

    /// Create an authenticated scan definition. See [`CreateDefinition`].
    pub fn create_definition(&self) -> CreateDefinition {
        CreateDefinition::new(&self.client)
    }

    /// Get one scan agent. See [`GetAuthenticatedScanAgent`].
    pub fn get_agent(&self, agent_id: impl Into<Id<ScanAgent>>) -> GetAuthenticatedScanAgent {
        GetAuthenticatedScanAgent::new(&self.client, agent_id)
    }

    /// List scan history of definitions. See [`HistoryAuthenticatedScansByDefinition`].
    pub fn history_by_definition(
        &self,
        scan_definition_ids: impl IntoIterator<Item = impl Into<Id<ScanDefinition>>>,
    ) -> HistoryAuthenticatedScansByDefinition {
        HistoryAuthenticatedScansByDefinition::new(&self.client, scan_definition_ids)
    }

    /// List scan history of sessions. See [`HistoryAuthenticatedScansBySession`].
    pub fn history_by_session(
        &self,
        session_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> HistoryAuthenticatedScansBySession {
        HistoryAuthenticatedScansBySession::new(&self.client, session_ids)
    }

    /// List scan agents. See [`ListAuthenticatedScanAgents`].
    pub fn list_agents(&self) -> ListAuthenticatedScanAgents {
        ListAuthenticatedScanAgents::new(&self.client)
    }

    /// List authenticated scan definitions. See [`ListAuthenticatedScanDefinitions`].
    pub fn list_definitions(&self) -> ListAuthenticatedScanDefinitions {
        ListAuthenticatedScanDefinitions::new(&self.client)
    }

    /// Update an authenticated scan definition. See [`UpdateDefinition`].
    pub fn update_definition(
        &self,
        definition_id: impl Into<Id<ScanDefinition>>,
    ) -> UpdateDefinition {
        UpdateDefinition::new(&self.client, definition_id)
    }
}
