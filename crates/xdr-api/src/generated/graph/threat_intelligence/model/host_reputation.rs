//! `HostReputation`.

use http_core::Id;

use crate::graph::threat_intelligence::HostReputationClassification;
use crate::graph::threat_intelligence::HostReputationRule;

http_core::entity! {
    /// Host reputation.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostReputation {
        /// Id.
        pub id: Id<HostReputation> = "id",
        /// Classification.
        pub classification: Option<HostReputationClassification> = "classification",
        /// Rules.
        pub rules: Vec<HostReputationRule> = "rules",
        /// Score.
        pub score: Option<i64> = "score",
    }
}
