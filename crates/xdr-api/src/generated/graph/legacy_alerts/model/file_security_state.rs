//! `FileSecurityState`.

use crate::graph::legacy_alerts::LegacyFileHash;

http_core::entity! {
    /// File security state.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct FileSecurityState {
        /// File hash.
        pub file_hash: Option<LegacyFileHash> = "fileHash",
        /// Name.
        pub name: Option<String> = "name",
        /// Path.
        pub path: Option<String> = "path",
        /// Risk score.
        pub risk_score: Option<String> = "riskScore",
    }
}
