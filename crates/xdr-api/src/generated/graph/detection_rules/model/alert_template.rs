//! `AlertTemplate`.

use http_core::Value;

use crate::graph::alerts::AlertSeverity;
use crate::graph::detection_rules::EntityMappingConfiguration;
use crate::graph::detection_rules::ImpactedAsset;
use crate::graph::detection_rules::MitreTactic;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AlertTemplate {
        pub title: Option<String> = "title",
        pub description: Option<String> = "description",
        pub severity: Option<AlertSeverity> = "severity",
        pub recommended_actions: Option<String> = "recommendedActions",
        pub entity_mappings: Option<EntityMappingConfiguration> = "entityMappings",
        /// Name to column map.
        pub custom_details: Option<Value> = "customDetails",
        pub tactics: Vec<MitreTactic> = "tactics",
        /// Of rules of the older model.
        pub category: Option<String> = "category",
        /// Of rules of the older model.
        pub mitre_techniques: Vec<String> = "mitreTechniques",
        /// Of rules of the older model.
        pub impacted_assets: Vec<ImpactedAsset> = "impactedAssets",
    }
}
