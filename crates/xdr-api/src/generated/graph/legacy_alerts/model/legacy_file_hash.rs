//! `LegacyFileHash`.

use crate::graph::legacy_alerts::LegacyFileHashHashType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LegacyFileHash {
        pub hash_type: Option<LegacyFileHashHashType> = "hashType",
        pub hash_value: Option<String> = "hashValue",
    }
}
