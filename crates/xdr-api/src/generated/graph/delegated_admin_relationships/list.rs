//! `graph.delegated_admin_relationships.list`: List relationships with customers.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::delegated_admin_relationships::DelegatedAdminRelationship;

/// `graph.delegated_admin_relationships.list`: List relationships with customers.
pub static LIST: Operation = Operation::get("graph.delegated_admin_relationships.list", "/v1.0/tenantRelationships/delegatedAdminRelationships").host("graph").summary("List relationships with customers").help("The granular delegated admin privileges (GDAP) that customers have given \
to this tenant, a partner's. Ended relationships are listed, too; a \
customer may have several.").inputs(&[Param::query("$count").kind(Kind::Bool).help("Also returns the total number of rows."),
Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("status eq 'active'"),
Param::query("$orderby").help("Property to sort by, followed by `asc` or `desc`.").example("status asc"),
Param::query("$top").kind(Kind::Integer).help("Rows per page; it does not limit the total."),
]).collection("value").paging(Paging::NextLink).page_size(300).permissions(&["DelegatedAdminRelationship.Read.All", "DelegatedAdminRelationship.ReadWrite.All"], &["DelegatedAdminRelationship.Read.All", "DelegatedAdminRelationship.ReadWrite.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastModifiedDateTime").created("createdDateTime")).columns(&[Column::new("id", Cell::Id),Column::new("displayName", Cell::Name),Column::new("status", Cell::Text),Column::new("endDateTime", Cell::Text),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/tenantrelationship-list-delegatedadminrelationships.md");

/// List relationships with customers.
///
/// The granular delegated admin privileges (GDAP) that customers have given to this tenant, a
/// partner's. Ended relationships are listed, too; a customer may have several.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/tenantrelationship-list-delegatedadminrelationships.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().delegated_admin_relationships().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListDelegatedAdminRelationships {
    client: Client,
    request: Request,
}

impl ListDelegatedAdminRelationships {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Also returns the total number of rows.
    pub fn count(mut self, count: bool) -> Self {
        self.request = self.request.set("$count", count);
        self
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Property to sort by, followed by `asc` or `desc`.
    pub fn orderby(mut self, orderby: impl Into<String>) -> Self {
        let orderby: String = orderby.into();
        self.request = self.request.set("$orderby", orderby);
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
    pub async fn send(self) -> Result<Page<DelegatedAdminRelationship>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<DelegatedAdminRelationship> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<DelegatedAdminRelationship> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<DelegatedAdminRelationship> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListDelegatedAdminRelationships);
