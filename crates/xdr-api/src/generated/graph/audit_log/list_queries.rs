//! `graph.audit_log.list_queries`: List audit searches.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Operation, Page, Pager, Paging, RawItems,
    Record, RecordKind, Request, Result,
};

use crate::graph::audit_log::AuditLogQuery;

/// `graph.audit_log.list_queries`: List audit searches.
pub static LIST_QUERIES: Operation = Operation::get(
    "graph.audit_log.list_queries",
    "/v1.0/security/auditLog/queries",
)
.host("graph")
.summary("List audit searches")
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &[
        "AuditLogsQuery-Entra.Read.All",
        "AuditLogsQuery-CRM.Read.All",
        "AuditLogsQuery-Endpoint.Read.All",
        "AuditLogsQuery-Exchange.Read.All",
        "AuditLogsQuery-OneDrive.Read.All",
        "AuditLogsQuery-SharePoint.Read.All",
        "AuditLogsQuery.Read.All",
    ],
    &[
        "AuditLogsQuery-Entra.Read.All",
        "AuditLogsQuery-CRM.Read.All",
        "AuditLogsQuery-Endpoint.Read.All",
        "AuditLogsQuery-Exchange.Read.All",
        "AuditLogsQuery-OneDrive.Read.All",
        "AuditLogsQuery-SharePoint.Read.All",
        "AuditLogsQuery.Read.All",
    ],
)
.record(&Record::new(RecordKind::Mutable).key(&["id"]))
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("displayName", Cell::Name),
    Column::new("status", Cell::Text),
    Column::new("filterStartDateTime", Cell::Age),
    Column::new("filterEndDateTime", Cell::Age),
])
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// List audit searches.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().audit_log().list_queries().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListAuditLogQueries {
    client: Client,
    request: Request,
}

impl ListAuditLogQueries {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_QUERIES);
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
    pub async fn send(self) -> Result<Page<AuditLogQuery>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<AuditLogQuery> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<AuditLogQuery> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<AuditLogQuery> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListAuditLogQueries);
