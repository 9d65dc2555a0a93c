//! `HostReputationRule`.

use crate::graph::threat_intelligence::HostReputationRuleSeverity;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostReputationRule {
        pub description: Option<String> = "description",
        pub name: Option<String> = "name",
        pub related_details_url: Option<String> = "relatedDetailsUrl",
        pub severity: Option<HostReputationRuleSeverity> = "severity",
    }
}
