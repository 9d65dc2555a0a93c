//! `CaseStringField`.

use http_core::Id;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-stringcustomfielddefinition.md`.
    pub struct CaseStringField {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<CaseStringField> = "id",
        pub display_name: Option<String> = "displayName",
        pub description: Option<String> = "description",
        pub is_required: Option<bool> = "isRequired",
        pub is_disabled: Option<bool> = "isDisabled",
        pub default_value: Option<String> = "defaultValue",
    }
}
