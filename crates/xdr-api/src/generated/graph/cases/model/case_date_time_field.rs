//! `CaseDateTimeField`.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-casemanagement-datetimecustomfielddefinition.md`.
    pub struct CaseDateTimeField {
        pub odata_type: Option<String> = "@odata.type",
        pub id: Id<CaseDateTimeField> = "id",
        pub display_name: Option<String> = "displayName",
        pub description: Option<String> = "description",
        pub is_required: Option<bool> = "isRequired",
        pub is_disabled: Option<bool> = "isDisabled",
        pub default_date_time: Option<Timestamp> = "defaultDateTime",
    }
}
