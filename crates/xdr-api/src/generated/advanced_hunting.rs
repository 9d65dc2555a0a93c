//! Operations and types of advanced hunting.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`RunAdvancedHunting`] | `POST /api/advancedhunting/run` | `AdvancedHunting.Read.All` |

mod model;
mod run;

use http_core::Client;

pub use model::{XdrHuntingColumn, XdrHuntingResponse, XdrHuntingStats};
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

    /// Run a KQL hunting query. See [`RunAdvancedHunting`].
    pub fn run(&self, query: impl Into<String>) -> RunAdvancedHunting {
        RunAdvancedHunting::new(&self.client, query)
    }
}
