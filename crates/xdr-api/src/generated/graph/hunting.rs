//! Operations and types of hunting.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`RunHunting`] | `POST /v1.0/security/runHuntingQuery` | `ThreatHunting.Read.All` |

mod model;
mod run;

use http_core::{Answer, BodyKind, Client, Operation, Param, RateLimit};

pub use model::{
    HuntingQueryResults, HuntingRowResult, RecommendedHuntingQuery, SinglePropertySchema,
};
pub use run::RunHunting;

/// `graph.hunting.run`: Run a KQL hunting query.
pub static RUN: Operation = Operation::post("graph.hunting.run", "/v1.0/security/runHuntingQuery").host("graph").summary("Run a KQL hunting query").help("45 a minute is the floor per tenant; 3 minutes a query. Keys schema and \
results are lower case but one sample has Name/Type inside schema.").params(&[Param::body("Query").required().help("KQL; query is accepted as well"),
Param::body("Timespan").help("ISO 8601: a duration, start/end, duration/end, start/duration or a single \
start"),
]).body(BodyKind::Json).answer(Answer::Object).idempotent().limits(&[RateLimit::per_minute(45),]).permissions(&["ThreatHunting.Read.All"], &["ThreatHunting.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-security-runhuntingquery.md");

/// The operations of hunting; each method begins a request.
#[derive(Clone, Debug)]
pub struct Hunting {
    client: Client,
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
