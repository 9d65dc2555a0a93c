//! The records and words of this group.

use http_core::{Id, Value};

http_core::entity! {
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/json-batching.md`.
    pub struct BatchRequest {
        /// 20 at most.
        pub requests: Vec<BatchRequestItem> = "requests",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/json-batching.md`.
    pub struct BatchRequestItem {
        /// Unique inside the batch.
        pub id: Id<BatchRequestItem> = "id",
        pub method: Option<String> = "method",
        /// Relative to the version, starts with /.
        pub url: Option<String> = "url",
        /// Content-Type needed when there is a body.
        pub headers: Option<Value> = "headers",
        pub body: Option<Value> = "body",
        /// Ids that must finish first; a failed one makes this 424.
        pub depends_on: Vec<String> = "dependsOn",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/json-batching.md`.
    pub struct BatchResponse {
        /// Any order; correlate by id.
        pub responses: Vec<BatchResponseItem> = "responses",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/json-batching.md`.
    pub struct BatchResponseItem {
        pub id: Id<BatchResponseItem> = "id",
        /// The outer 200 says nothing about this one.
        pub status: Option<i64> = "status",
        pub headers: Option<Value> = "headers",
        pub body: Option<Value> = "body",
    }
}
