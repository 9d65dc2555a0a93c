//! `graph.identity_accounts.list`: List identities seen by Defender for Identity.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::identity_accounts::IdentityAccounts;

/// `graph.identity_accounts.list`: List identities seen by Defender for Identity.
pub static LIST: Operation = Operation::get("graph.identity_accounts.list", "/v1.0/security/identities/identityAccounts").host("graph").summary("List identities seen by Defender for Identity").inputs(&[Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("onPremisesSecurityIdentifier eq 'Falcon'"),
Param::query("$select").help("Properties to return, separated by commas."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).filterable(&["onPremisesSecurityIdentifier"]).permissions(&["SecurityIdentitiesAccount.Read.All"], &["SecurityIdentitiesAccount.Read.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"])).columns(&[Column::new("id", Cell::Id),Column::new("displayName", Cell::Name),Column::new("domain", Cell::Text),Column::new("isEnabled", Cell::Text),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identitycontainer-list-identityaccounts.md");

/// List identities seen by Defender for Identity.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identitycontainer-list-identityaccounts.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().identity_accounts().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListIdentityAccounts {
    client: Client,
    request: Request,
}

impl ListIdentityAccounts {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`IdentityAccountsFilter`](super::IdentityAccountsFilter) has the documented properties.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
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

    /// Begins where another reading of the list stopped: on the page after the continuation's.
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        self.request = self.request.resume(continuation);
        self
    }

    /// Sends the request and decodes the first page.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Page<IdentityAccounts>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<IdentityAccounts> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<IdentityAccounts> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<IdentityAccounts> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListIdentityAccounts);
