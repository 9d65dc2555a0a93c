//! `GraphError`.

use http_core::Value;

use crate::common::GraphInnerError;

http_core::entity! {
    /// Graph error.
    ///
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/errors.md`.
    pub struct GraphError {
        /// Code. Free text code, e.g. UnknownError, BadRequest.
        pub code: Option<String> = "code",
        /// Message. May be empty.
        pub message: Option<String> = "message",
        /// Target.
        pub target: Option<String> = "target",
        /// Inner error.
        pub inner_error: Option<GraphInnerError> = "innerError",
        /// Details.
        pub details: Vec<Value> = "details",
    }
}
