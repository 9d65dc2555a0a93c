//! `mde.vulnerabilities.list`: List known vulnerabilities.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Items, Kind, Operation, Page, Pager,
    Paging, Param, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::vulnerabilities::Vulnerability;

/// `mde.vulnerabilities.list`: List known vulnerabilities.
pub static LIST: Operation = Operation::get("mde.vulnerabilities.list", "/api/vulnerabilities")
    .host("mde")
    .summary("List known vulnerabilities")
    .help(
        "Lists the whole catalogue, not only what affects the organisation. Not \
every id is a CVE.",
    )
    .inputs(&[
        Param::query("$filter")
            .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
            .example("severity eq 'High'"),
        Param::query("$top")
            .kind(Kind::Integer)
            .help("Rows per page; it does not limit the total."),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("Number of rows to skip."),
    ])
    .collection("value")
    .paging(Paging::Skip)
    .page_size(8000)
    .filterable(&[
        "id",
        "name",
        "description",
        "cvssV3",
        "publishedOn",
        "severity",
        "updatedOn",
    ])
    .filter_types(&[
        FilterProperty::new("publishedOn", Kind::Time),
        FilterProperty::new(
            "severity",
            Kind::Enum(&["Low", "Medium", "High", "Critical"]),
        ),
        FilterProperty::new("updatedOn", Kind::Time),
    ])
    .permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["id"])
            .version("updatedOn")
            .created("publishedOn")
            .since(Since::new("updatedOn", SinceForm::Filter("updatedOn"))),
    )
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("severity", Cell::Severity),
        Column::new("cvssV3", Cell::Number),
        Column::new("exposedMachines", Cell::Number),
        Column::new("publicExploit", Cell::Text),
        Column::new("publishedOn", Cell::Age),
        Column::new("description", Cell::Text),
    ])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-vulnerabilities.md");

/// List known vulnerabilities.
///
/// Lists the whole catalogue, not only what affects the organisation. Not every id is a CVE.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-vulnerabilities.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.vulnerabilities().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListVulnerabilities {
    client: Client,
    request: Request,
}

impl ListVulnerabilities {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`VulnerabilityFilter`](super::VulnerabilityFilter) has the documented properties.
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
    pub async fn send(self) -> Result<Page<Vulnerability>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Vulnerability> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Vulnerability> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Vulnerability> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListVulnerabilities);
