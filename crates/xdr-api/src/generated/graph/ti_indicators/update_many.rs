//! `graph.ti_indicators.update_many`: Change several indicators.

use http_core::{Client, Items, Page, Pager, RawItems, Request, Result};

use crate::graph::ti_indicators::TiIndicator;

/// Change several indicators.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-updatetiindicators.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().ti_indicators().update_many([Default::default()]).items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateMany {
    client: Client,
    request: Request,
}

impl UpdateMany {
    pub(super) fn new(client: &Client, value: impl IntoIterator<Item = TiIndicator>) -> Self {
        let request = Request::new(&super::UPDATE_MANY)
            .set_json("value", &value.into_iter().collect::<Vec<_>>());
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the first page.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Page<TiIndicator>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<TiIndicator> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<TiIndicator> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<TiIndicator> {
        self.client.rows(self.request).into_raw_items()
    }
}
