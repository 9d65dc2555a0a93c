//! `mdca.graph_discovery.list_app_users`: List users of an app.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Id, Items, Kind, Operation, Page, Pager, Paging,
    Param, RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::graph_discovery::CloudAppDiscoveryReport;
use crate::graph_discovery::DiscoveredCloudAppUser;

/// `mdca.graph_discovery.list_app_users`: List users of an app. Status: preview.
pub static LIST_APP_USERS: Operation = Operation::get("mdca.graph_discovery.list_app_users", "/beta/security/dataDiscovery/cloudAppDiscovery/uploadedStreams/{stream_id}/microsoft.graph.security.aggregatedAppsDetails(period=duration'{period}')/{app_id}/users").host("graph").summary("List users of an app").help("Available in the global cloud only.").status(Status::Preview).inputs(&[Param::path("stream_id").example("6d395c86-d28c-4b48-8ce2-021149c094dd"),
Param::path("period").help("Length of the period: P7D, P30D or P90D.").example("P30D"),
Param::path("app_id").example("11161"),
Param::query("$select").help("Properties to return, separated by commas."),
Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("userIdentifier eq 'ada@contoso.com'"),
Param::query("$skip").kind(Kind::Integer).help("Number of rows to skip."),
Param::query("$top").kind(Kind::Integer).help("Rows per page; it does not limit the total."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["CloudApp-Discovery.Read.All"], &["CloudApp-Discovery.Read.All"]).record(&Record::new(RecordKind::Snapshot).key(&["userIdentifier"])).columns(&[Column::new("userIdentifier", Cell::Name),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappdetail-list-users.md");

/// List users of an app.
///
/// Available in the global cloud only.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-discoveredcloudappdetail-list-users.md`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph_discovery().list_app_users("6d395c86-d28c-4b48-8ce2-021149c094dd", "P30D", "11161").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListGraphDiscoveryAppUsers {
    client: Client,
    request: Request,
}

impl ListGraphDiscoveryAppUsers {
    pub(super) fn new(
        client: &Client,
        stream_id: impl Into<Id<CloudAppDiscoveryReport>>,
        period: impl Into<String>,
        app_id: impl Into<String>,
    ) -> Self {
        let stream_id: Id<CloudAppDiscoveryReport> = stream_id.into();
        let period: String = period.into();
        let app_id: String = app_id.into();
        let request = Request::new(&LIST_APP_USERS)
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

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Number of rows to skip.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("$skip", skip);
        self
    }

    /// Rows per page; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
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
    pub async fn send(self) -> Result<Page<DiscoveredCloudAppUser>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<DiscoveredCloudAppUser> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<DiscoveredCloudAppUser> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<DiscoveredCloudAppUser> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListGraphDiscoveryAppUsers);
