//! The records and words of this group.

use http_core::{Id, Value};

http_core::entity! {
    /// Batch request.
    ///
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/json-batching.md`.
    pub struct BatchRequest {
        /// Requests. 20 at most.
        pub requests: Vec<BatchRequestItem> = "requests",
    }
}

http_core::entity! {
    /// Batch request item.
    ///
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/json-batching.md`.
    pub struct BatchRequestItem {
        /// Id. Unique inside the batch.
        pub id: Id<BatchRequestItem> = "id",
        /// Method.
        pub method: Option<String> = "method",
        /// Url. Relative to the version, starts with /.
        pub url: Option<String> = "url",
        /// Headers. Content-Type needed when there is a body.
        pub headers: Option<Value> = "headers",
        /// Body.
        pub body: Option<Value> = "body",
        /// Depends on. Ids that must finish first; a failed one makes this 424.
        pub depends_on: Vec<String> = "dependsOn",
    }
}

http_core::entity! {
    /// Batch response.
    ///
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/json-batching.md`.
    pub struct BatchResponse {
        /// Responses. Any order; correlate by id.
        pub responses: Vec<BatchResponseItem> = "responses",
    }
}

http_core::entity! {
    /// Batch response item.
    ///
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/json-batching.md`.
    pub struct BatchResponseItem {
        /// Id.
        pub id: Id<BatchResponseItem> = "id",
        /// Status. The outer 200 says nothing about this one.
        pub status: Option<i64> = "status",
        /// Headers.
        pub headers: Option<Value> = "headers",
        /// Body.
        pub body: Option<Value> = "body",
    }
}
