//! `mdca.graph_discovery.get_app`: Get one app of a stream.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result, Status};

use crate::graph_discovery::CloudAppDiscoveryReport;
use crate::graph_discovery::DiscoveredCloudAppDetail;

/// `mdca.graph_discovery.get_app`: Get one app of a stream. Status: preview.
pub static GET_APP: Operation = Operation::get("mdca.graph_discovery.get_app", "/beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')/{app_id}").host("graph").summary("Get one app of a stream").help("Available in the global cloud only.").status(Status::Preview).inputs(&[Param::path("stream_id").example("6d395c86-d28c-4b48-8ce2-021149c094dd"),
Param::path("period").help("Length of the period: P7D, P30D or P90D.").example("P30D"),
Param::path("app_id").example("11161"),
Param::query("$select").help("Properties to return, separated by commas."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["CloudApp-Discovery.Read.All"], &["CloudApp-Discovery.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappdetail-get.md");

/// Get one app of a stream.
///
/// Available in the global cloud only.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappdetail-get.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph_discovery().get_app("6d395c86-d28c-4b48-8ce2-021149c094dd", "P30D", "11161").send().await?;
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

    /// Properties to return, separated by commas.
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

http_core::call_options!(GetGraphDiscoveryApp);
