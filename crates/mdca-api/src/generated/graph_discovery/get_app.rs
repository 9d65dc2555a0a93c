//! `mdca.graph_discovery.get_app`: Get one app of a stream.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result, Status};

use crate::graph_discovery::CloudAppDiscoveryReport;
use crate::graph_discovery::DiscoveredCloudAppDetail;

/// `mdca.graph_discovery.get_app`: Get one app of a stream. Status: preview.
pub static GET_APP: Operation = Operation::get("mdca.graph_discovery.get_app", "/beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')/{app_id}").host("graph").summary("Get one app of a stream").help("period is P7D, P30D or P90D. Global cloud only; GET only; no rate limit is \
given beyond Graph's own. ").status(Status::Preview).inputs(&[Param::path("stream_id"),
Param::path("period"),
Param::path("app_id"),
Param::query("$select").help("members to send, separated by commas"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["CloudApp-Discovery.Read.All"], &["CloudApp-Discovery.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappdetail-get.md");

/// Get one app of a stream.
///
/// Period is P7D, P30D or P90D. Global cloud only; GET only; no rate limit is given beyond
/// Graph's own.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappdetail-get.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph_discovery().get_app("stream-id", "period", "app-id").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetGraphDiscoveryApp {
    client: Client,
    request: Request,
}

impl GetGraphDiscoveryApp {
    pub(super) fn new(
        client: &Client,
        stream_id: impl Into<Id<CloudAppDiscoveryReport>>,
        period: impl Into<String>,
        app_id: impl Into<String>,
    ) -> Self {
        let stream_id: Id<CloudAppDiscoveryReport> = stream_id.into();
        let period: String = period.into();
        let app_id: String = app_id.into();
        let request = Request::new(&GET_APP)
            .set("stream_id", stream_id)
            .set("period", period)
            .set("app_id", app_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Select. Members to send, separated by commas.
    pub fn select(mut self, select: impl Into<String>) -> Self {
        let select: String = select.into();
        self.request = self.request.set("$select", select);
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
    pub async fn send(self) -> Result<DiscoveredCloudAppDetail> {
        self.client.send(self.request).await
    }
}
