//! `graph.audit_log.list_records`: List the records found by an audit search.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Id, Items, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::audit_log::AuditLogQuery;
use crate::graph::audit_log::AuditLogRecord;

/// `graph.audit_log.list_records`: List the records found by an audit search.
pub static LIST_RECORDS: Operation = Operation::get("graph.audit_log.list_records", "/v1.0/security/auditLog/queries/{audit_log_query_id}/records").host("graph").summary("List the records found by an audit search").inputs(&[Param::path("audit_log_query_id").example("48223219-a89e-4f33-99f7-feaa1c791743"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["AuditLogsQuery-Entra.Read.All", "AuditLogsQuery-CRM.Read.All", "AuditLogsQuery-Endpoint.Read.All", "AuditLogsQuery-Exchange.Read.All", "AuditLogsQuery-OneDrive.Read.All", "AuditLogsQuery-SharePoint.Read.All", "AuditLogsQuery.Read.All"], &["AuditLogsQuery-Entra.Read.All", "AuditLogsQuery-CRM.Read.All", "AuditLogsQuery-Endpoint.Read.All", "AuditLogsQuery-Exchange.Read.All", "AuditLogsQuery-OneDrive.Read.All", "AuditLogsQuery-SharePoint.Read.All", "AuditLogsQuery.Read.All"]).record(&Record::new(RecordKind::Event).key(&["id"]).created("createdDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("createdDateTime", Cell::Age),Column::new("operation", Cell::Text),Column::new("service", Cell::Text),Column::new("userPrincipalName", Cell::Name),Column::new("clientIp", Cell::Text),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-auditlogquery-list-records.md");

/// List the records found by an audit search.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-auditlogquery-list-records.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().audit_log().list_records("48223219-a89e-4f33-99f7-feaa1c791743").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListAuditLogRecords {
    client: Client,
    request: Request,
}

impl ListAuditLogRecords {
    pub(super) fn new(client: &Client, audit_log_query_id: impl Into<Id<AuditLogQuery>>) -> Self {
        let audit_log_query_id: Id<AuditLogQuery> = audit_log_query_id.into();
        let request = Request::new(&LIST_RECORDS).set("audit_log_query_id", audit_log_query_id);
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
    pub async fn send(self) -> Result<Page<AuditLogRecord>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<AuditLogRecord> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<AuditLogRecord> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<AuditLogRecord> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListAuditLogRecords);
