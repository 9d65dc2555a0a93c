//! `ManualAlert`.

use crate::graph::alerts::EntityDefinitionInput;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct ManualAlert {
        pub odata_type: Option<String> = "@odata.type",
        pub is_excluded_from_correlation: Option<bool> = "isExcludedFromCorrelation",
        /// Existing incident to attach to. Left out, a new incident is made.
        pub link_to_incident: Option<String> = "linkToIncident",
        pub sentinel_workspace: Option<String> = "sentinelWorkspace",
        pub entity_definitions: Vec<EntityDefinitionInput> = "entityDefinitions",
    }
}
