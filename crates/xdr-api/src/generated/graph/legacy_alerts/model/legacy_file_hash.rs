//! `LegacyFileHash`.

use crate::graph::legacy_alerts::LegacyFileHashHashType;

http_core::entity! {
    /// Legacy file hash.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LegacyFileHash {
        /// Hash type.
        pub hash_type: Option<LegacyFileHashHashType> = "hashType",
        /// Hash value.
        pub hash_value: Option<String> = "hashValue",
    }
}
