//! Operations and types of cases.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateCase`] | `POST /beta/security/caseManagement/cases` | `CaseManagement.ReadWrite.All` |
//! | [`DeleteCase`] | `DELETE /beta/security/caseManagement/cases/{case_id}` | `CaseManagement.ReadWrite.All` |
//! | [`GetCase`] | `GET /beta/security/caseManagement/cases/{case_id}` | `CaseManagement.Read.All` |
//! | [`ListCases`] | `GET /beta/security/caseManagement/cases` | `CaseManagement.Read.All` |
//! | [`ListCaseTypeConfigurations`] | `GET /beta/security/caseManagement/caseTypeConfigurations` | `CaseManagement.Read.All` |
//! | [`UpdateCase`] | `PATCH /beta/security/caseManagement/cases/{case_id}` | `CaseManagement.ReadWrite.All` |

mod create;
mod delete;
mod filters;
mod get;
mod list;
mod list_type_configurations;
mod model;
mod update;

use http_core::{Client, Id};

pub use create::{CREATE, CreateCase};
pub use delete::{DELETE, DeleteCase};
pub use filters::CaseFilter;
pub use get::{GET, GetCase};
pub use list::{LIST, ListCases};
pub use list_type_configurations::{LIST_TYPE_CONFIGURATIONS, ListCaseTypeConfigurations};
pub use model::{
    Case, CaseAlertCounts, CaseAlertStatusCounts, CaseCustomStatus, CaseDateTimeField,
    CaseFieldDefinition, CaseImpactedAssets, CaseIncidentClassification, CaseIncidentDetermination,
    CaseIncidentSeverity, CaseInvestigation, CaseNumberField, CaseOptionsField, CaseSeverityCounts,
    CaseSlaPolicy, CaseSlaPolicyStatus, CaseStatusDefinition, CaseStringField,
    CaseThirdPartyWorkItem, CaseTypeConfiguration, CaseWorkItemProvider, CaseWorkItemType,
    ExposureCase, ExposureCaseAutomation, ExposureCaseGitHub, ExposureCaseSeemplicity, GenericCase,
    IncidentCase,
};
pub use update::{UPDATE, UpdateCase};

/// The operations of cases; each method begins a request.
#[derive(Clone, Debug)]
pub struct Cases {
    pub(crate) client: Client,
}

impl Cases {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Open a case. See [`CreateCase`].
    pub fn create(
        &self,
        odata_type: impl Into<String>,
        display_name: impl Into<String>,
        status: impl Into<String>,
    ) -> CreateCase {
        CreateCase::new(&self.client, odata_type, display_name, status)
    }

    /// Delete a case. See [`DeleteCase`].
    pub fn delete(&self, case_id: impl Into<Id<Case>>) -> DeleteCase {
        DeleteCase::new(&self.client, case_id)
    }

    /// Get one case. See [`GetCase`].
    pub fn get(&self, case_id: impl Into<Id<Case>>) -> GetCase {
        GetCase::new(&self.client, case_id)
    }

    /// List cases. See [`ListCases`].
    pub fn list(&self) -> ListCases {
        ListCases::new(&self.client)
    }

    /// List the case types with their statuses. See [`ListCaseTypeConfigurations`].
    pub fn list_type_configurations(&self) -> ListCaseTypeConfigurations {
        ListCaseTypeConfigurations::new(&self.client)
    }

    /// Change a case. See [`UpdateCase`].
    pub fn update(&self, case_id: impl Into<Id<Case>>) -> UpdateCase {
        UpdateCase::new(&self.client, case_id)
    }
}
