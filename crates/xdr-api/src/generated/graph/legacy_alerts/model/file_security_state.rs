//! `FileSecurityState`.

use crate::graph::legacy_alerts::LegacyFileHash;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct FileSecurityState {
        pub file_hash: Option<LegacyFileHash> = "fileHash",
        pub name: Option<String> = "name",
        pub path: Option<String> = "path",
        pub risk_score: Option<String> = "riskScore",
    }
}
