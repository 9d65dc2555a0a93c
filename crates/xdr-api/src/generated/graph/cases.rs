//! Operations and types of cases.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateCas`] | `POST /beta/security/caseManagement/cases` | `CaseManagement.ReadWrite.All` |
//! | [`DeleteCas`] | `DELETE /beta/security/caseManagement/cases/{case_id}` | `CaseManagement.ReadWrite.All` |
//! | [`GetCas`] | `GET /beta/security/caseManagement/cases/{case_id}` | `CaseManagement.Read.All` |
//! | [`ListCases`] | `GET /beta/security/caseManagement/cases` | `CaseManagement.Read.All` |
//! | [`ListCasTypeConfigurations`] | `GET /beta/security/caseManagement/caseTypeConfigurations` | `CaseManagement.Read.All` |
//! | [`UpdateCas`] | `PATCH /beta/security/caseManagement/cases/{case_id}` | `CaseManagement.ReadWrite.All` |

mod create;
mod delete;
mod filters;
mod get;
mod list;
mod list_type_configurations;
mod model;
mod update;

use http_core::{Client, Id};

pub use create::{CREATE, CreateCas};
pub use delete::{DELETE, DeleteCas};
pub use filters::CaseFilter;
pub use get::{GET, GetCas};
pub use list::{LIST, ListCases};
pub use list_type_configurations::{LIST_TYPE_CONFIGURATIONS, ListCasTypeConfigurations};
pub use model::{
    Case, CaseAlertCounts, CaseAlertStatusCounts, CaseCustomStatus, CaseDateTimeField,
    CaseFieldDefinition, CaseImpactedAssets, CaseIncidentClassification, CaseIncidentDetermination,
    CaseIncidentSeverity, CaseInvestigation, CaseNumberField, CaseOptionsField, CaseSeverityCounts,
    CaseSlaPolicy, CaseSlaPolicyStatus, CaseStatusDefinition, CaseStringField,
    CaseThirdPartyWorkItem, CaseTypeConfiguration, CaseWorkItemProvider, CaseWorkItemType,
    ExposureCase, ExposureCaseAutomation, ExposureCaseGitHub, ExposureCaseSeemplicity, GenericCase,
    IncidentCase,
};
pub use update::{UPDATE, UpdateCas};

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

    /// Open a case. See [`CreateCas`].
    pub fn create(
        &self,
        odata_type: impl Into<String>,
        display_name: impl Into<String>,
        status: impl Into<String>,
    ) -> CreateCas {
        CreateCas::new(&self.client, odata_type, display_name, status)
    }

    /// Delete a case. See [`DeleteCas`].
    pub fn delete(&self, case_id: impl Into<Id<Case>>) -> DeleteCas {
        DeleteCas::new(&self.client, case_id)
    }

    /// Get one case. See [`GetCas`].
    pub fn get(&self, case_id: impl Into<Id<Case>>) -> GetCas {
        GetCas::new(&self.client, case_id)
    }

    /// List cases. See [`ListCases`].
    pub fn list(&self) -> ListCases {
        ListCases::new(&self.client)
    }

    /// List the case types with their statuses. See [`ListCasTypeConfigurations`].
    pub fn list_type_configurations(&self) -> ListCasTypeConfigurations {
        ListCasTypeConfigurations::new(&self.client)
    }

    /// Change a case. See [`UpdateCas`].
    pub fn update(&self, case_id: impl Into<Id<Case>>) -> UpdateCas {
        UpdateCas::new(&self.client, case_id)
    }
}
