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
        /// Ids of requests that must finish first. If one of them fails, this one ends with 424.
        pub depends_on: Vec<String> = "dependsOn",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/json-batching.md`.
    pub struct BatchResponse {
        /// Any order. Correlate by id.
        pub responses: Vec<BatchResponseItem> = "responses",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/microsoft-graph-docs:concepts/json-batching.md`.
    pub struct BatchResponseItem {
        pub id: Id<BatchResponseItem> = "id",
        /// The status of this request. That of the batch is 200.
        pub status: Option<i64> = "status",
        pub headers: Option<Value> = "headers",
        pub body: Option<Value> = "body",
    }
}
