//! `GraphErrorResponse`.

use crate::common::GraphError;

http_core::entity! {
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/errors.md`.
    pub struct GraphErrorResponse {
        pub error: Option<GraphError> = "error",
    }
}
