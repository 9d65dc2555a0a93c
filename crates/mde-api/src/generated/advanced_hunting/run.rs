//! `mde.advanced_hunting.run`: Run a hunting query.

use http_core::rows::TableRows;
use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Operation, Param, RateLimit, Request, Result,
    Status,
};

use crate::advanced_hunting::AdvancedQueryResponse;

/// `mde.advanced_hunting.run`: Run a hunting query. Status: legacy.
pub static RUN: Operation = Operation::post("mde.advanced_hunting.run", "/api/advancedqueries/run")
    .host("mde")
    .summary("Run a hunting query")
    .help(
        "Searches 30 days of data of Defender for Endpoint and returns 100,000 rows \
at most. The vendor is retiring it in favour of `graph.hunting.run`. \
Signed-in users see only devices of their device groups.",
    )
    .status(Status::Legacy)
    .replaced_by(&["graph.hunting.run"])
    .inputs(&[Param::body("Query")
        .required()
        .help("Hunting query in KQL.")
        .example("DeviceInfo | take 5")])
    .body(BodyKind::Json)
    .answer(AnswerKind::Object)
    .idempotent()
    .limits(&[RateLimit::per_minute(45), RateLimit::per_hour(1500)])
    .permissions(&["AdvancedQuery.Read.All"], &["AdvancedQuery.Read"])
    .role("View Data")
    .effect(Effect::new(EffectKind::Read))
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/run-advanced-query-api.md");

/// Run a hunting query.
///
/// Searches 30 days of data of Defender for Endpoint and returns 100,000 rows at most. The
/// vendor is retiring it in favour of `graph.hunting.run`. Signed-in users see only devices of
/// their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/run-advanced-query-api.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.advanced_hunting().run("DeviceInfo | take 5").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct RunAdvancedHunting {
    client: Client,
    request: Request,
}

impl RunAdvancedHunting {
    pub(super) fn new(client: &Client, query: impl Into<String>) -> Self {
        let query: String = query.into();
        let request = Request::new(&RUN).set("Query", query);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<AdvancedQueryResponse> {
        self.client.send(self.request).await
    }

    /// The rows of the answer as their own bytes, handed on while it arrives, in constant memory.
    pub fn rows(self) -> TableRows {
        self.client.table_rows(self.request, "results")
    }
}

http_core::call_options!(RunAdvancedHunting);
