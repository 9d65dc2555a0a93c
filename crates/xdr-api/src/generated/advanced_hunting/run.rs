//! `xdr.advanced_hunting.run`: Run a KQL hunting query.

use http_core::rows::TableRows;
use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Operation, Param, RateLimit, Request, Result,
    Status,
};

use crate::advanced_hunting::XdrHuntingResponse;

/// `xdr.advanced_hunting.run`: Run a KQL hunting query. Status: legacy.
pub static RUN: Operation = Operation::post("xdr.advanced_hunting.run", "/api/advancedhunting/run")
    .host("xdr")
    .summary("Run a KQL hunting query")
    .help(
        "A query runs three minutes at most. The vendor is retiring it in favour of \
`graph.hunting.run`.",
    )
    .status(Status::Legacy)
    .replaced_by(&["graph.hunting.run"])
    .inputs(&[Param::body("Query")
        .required()
        .help("Hunting query in KQL. It reaches back 30 days at most.")
        .example("DeviceInfo | take 5")])
    .body(BodyKind::Json)
    .answer(AnswerKind::Object)
    .idempotent()
    .limits(&[RateLimit::per_minute(45)])
    .permissions(&["AdvancedHunting.Read.All"], &["AdvancedHunting.Read"])
    .effect(Effect::new(EffectKind::Read))
    .source("MicrosoftDocs/defender-docs:defender-xdr/api-advanced-hunting.md");

/// Run a KQL hunting query.
///
/// A query runs three minutes at most. The vendor is retiring it in favour of
/// `graph.hunting.run`.
///
/// Source: `MicrosoftDocs/defender-docs:defender-xdr/api-advanced-hunting.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
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
    pub async fn send(self) -> Result<XdrHuntingResponse> {
        self.client.send(self.request).await
    }

    /// The rows of the answer as their own bytes, handed on while it arrives, in constant memory.
    pub fn rows(self) -> TableRows {
        self.client.table_rows(self.request, "results")
    }
}

http_core::call_options!(RunAdvancedHunting);
