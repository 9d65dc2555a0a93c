//! `mde.baselines.list_configurations`: List configurations of active baseline profiles.

use http_core::odata::Filter;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::baselines::BaselineConfiguration;

/// `mde.baselines.list_configurations`: List configurations of active baseline profiles.
pub static LIST_CONFIGURATIONS: Operation = Operation::get("mde.baselines.list_configurations", "/api/baselineConfigurations").host("mde").summary("List configurations of active baseline profiles").help("The page names no permission; see mde.baselines.list_profiles. id repeats \
between benchmarks: key by uniqueId. Description, rationale and remediation \
are HTML fragments. cce is a string (CCE-35116-3) although typed Int.").inputs(&[Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("$skip").kind(Kind::Integer).help("how many rows the service leaves out"),
]).collection("value").paging(Paging::Skip).page_size(10000).filterable(&["id", "category", "name", "CCE"]).record(&Record::new(RecordKind::Snapshot).key(&["uniqueId"])).columns(&[Column::new("uniqueId", Cell::Id),Column::new("name", Cell::Name),Column::new("category", Cell::Text),Column::new("benchmarkName", Cell::Text),Column::new("benchmarkVersion", Cell::Text),]).source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-security-baselines-assessment-configurations.md");

/// List configurations of active baseline profiles.
///
/// The page names no permission; see `mde.baselines.list_profiles.` id repeats between
/// benchmarks: key by uniqueId. Description, rationale and remediation are HTML fragments. cce
/// is a string (CCE-35116-3) although typed Int.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-security-baselines-assessment-configurations.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.baselines().list_configurations().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListBaselineConfigurations {
    client: Client,
    request: Request,
}

impl ListBaselineConfigurations {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_CONFIGURATIONS);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Filter. OData filter; text values in single quotes, a quote inside is doubled.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Top. How many rows the service puts into one answer; not a total, use a limit on the
    /// caller's side for that.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
    }

    /// Skip. How many rows the service leaves out.
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
    pub async fn send(self) -> Result<Page<BaselineConfiguration>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<BaselineConfiguration> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<BaselineConfiguration> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<BaselineConfiguration> {
        self.client.rows(self.request).into_raw_items()
    }
}
