//! `graph.hunting.run`: Run a KQL hunting query.

use http_core::rows::TableRows;
use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Operation, Param, RateLimit, Request, Result,
};

use crate::graph::hunting::HuntingQueryResults;

/// `graph.hunting.run`: Run a KQL hunting query.
pub static RUN: Operation = Operation::post("graph.hunting.run", "/v1.0/security/runHuntingQuery").host("graph").summary("Run a KQL hunting query").help("A query runs three minutes at most. A tenant has at least 45 calls a \
minute.").inputs(&[Param::body("Query").required().help("Hunting query in KQL.").example("DeviceInfo | take 5"),
Param::body("Timespan").help("Time range of the query in ISO 8601: a duration, a start, or two of start, \
duration and end with a slash between.").example("P7D"),
Param::body("workspaceId").help("Microsoft Sentinel workspace to query."),
]).body(BodyKind::Json).answer(AnswerKind::Object).idempotent().limits(&[RateLimit::per_minute(45),]).permissions(&["ThreatHunting.Read.All"], &["ThreatHunting.Read.All"]).effect(Effect::new(EffectKind::Read)).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-security-runhuntingquery.md");

/// Run a KQL hunting query.
///
/// A query runs three minutes at most. A tenant has at least 45 calls a minute.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-security-runhuntingquery.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().hunting().run("DeviceInfo | take 5").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct RunHunting {
    client: Client,
    request: Request,
}

impl RunHunting {
    pub(super) fn new(client: &Client, query: impl Into<String>) -> Self {
        let query: String = query.into();
        let request = Request::new(&RUN).set("Query", query);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Time range of the query in ISO 8601: a duration, a start, or two of start, duration and end
    /// with a slash between.
    pub fn timespan(mut self, timespan: impl Into<String>) -> Self {
        let timespan: String = timespan.into();
        self.request = self.request.set("Timespan", timespan);
        self
    }

    /// Microsoft Sentinel workspace to query.
    pub fn workspace_id(mut self, workspace_id: impl Into<String>) -> Self {
        let workspace_id: String = workspace_id.into();
        self.request = self.request.set("workspaceId", workspace_id);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<HuntingQueryResults> {
        self.client.send(self.request).await
    }

    /// The rows of the answer as their own bytes, handed on while it arrives, in constant memory.
    pub fn rows(self) -> TableRows {
        self.client.table_rows(self.request, "results")
    }
}

http_core::call_options!(RunHunting);
