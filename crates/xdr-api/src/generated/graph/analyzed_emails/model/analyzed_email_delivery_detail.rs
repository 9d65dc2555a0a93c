//! `AnalyzedEmailDeliveryDetail`.

use crate::graph::analyzed_emails::AnalyzedEmailDeliveryDetailAction;
use crate::graph::analyzed_emails::AnalyzedEmailDeliveryDetailLocation;

http_core::entity! {
    /// Analyzed email delivery detail.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailDeliveryDetail {
        /// Action.
        pub action: Option<AnalyzedEmailDeliveryDetailAction> = "action",
        /// Latest threats.
        pub latest_threats: Option<String> = "latestThreats",
        /// Location.
        pub location: Option<AnalyzedEmailDeliveryDetailLocation> = "location",
        /// Original threats.
        pub original_threats: Option<String> = "originalThreats",
    }
}
