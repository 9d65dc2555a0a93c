//! `GraphError`.

use http_core::Value;

use crate::common::GraphInnerError;

http_core::entity! {
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/errors.md`.
    pub struct GraphError {
        /// Free text code, e.g. UnknownError, BadRequest.
        pub code: Option<String> = "code",
        /// May be empty.
        pub message: Option<String> = "message",
        pub target: Option<String> = "target",
        pub inner_error: Option<GraphInnerError> = "innerError",
        pub details: Vec<Value> = "details",
    }
}
