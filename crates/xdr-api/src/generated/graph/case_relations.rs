//! Operations and types of case relations.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateCaseRelation`] | `POST /beta/security/caseManagement/cases/{case_id}/relations` | `CaseManagement.ReadWrite.All` |
//! | [`DeleteCaseRelation`] | `DELETE /beta/security/caseManagement/cases/{case_id}/relations/{relation_id}` | `CaseManagement.ReadWrite.All` |
//! | [`GetCaseRelation`] | `GET /beta/security/caseManagement/cases/{case_id}/relations/{relation_id}` | `CaseManagement.Read.All` |
//! | [`ListCaseRelations`] | `GET /beta/security/caseManagement/cases/{case_id}/relations` | `CaseManagement.Read.All` |
//! | [`UpdateCaseRelation`] | `PATCH /beta/security/caseManagement/cases/{case_id}/relations/{relation_id}` | `CaseManagement.ReadWrite.All` |

mod create;
mod delete;
mod get;
mod list;
mod model;
mod update;

use http_core::{Client, Id};

use crate::graph::cases::Case;

pub use create::{CREATE, CreateCaseRelation};
pub use delete::{DELETE, DeleteCaseRelation};
pub use get::{GET, GetCaseRelation};
pub use list::{LIST, ListCaseRelations};
pub use model::{
    CaseIncidentRelation, CaseRecommendationRelation, CaseRelation, CaseWorkspaceIndicatorRelation,
};
pub use update::{UPDATE, UpdateCaseRelation};

/// The operations of case relations; each method begins a request.
#[derive(Clone, Debug)]
pub struct CaseRelations {
    pub(crate) client: Client,
}

impl CaseRelations {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Link a case to an incident or another resource. See [`CreateCaseRelation`].
    pub fn create(
        &self,
        case_id: impl Into<Id<Case>>,
        odata_type: impl Into<String>,
        display_name: impl Into<String>,
    ) -> CreateCaseRelation {
        CreateCaseRelation::new(&self.client, case_id, odata_type, display_name)
    }

    /// Remove a link of a case. See [`DeleteCaseRelation`].
    pub fn delete(
        &self,
        case_id: impl Into<Id<Case>>,
        relation_id: impl Into<Id<CaseRelation>>,
    ) -> DeleteCaseRelation {
        DeleteCaseRelation::new(&self.client, case_id, relation_id)
    }

    /// Get one link of a case. See [`GetCaseRelation`].
    pub fn get(
        &self,
        case_id: impl Into<Id<Case>>,
        relation_id: impl Into<Id<CaseRelation>>,
    ) -> GetCaseRelation {
        GetCaseRelation::new(&self.client, case_id, relation_id)
    }

    /// List what a case is linked to. See [`ListCaseRelations`].
    pub fn list(&self, case_id: impl Into<Id<Case>>) -> ListCaseRelations {
        ListCaseRelations::new(&self.client, case_id)
    }

    /// Change a link of a case. See [`UpdateCaseRelation`].
    pub fn update(
        &self,
        case_id: impl Into<Id<Case>>,
        relation_id: impl Into<Id<CaseRelation>>,
    ) -> UpdateCaseRelation {
        UpdateCaseRelation::new(&self.client, case_id, relation_id)
    }
}
