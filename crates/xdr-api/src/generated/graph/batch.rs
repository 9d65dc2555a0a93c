//! Operations and types of batch.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ExecuteBatch`] | `POST /v1.0/$batch` | not documented |

mod execute;
mod model;

use http_core::{Answer, BodyKind, Client, Kind, Operation, Param};

pub use execute::ExecuteBatch;
pub use model::{BatchRequest, BatchRequestItem, BatchResponse, BatchResponseItem};

/// `graph.batch.execute`: Send up to 20 requests at once.
pub static EXECUTE: Operation = Operation::post("graph.batch.execute", "/v1.0/$batch")
    .host("graph")
    .summary("Send up to 20 requests at once")
    .help(
        "Outer 200 says nothing about the parts; each part has its own status, is \
throttled on its own (429 with Retry-After in its headers) and may come \
back in any order. Permissions are those of the parts.",
    )
    .params(&[Param::body("requests")
        .kind(Kind::Json)
        .required()
        .help("20 at most")])
    .body(BodyKind::Json)
    .answer(Answer::Object)
    .source("microsoftgraph/microsoft-graph-docs:concepts/json-batching.md");

/// The operations of batch; each method begins a request.
#[derive(Clone, Debug)]
pub struct Batch {
    client: Client,
}

impl Batch {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Send up to 20 requests at once. See [`ExecuteBatch`].
    pub fn execute(&self, requests: impl IntoIterator<Item = BatchRequestItem>) -> ExecuteBatch {
        ExecuteBatch::new(&self.client, requests)
    }
}
