//! `mde.baselines.list_profiles`: List security baseline profiles.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::baselines::BaselineProfile;

/// `mde.baselines.list_profiles`: List security baseline profiles.
pub static LIST_PROFILES: Operation = Operation::get("mde.baselines.list_profiles", "/api/baselineProfiles").host("mde").summary("List security baseline profiles").help("A time in the year 1 means that the value is not set.").inputs(&[Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("operatingSystem eq 'Windows 11'"),
Param::query("$top").kind(Kind::Integer).help("Rows per page; it does not limit the total."),
Param::query("$skip").kind(Kind::Integer).help("Number of rows to skip."),
]).collection("value").paging(Paging::Skip).page_size(10000).filterable(&["id", "name", "operatingSystem", "operatingSystemVersion", "status", "settingsNumber", "passedDevices", "totalDevices"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastUpdateTimeOffset").created("createdOnTimeOffset")).columns(&[Column::new("id", Cell::Id),Column::new("name", Cell::Name),Column::new("benchmark", Cell::Text),Column::new("operatingSystem", Cell::Text),Column::new("status", Cell::Text),Column::new("passedDevices", Cell::Number),Column::new("totalDevices", Cell::Number),]).source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-security-baselines-assessment-profiles.md");

/// List security baseline profiles.
///
/// A time in the year 1 means that the value is not set.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-security-baselines-assessment-profiles.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.baselines().list_profiles().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListBaselineProfiles {
    client: Client,
    request: Request,
}

impl ListBaselineProfiles {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_PROFILES);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`BaselineProfileFilter`](super::BaselineProfileFilter) has the documented properties.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Rows per page; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
    }

    /// Number of rows to skip.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("$skip", skip);
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
    pub async fn send(self) -> Result<Page<BaselineProfile>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<BaselineProfile> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<BaselineProfile> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<BaselineProfile> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListBaselineProfiles);
