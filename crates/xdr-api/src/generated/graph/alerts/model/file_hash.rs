//! `FileHash`.

use crate::graph::alerts::FileHashAlgorithm;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct FileHash {
        pub algorithm: Option<FileHashAlgorithm> = "algorithm",
        pub value: Option<String> = "value",
    }
}
