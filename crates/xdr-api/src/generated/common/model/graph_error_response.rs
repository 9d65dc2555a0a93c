//! `GraphErrorResponse`.

use crate::common::GraphError;

http_core::entity! {
    /// Graph error response.
    ///
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/errors.md`.
    pub struct GraphErrorResponse {
        /// Error.
        pub error: Option<GraphError> = "error",
    }
}
