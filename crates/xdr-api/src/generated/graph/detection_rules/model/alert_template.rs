//! `AlertTemplate`.

use http_core::Value;

use crate::graph::alerts::AlertSeverity;
use crate::graph::detection_rules::EntityMappingConfiguration;
use crate::graph::detection_rules::ImpactedAsset;
use crate::graph::detection_rules::MitreTactic;

http_core::entity! {
    /// Alert template.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AlertTemplate {
        /// Title.
        pub title: Option<String> = "title",
        /// Description.
        pub description: Option<String> = "description",
        /// Severity.
        pub severity: Option<AlertSeverity> = "severity",
        /// Recommended actions.
        pub recommended_actions: Option<String> = "recommendedActions",
        /// Entity mappings.
        pub entity_mappings: Option<EntityMappingConfiguration> = "entityMappings",
        /// Custom details. Name to column map.
        pub custom_details: Option<Value> = "customDetails",
        /// Tactics.
        pub tactics: Vec<MitreTactic> = "tactics",
        /// Category. Old model.
        pub category: Option<String> = "category",
        /// Mitre techniques. Old model.
        pub mitre_techniques: Vec<String> = "mitreTechniques",
        /// Impacted assets. Old model.
        pub impacted_assets: Vec<ImpactedAsset> = "impactedAssets",
    }
}
