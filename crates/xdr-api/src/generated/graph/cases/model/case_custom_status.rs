//! `CaseCustomStatus`.

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-customstatusdefinition.md`.
    pub struct CaseCustomStatus {
        pub custom_status_id: Option<String> = "customStatusId",
        pub display_name: Option<String> = "displayName",
        pub sort_order: Option<i64> = "sortOrder",
        /// Whether it ends the case.
        pub is_final: Option<bool> = "isFinal",
    }
}
