//! `CaseTypeConfiguration`.

use http_core::Id;

use crate::graph::cases::CaseFieldDefinition;
use crate::graph::cases::CaseStatusDefinition;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-casetypeconfiguration.md`.
    pub struct CaseTypeConfiguration {
        /// Name of the case type, such as `genericCase`.
        pub id: Id<CaseTypeConfiguration> = "id",
        pub display_name: Option<String> = "displayName",
        /// Status that a new case gets.
        pub default_status_id: Option<String> = "defaultStatusId",
        /// Absent unless expanded or read on its own path.
        pub statuses: Vec<CaseStatusDefinition> = "statuses",
        /// Absent unless expanded or read on its own path.
        pub custom_fields: Vec<CaseFieldDefinition> = "customFields",
    }
}
