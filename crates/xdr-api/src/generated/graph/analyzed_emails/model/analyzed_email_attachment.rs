//! `AnalyzedEmailAttachment`.

use crate::graph::analyzed_emails::DetonationDetails;
use crate::graph::analyzed_emails::ThreatType;

http_core::entity! {
    /// Analyzed email attachment.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailAttachment {
        /// Detonation details.
        pub detonation_details: Option<DetonationDetails> = "detonationDetails",
        /// File extension.
        pub file_extension: Option<String> = "fileExtension",
        /// File name.
        pub file_name: Option<String> = "fileName",
        /// File size.
        pub file_size: Option<i64> = "fileSize",
        /// File type.
        pub file_type: Option<String> = "fileType",
        /// Malware family.
        pub malware_family: Option<String> = "malwareFamily",
        /// Sha256.
        pub sha256: Option<String> = "sha256",
        /// Tenant allow block list detail info.
        pub tenant_allow_block_list_detail_info: Option<String> = "tenantAllowBlockListDetailInfo",
        /// Threat type.
        pub threat_type: Option<ThreatType> = "threatType",
    }
}
