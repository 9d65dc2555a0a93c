//! `CompromiseIndicator`.

use crate::graph::analyzed_emails::CompromiseIndicatorVerdict;

http_core::entity! {
    /// Compromise indicator.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct CompromiseIndicator {
        /// Value.
        pub value: Option<String> = "value",
        /// Verdict.
        pub verdict: Option<CompromiseIndicatorVerdict> = "verdict",
    }
}
