//! Operations and types of advanced hunting.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`RunAdvancedHunting`] | `POST /api/advancedhunting/run` | `AdvancedHunting.Read.All` |

mod model;
mod run;

use http_core::{Answer, BodyKind, Client, Operation, Param, RateLimit, Status};

pub use model::{XdrHuntingColumn, XdrHuntingResponse, XdrHuntingStats};
pub use run::RunAdvancedHunting;

/// `xdr.advanced_hunting.run`: Run a KQL hunting query. Status: legacy.
pub static RUN: Operation = Operation::post("xdr.advanced_hunting.run", "/api/advancedhunting/run")
    .host("xdr")
    .summary("Run a KQL hunting query")
    .help(
        "45 a minute is the floor, large tenants get more. Cut off after 3 minutes. \
Body key is capital Query, response keys are capital Stats, Schema, \
Results. Replaced by graph.hunting.run.",
    )
    .status(Status::Legacy)
    .params(&[Param::body("Query")
        .required()
        .help("KQL, 30 days back at most")])
    .body(BodyKind::Json)
    .answer(Answer::Object)
    .idempotent()
    .limits(&[RateLimit::per_minute(45)])
    .permissions(&["AdvancedHunting.Read.All"], &["AdvancedHunting.Read"])
    .source("MicrosoftDocs/defender-docs:defender-xdr/api-advanced-hunting.md");

/// The operations of advanced hunting; each method begins a request.
#[derive(Clone, Debug)]
pub struct AdvancedHunting {
    client: Client,
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
