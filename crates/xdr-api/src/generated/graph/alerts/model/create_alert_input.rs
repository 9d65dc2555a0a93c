//! `CreateAlertInput`.

use crate::graph::alerts::AlertSeverity;
use crate::graph::alerts::EntityDefinitionInput;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/resources/security-createalertinput.md`.
    pub struct CreateAlertInput {
        pub title: Option<String> = "title",
        pub severity: Option<AlertSeverity> = "severity",
        pub description: Option<String> = "description",
        /// MITRE ATT&CK tactic, such as `InitialAccess`.
        pub category: Option<String> = "category",
        /// 1 to 100 entities.
        pub entity_definitions: Vec<EntityDefinitionInput> = "entityDefinitions",
        pub mitre_techniques: Vec<String> = "mitreTechniques",
        pub recommended_actions: Option<String> = "recommendedActions",
        /// Number of the incident that takes the alert. 0 or none: a new one.
        pub link_to_incident: Option<i64> = "linkToIncident",
        pub is_excluded_from_correlation: Option<bool> = "isExcludedFromCorrelation",
        pub sentinel_workspace: Option<String> = "sentinelWorkspace",
    }
}
