//! `CaseStatusDefinition`.

use http_core::Id;

use crate::graph::cases::CaseCustomStatus;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-statusdefinition.md`.
    pub struct CaseStatusDefinition {
        pub id: Id<CaseStatusDefinition> = "id",
        pub display_name: Option<String> = "displayName",
        pub sort_order: Option<i64> = "sortOrder",
        pub custom_statuses: Vec<CaseCustomStatus> = "customStatuses",
    }
}
