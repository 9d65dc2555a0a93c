//! Operations and types of case tasks.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateCaseTask`] | `POST /beta/security/caseManagement/cases/{case_id}/tasks` | `CaseManagement.ReadWrite.All` |
//! | [`DeleteCaseTask`] | `DELETE /beta/security/caseManagement/cases/{case_id}/tasks/{task_id}` | `CaseManagement.ReadWrite.All` |
//! | [`GetCaseTask`] | `GET /beta/security/caseManagement/cases/{case_id}/tasks/{task_id}` | `CaseManagement.Read.All` |
//! | [`ListCaseTasks`] | `GET /beta/security/caseManagement/cases/{case_id}/tasks` | `CaseManagement.Read.All` |
//! | [`UpdateCaseTask`] | `PATCH /beta/security/caseManagement/cases/{case_id}/tasks/{task_id}` | `CaseManagement.ReadWrite.All` |

mod create;
mod delete;
mod get;
mod list;
mod model;
mod update;

use http_core::{Client, Id};

use crate::graph::cases::Case;

pub use create::{CREATE, CreateCaseTask};
pub use delete::{DELETE, DeleteCaseTask};
pub use get::{GET, GetCaseTask};
pub use list::{LIST, ListCaseTasks};
pub use model::{CaseTask, CaseTaskCategory, CaseTaskPriority, CaseTaskStatus};
pub use update::{UPDATE, UpdateCaseTask};

/// The operations of case tasks; each method begins a request.
#[derive(Clone, Debug)]
pub struct CaseTasks {
    pub(crate) client: Client,
}

impl CaseTasks {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Add a task to a case. See [`CreateCaseTask`].
    pub fn create(&self, case_id: impl Into<Id<Case>>) -> CreateCaseTask {
        CreateCaseTask::new(&self.client, case_id)
    }

    /// Delete a task of a case. See [`DeleteCaseTask`].
    pub fn delete(
        &self,
        case_id: impl Into<Id<Case>>,
        task_id: impl Into<Id<CaseTask>>,
    ) -> DeleteCaseTask {
        DeleteCaseTask::new(&self.client, case_id, task_id)
    }

    /// Get one task of a case. See [`GetCaseTask`].
    pub fn get(
        &self,
        case_id: impl Into<Id<Case>>,
        task_id: impl Into<Id<CaseTask>>,
    ) -> GetCaseTask {
        GetCaseTask::new(&self.client, case_id, task_id)
    }

    /// List the tasks of a case. See [`ListCaseTasks`].
    pub fn list(&self, case_id: impl Into<Id<Case>>) -> ListCaseTasks {
        ListCaseTasks::new(&self.client, case_id)
    }

    /// Change a task of a case. See [`UpdateCaseTask`].
    pub fn update(
        &self,
        case_id: impl Into<Id<Case>>,
        task_id: impl Into<Id<CaseTask>>,
    ) -> UpdateCaseTask {
        UpdateCaseTask::new(&self.client, case_id, task_id)
    }
}
