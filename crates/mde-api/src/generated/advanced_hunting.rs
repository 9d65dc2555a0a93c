//! Operations and types of advanced hunting.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`RunAdvancedHunting`] | `POST /api/advancedqueries/run` | `AdvancedQuery.Read.All` |

mod model;
mod run;

use http_core::{Answer, BodyKind, Client, Operation, Param, RateLimit, Status};

pub use model::{AdvancedQueryColumn, AdvancedQueryResponse};
pub use run::RunAdvancedHunting;

/// `mde.advanced_hunting.run`: Run a hunting query. Status: legacy.
pub static RUN: Operation = Operation::post("mde.advanced_hunting.run", "/api/advancedqueries/run")
    .host("mde")
    .summary("Run a hunting query")
    .help(
        "Retirement began in January 2026 in favour of Graph runHuntingQuery \
(MC1220762). 30 days of data, 100,000 rows, 200 s a query, 10 minutes of \
run time an hour and 3 hours a day per tenant; result at most 50 MB (newest \
page) or 124 MB (older pages). Only MDE tables. Delegated callers need the \
role permission 'View Data' and see only devices of their device groups.",
    )
    .status(Status::Legacy)
    .params(&[Param::body("Query").required().help("KQL")])
    .body(BodyKind::Json)
    .answer(Answer::Object)
    .idempotent()
    .limits(&[RateLimit::per_minute(45), RateLimit::per_hour(1500)])
    .permissions(&["AdvancedQuery.Read.All"], &["AdvancedQuery.Read"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/run-advanced-query-api.md");

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

    /// Run a hunting query. See [`RunAdvancedHunting`].
    pub fn run(&self, query: impl Into<String>) -> RunAdvancedHunting {
        RunAdvancedHunting::new(&self.client, query)
    }
}
