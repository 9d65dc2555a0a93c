//! `mdca.graph_discovery.list_streams`: List discovery streams in Graph.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Operation, Page, Pager, Paging, RawItems,
    Record, RecordKind, Request, Result, Status,
};

use crate::graph_discovery::CloudAppDiscoveryReport;

/// `mdca.graph_discovery.list_streams`: List discovery streams in Graph. Status: preview.
pub static LIST_STREAMS: Operation = Operation::get("mdca.graph_discovery.list_streams", "/beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams").host("graph").summary("List discovery streams in Graph").help("OData options are not supported. Available in the global cloud only.").status(Status::Preview).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["CloudApp-Discovery.Read.All"], &["CloudApp-Discovery.Read.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastModifiedDateTime").created("createdDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("displayName", Cell::Name),Column::new("receiverProtocol", Cell::Text),Column::new("logFileCount", Cell::Number),Column::new("lastDataReceivedDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-datadiscoveryreport-list-uploadedstreams.md");

/// List discovery streams in Graph.
///
/// OData options are not supported. Available in the global cloud only.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-datadiscoveryreport-list-uploadedstreams.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph_discovery().list_streams().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListGraphDiscoveryStreams {
    client: Client,
    request: Request,
}

impl ListGraphDiscoveryStreams {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_STREAMS);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Begins where another reading of the list stopped: on the page after the continuation's.
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        self.request = self.request.resume(continuation);
        self
    }

    /// Sends the request and decodes the first page.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Page<CloudAppDiscoveryReport>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<CloudAppDiscoveryReport> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<CloudAppDiscoveryReport> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<CloudAppDiscoveryReport> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListGraphDiscoveryStreams);
