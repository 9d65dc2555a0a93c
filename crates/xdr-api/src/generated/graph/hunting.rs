//! Operations and types of hunting.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`RunHunting`] | `POST /v1.0/security/runHuntingQuery` | `ThreatHunting.Read.All` |

mod model;
mod run;

use http_core::Client;

pub use model::{
    HuntingQueryResults, HuntingRowResult, RecommendedHuntingQuery, SinglePropertySchema,
};
pub use run::{RUN, RunHunting};

/// The operations of hunting; each method begins a request.
#[derive(Clone, Debug)]
pub struct Hunting {
    pub(crate) client: Client,
}

impl Hunting {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Run a KQL hunting query. See [`RunHunting`].
    pub fn run(&self, query: impl Into<String>) -> RunHunting {
        RunHunting::new(&self.client, query)
    }
}
