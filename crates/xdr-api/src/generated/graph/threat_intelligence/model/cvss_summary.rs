//! `CvssSummary`.

use crate::graph::threat_intelligence::CvssSummarySeverity;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct CvssSummary {
        pub score: Option<f64> = "score",
        pub severity: Option<CvssSummarySeverity> = "severity",
        pub vector_string: Option<String> = "vectorString",
    }
}
