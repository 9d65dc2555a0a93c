//! Operations and types of batch.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ExecuteBatch`] | `POST /v1.0/$batch` | not documented |

mod execute;
mod model;

use http_core::Client;

pub use execute::{EXECUTE, ExecuteBatch};
pub use model::{BatchRequest, BatchRequestItem, BatchResponse, BatchResponseItem};

/// The operations of batch; each method begins a request.
#[derive(Clone, Debug)]
pub struct Batch {
    pub(crate) client: Client,
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
