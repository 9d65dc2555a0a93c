//! `CaseOptionsField`.

use http_core::Id;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-optionscustomfielddefinition.md`.
    pub struct CaseOptionsField {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<CaseOptionsField> = "id",
        pub display_name: Option<String> = "displayName",
        pub description: Option<String> = "description",
        pub is_required: Option<bool> = "isRequired",
        pub is_disabled: Option<bool> = "isDisabled",
        pub options: Vec<String> = "options",
        pub default_values: Vec<String> = "defaultValues",
    }
}
