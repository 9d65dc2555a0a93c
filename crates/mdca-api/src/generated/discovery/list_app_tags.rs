//! `mdca.discovery.list_app_tags`: List app tags.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Effect, EffectKind, Items, Operation, Page, Pager,
    RateLimit, RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::discovery::AppTag;

/// `mdca.discovery.list_app_tags`: List app tags. Status: retired.
pub static LIST_APP_TAGS: Operation = Operation::post("mdca.discovery.list_app_tags", "/api/v1/discovery/app_tags/").host("mdca_portal").summary("List app tags").help("The vendor withdrew the page that describes it.").status(Status::Retired).collection("data").idempotent().limits(&[RateLimit::per_minute(30),]).limit_class("mdca").effect(Effect::new(EffectKind::Read)).record(&Record::new(RecordKind::Snapshot).key(&["name"])).columns(&[Column::new("name", Cell::Name),Column::new("id", Cell::Id),Column::new("builtIn", Cell::Text),]).source("MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-app-tags.md@856e2857^");

/// List app tags.
///
/// The vendor withdrew the page that describes it.
///
/// Source:
/// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-app-tags.md@856e2857^`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.discovery().list_app_tags().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListDiscoveryAppTags {
    client: Client,
    request: Request,
}

impl ListDiscoveryAppTags {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_APP_TAGS);
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
    pub async fn send(self) -> Result<Page<AppTag>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<AppTag> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<AppTag> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<AppTag> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListDiscoveryAppTags);
