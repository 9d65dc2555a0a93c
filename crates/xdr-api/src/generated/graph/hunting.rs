//! Operations and types of hunting.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetHuntingSchema`] | `GET /beta/security/getHuntingSchema` | `ThreatHunting.Read.All` |
//! | [`RunHunting`] | `POST /v1.0/security/runHuntingQuery` | `ThreatHunting.Read.All` |

mod get_schema;
mod model;
mod run;

use http_core::Client;

pub use get_schema::{GET_SCHEMA, GetHuntingSchema};
pub use model::{
    HuntingQueryResults, HuntingRowResult, HuntingSchemaBuiltInFunction, HuntingSchemaColumn,
    HuntingSchemaFunctions, HuntingSchemaParameter, HuntingSchemaResult,
    HuntingSchemaSavedFunction, HuntingSchemaTable, RecommendedHuntingQuery, SinglePropertySchema,
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

    /// Get the hunting tables, columns and functions. See [`GetHuntingSchema`].
    pub fn get_schema(&self) -> GetHuntingSchema {
        GetHuntingSchema::new(&self.client)
    }

    /// Run a KQL hunting query. See [`RunHunting`].
    pub fn run(&self, query: impl Into<String>) -> RunHunting {
        RunHunting::new(&self.client, query)
    }
}
