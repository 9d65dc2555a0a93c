//! `DetectionAction`.

use http_core::Value;

use crate::graph::detection_rules::AlertTemplate;
use crate::graph::detection_rules::AutomatedActionSet;
use crate::graph::detection_rules::OrganizationalScope;
use crate::graph::detection_rules::ResponseAction;

http_core::entity! {
    /// Detection action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct DetectionAction {
        /// Alert template.
        pub alert_template: Option<AlertTemplate> = "alertTemplate",
        /// Automated actions. Replaces responseActions.
        pub automated_actions: Option<AutomatedActionSet> = "automatedActions",
        /// Organizational scope.
        pub organizational_scope: Option<OrganizationalScope> = "organizationalScope",
        /// Response actions. Deprecated, leaves on 2026-10-01.
        pub response_actions: Vec<ResponseAction> = "responseActions",
        /// Incident configuration. Only in the create sample: `{isExcludedFromIncidentCorrelation:`
        /// `bool}`; not in the metadata.
        pub incident_configuration: Option<Value> = "incidentConfiguration",
    }
}
