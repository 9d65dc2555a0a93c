//! `ManualAlert`.

use crate::graph::alerts::EntityDefinitionInput;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-manualalert.md`.
    pub struct ManualAlert {
        pub odata_type: Option<String> = "@odata.type",
        pub is_excluded_from_correlation: Option<bool> = "isExcludedFromCorrelation",
        /// Existing incident to attach to. Left out, a new incident is made.
        pub link_to_incident: Option<i64> = "linkToIncident",
        pub sentinel_workspace: Option<String> = "sentinelWorkspace",
        pub entity_definitions: Vec<EntityDefinitionInput> = "entityDefinitions",
    }
}
