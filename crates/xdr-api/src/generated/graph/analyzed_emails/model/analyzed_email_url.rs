//! `AnalyzedEmailUrl`.

use crate::graph::analyzed_emails::DetonationDetails;
use crate::graph::analyzed_emails::ThreatType;

http_core::entity! {
    /// Analyzed email url.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailUrl {
        /// Detection method.
        pub detection_method: Option<String> = "detectionMethod",
        /// Detonation details.
        pub detonation_details: Option<DetonationDetails> = "detonationDetails",
        /// Tenant allow block list detail info.
        pub tenant_allow_block_list_detail_info: Option<String> = "tenantAllowBlockListDetailInfo",
        /// Threat type.
        pub threat_type: Option<ThreatType> = "threatType",
        /// Url.
        pub url: Option<String> = "url",
    }
}
