//! `HostReputation`.

use http_core::Id;

use crate::graph::threat_intelligence::HostReputationClassification;
use crate::graph::threat_intelligence::HostReputationRule;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostReputation {
        pub id: Id<HostReputation> = "id",
        pub classification: Option<HostReputationClassification> = "classification",
        pub rules: Vec<HostReputationRule> = "rules",
        pub score: Option<i64> = "score",
    }
}
