//! `mdca.policies.query`: List policies.

use http_core::rows::Rows;
use http_core::{
    BodyKind, Cell, Client, Column, Continuation, Effect, EffectKind, Items, Kind, Operation, Page,
    Pager, Paging, Param, RateLimit, RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::policies::Policy;
use crate::policies::PolicyFilters;

/// `mdca.policies.query`: List policies. Status: observed.
pub static QUERY: Operation = Operation::post("mdca.policies.query", "/cas/api/v1/policies/")
    .host("mdca_portal")
    .summary("List policies")
    .status(Status::Observed)
    .inputs(&[
        Param::body("filters")
            .kind(Kind::Json)
            .help("Filters of the list, as JSON, such as `type`.")
            .example("{\"type\":{\"eq\":[\"ANOMALY_DETECTION\"]}}"),
        Param::body("skip")
            .kind(Kind::Integer)
            .help("Number of rows to skip."),
        Param::body("limit")
            .kind(Kind::Integer)
            .help("Rows per page; 100 at most."),
    ])
    .body(BodyKind::Json)
    .collection("data")
    .paging(Paging::SkipLimit)
    .page_size(100)
    .filter_fields(PolicyFilters::FIELDS)
    .filterable(&["type"])
    .idempotent()
    .limits(&[RateLimit::per_minute(30)])
    .limit_class("mdca")
    .permissions(
        &["investigation.read", "investigation.manage"],
        &["investigation.read", "investigation.manage"],
    )
    .effect(Effect::new(EffectKind::Read))
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["_id"])
            .version("lastModified"),
    )
    .columns(&[
        Column::new("_id", Cell::Id),
        Column::new("name", Cell::Name),
        Column::new("policyType", Cell::Text),
        Column::new("enabled", Cell::Text),
        Column::new("lastModified", Cell::Age),
    ])
    .source("microsoft/MCAS:Functions/Get-MCASPolicy.ps1");

/// List policies.
///
/// Source: `microsoft/MCAS:Functions/Get-MCASPolicy.ps1`.
///
/// ```
/// # use mdca_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.policies().query().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct QueryPolicies {
    client: Client,
    request: Request,
}

impl QueryPolicies {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&QUERY);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Filters of the list, as JSON, such as `type`.
    pub fn filters(mut self, filters: &PolicyFilters) -> Self {
        self.request = self.request.set_json("filters", filters);
        self
    }

    /// Number of rows to skip.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("skip", skip);
        self
    }

    /// Rows per page; 100 at most.
    pub fn limit(mut self, limit: u32) -> Self {
        self.request = self.request.set("limit", limit);
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
    pub async fn send(self) -> Result<Page<Policy>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Policy> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Policy> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Policy> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(QueryPolicies);
