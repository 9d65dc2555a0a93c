//! `FileHash`.

use crate::graph::alerts::FileHashAlgorithm;

http_core::entity! {
    /// File hash.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct FileHash {
        /// Algorithm.
        pub algorithm: Option<FileHashAlgorithm> = "algorithm",
        /// Value.
        pub value: Option<String> = "value",
    }
}
