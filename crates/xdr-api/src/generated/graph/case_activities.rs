//! Operations and types of case activities.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateCaseActivity`] | `POST /beta/security/caseManagement/cases/{case_id}/activities` | `CaseManagement.ReadWrite.All` |
//! | [`DeleteCaseActivity`] | `DELETE /beta/security/caseManagement/cases/{case_id}/activities/{activity_id}` | `CaseManagement.ReadWrite.All` |
//! | [`GetCaseActivity`] | `GET /beta/security/caseManagement/cases/{case_id}/activities/{activity_id}` | `CaseManagement.Read.All` |
//! | [`ListCaseActivities`] | `GET /beta/security/caseManagement/cases/{case_id}/activities` | `CaseManagement.Read.All` |
//! | [`UpdateCaseActivity`] | `PATCH /beta/security/caseManagement/cases/{case_id}/activities/{activity_id}` | `CaseManagement.ReadWrite.All` |

mod create;
mod delete;
mod get;
mod list;
mod model;
mod update;

use http_core::{Client, Id};

use crate::graph::cases::Case;

pub use create::{CREATE, CreateCaseActivity};
pub use delete::{DELETE, DeleteCaseActivity};
pub use get::{GET, GetCaseActivity};
pub use list::{LIST, ListCaseActivities};
pub use model::{
    CaseActivity, CaseActivityResource, CaseAuditAction, CaseAuditLog, CaseBooleanValue,
    CaseComment, CaseModifiedProperty, CaseStringValue, CaseValue,
};
pub use update::{UPDATE, UpdateCaseActivity};

/// The operations of case activities; each method begins a request.
#[derive(Clone, Debug)]
pub struct CaseActivities {
    pub(crate) client: Client,
}

impl CaseActivities {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Add a comment to a case. See [`CreateCaseActivity`].
    pub fn create(
        &self,
        case_id: impl Into<Id<Case>>,
        message: impl Into<String>,
    ) -> CreateCaseActivity {
        CreateCaseActivity::new(&self.client, case_id, message)
    }

    /// Delete a comment of a case. See [`DeleteCaseActivity`].
    pub fn delete(
        &self,
        case_id: impl Into<Id<Case>>,
        activity_id: impl Into<Id<CaseActivity>>,
    ) -> DeleteCaseActivity {
        DeleteCaseActivity::new(&self.client, case_id, activity_id)
    }

    /// Get one comment or event of a case. See [`GetCaseActivity`].
    pub fn get(
        &self,
        case_id: impl Into<Id<Case>>,
        activity_id: impl Into<Id<CaseActivity>>,
    ) -> GetCaseActivity {
        GetCaseActivity::new(&self.client, case_id, activity_id)
    }

    /// List the comments and events of a case. See [`ListCaseActivities`].
    pub fn list(&self, case_id: impl Into<Id<Case>>) -> ListCaseActivities {
        ListCaseActivities::new(&self.client, case_id)
    }

    /// Change a comment of a case. See [`UpdateCaseActivity`].
    pub fn update(
        &self,
        case_id: impl Into<Id<Case>>,
        activity_id: impl Into<Id<CaseActivity>>,
        message: impl Into<String>,
    ) -> UpdateCaseActivity {
        UpdateCaseActivity::new(&self.client, case_id, activity_id, message)
    }
}
