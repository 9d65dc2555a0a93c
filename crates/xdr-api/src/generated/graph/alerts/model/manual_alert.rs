//! `ManualAlert`.

use crate::graph::alerts::EntityDefinitionInput;

http_core::entity! {
    /// Manual alert.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct ManualAlert {
        /// Odata type. Derived from alert; its fields come on top.
        pub odata_type: Option<String> = "@odata.type",
        /// Is excluded from correlation.
        pub is_excluded_from_correlation: Option<bool> = "isExcludedFromCorrelation",
        /// Link to incident. Existing incident to attach to; left out, a new incident is made.
        pub link_to_incident: Option<String> = "linkToIncident",
        /// Sentinel workspace. Type not confirmed.
        pub sentinel_workspace: Option<String> = "sentinelWorkspace",
        /// Entity definitions.
        pub entity_definitions: Vec<EntityDefinitionInput> = "entityDefinitions",
    }
}
