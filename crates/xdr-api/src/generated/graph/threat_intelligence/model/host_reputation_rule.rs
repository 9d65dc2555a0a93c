//! `HostReputationRule`.

use crate::graph::threat_intelligence::HostReputationRuleSeverity;

http_core::entity! {
    /// Host reputation rule.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostReputationRule {
        /// Description.
        pub description: Option<String> = "description",
        /// Name.
        pub name: Option<String> = "name",
        /// Related details url.
        pub related_details_url: Option<String> = "relatedDetailsUrl",
        /// Severity.
        pub severity: Option<HostReputationRuleSeverity> = "severity",
    }
}
