//! `mde.authenticated_scans.history_by_definition`: List scan history of definitions.

use http_core::rows::Rows;
use http_core::{
    BodyKind, Cell, Client, Column, Continuation, Effect, EffectKind, Id, Items, Kind, Operation,
    Page, Pager, Paging, Param, RateLimit, RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::authenticated_scans::ScanDefinition;
use crate::authenticated_scans::ScanHistoryByDefinition;

/// `mde.authenticated_scans.history_by_definition`: List scan history of definitions. Status:
/// preview.
pub static HISTORY_BY_DEFINITION: Operation = Operation::post(
    "mde.authenticated_scans.history_by_definition",
    "/api/DeviceAuthenticatedScanDefinitions/GetScanHistoryByScanDefinitionId",
)
.host("mde")
.summary("List scan history of definitions")
.status(Status::Preview)
.inputs(&[
    Param::query("$top")
        .kind(Kind::Integer)
        .help("Rows per page; it does not limit the total."),
    Param::query("$skip")
        .kind(Kind::Integer)
        .help("Number of rows to skip."),
    Param::body("ScanDefinitionIds")
        .kind(Kind::List)
        .required()
        .help("Ids of the scan definitions.")
        .example("e113caab-d6d1-4396-97eb-cb6b842e849a"),
])
.body(BodyKind::Json)
.collection("value")
.paging(Paging::Skip)
.page_size(4096)
.idempotent()
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Read.All"], &["Machine.Read"])
.role("ViewData or TvmViewData")
.effect(Effect::new(EffectKind::Read))
.record(&Record::new(RecordKind::Event).created("lastScanned"))
.columns(&[
    Column::new("scanDefinitionId", Cell::Id),
    Column::new("scanStatus", Cell::Text),
    Column::new("lastScanned", Cell::Age),
    Column::new("ScannerId", Cell::Id),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-definition.md");

/// List scan history of definitions.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-definition.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.authenticated_scans().history_by_definition(["e113caab-d6d1-4396-97eb-cb6b842e849a"]).items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HistoryAuthenticatedScansByDefinition {
    client: Client,
    request: Request,
}

impl HistoryAuthenticatedScansByDefinition {
    pub(super) fn new(
        client: &Client,
        scan_definition_ids: impl IntoIterator<Item = impl Into<Id<ScanDefinition>>>,
    ) -> Self {
        let request = Request::new(&HISTORY_BY_DEFINITION).set(
            "ScanDefinitionIds",
            scan_definition_ids
                .into_iter()
                .map(Into::into)
                .collect::<Vec<Id<ScanDefinition>>>(),
        );
        Self {
            client: client.clone(),
            request,
        }
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
    pub async fn send(self) -> Result<Page<ScanHistoryByDefinition>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<ScanHistoryByDefinition> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<ScanHistoryByDefinition> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<ScanHistoryByDefinition> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(HistoryAuthenticatedScansByDefinition);
