//! `FileHash`.

use crate::graph::alerts::Algorithm;

http_core::entity! {
    /// File hash.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct FileHash {
        /// Algorithm.
        pub algorithm: Option<Algorithm> = "algorithm",
        /// Value.
        pub value: Option<String> = "value",
    }
}
