//! `DetectionAction`.

use http_core::Value;

use crate::graph::detection_rules::AlertTemplate;
use crate::graph::detection_rules::AutomatedActionSet;
use crate::graph::detection_rules::OrganizationalScope;
use crate::graph::detection_rules::ResponseAction;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct DetectionAction {
        pub alert_template: Option<AlertTemplate> = "alertTemplate",
        /// Replaces responseActions.
        pub automated_actions: Option<AutomatedActionSet> = "automatedActions",
        pub organizational_scope: Option<OrganizationalScope> = "organizationalScope",
        /// Deprecated: removed on 2026-10-01.
        pub response_actions: Vec<ResponseAction> = "responseActions",
        /// Such as `{"isExcludedFromIncidentCorrelation": true}`.
        pub incident_configuration: Option<Value> = "incidentConfiguration",
    }
}
