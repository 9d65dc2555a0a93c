//! `CvssSummary`.

use crate::graph::threat_intelligence::CvssSummarySeverity;

http_core::entity! {
    /// Cvss summary.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct CvssSummary {
        /// Score.
        pub score: Option<f64> = "score",
        /// Severity.
        pub severity: Option<CvssSummarySeverity> = "severity",
        /// Vector string.
        pub vector_string: Option<String> = "vectorString",
    }
}
