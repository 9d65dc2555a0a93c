//! Operations and types of advanced hunting.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`RunAdvancedHunting`] | `POST /api/advancedqueries/run` | `AdvancedQuery.Read.All` |

mod model;
mod run;

use http_core::Client;

pub use model::{AdvancedQueryColumn, AdvancedQueryResponse};
pub use run::{RUN, RunAdvancedHunting};

/// The operations of advanced hunting; each method begins a request.
#[derive(Clone, Debug)]
pub struct AdvancedHunting {
    pub(crate) client: Client,
}

impl AdvancedHunting {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Run a hunting query. See [`RunAdvancedHunting`].
    pub fn run(&self, query: impl Into<String>) -> RunAdvancedHunting {
        RunAdvancedHunting::new(&self.client, query)
    }
}
