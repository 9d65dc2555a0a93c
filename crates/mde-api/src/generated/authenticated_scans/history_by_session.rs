//! `mde.authenticated_scans.history_by_session`: List scan history of sessions.

use http_core::rows::Rows;
use http_core::{
    BodyKind, Cell, Client, Column, Continuation, Effect, EffectKind, Items, Kind, Operation, Page,
    Pager, Param, RateLimit, RawItems, Record, RecordKind, Request, Result, Status,
};

use crate::authenticated_scans::ScanHistoryBySession;

/// `mde.authenticated_scans.history_by_session`: List scan history of sessions. Status:
/// preview.
pub static HISTORY_BY_SESSION: Operation = Operation::post(
    "mde.authenticated_scans.history_by_session",
    "/api/DeviceAuthenticatedScanDefinitions/GetScanHistoryBySessionId",
)
.host("mde")
.summary("List scan history of sessions")
.status(Status::Preview)
.inputs(&[Param::body("SessionIds")
    .kind(Kind::List)
    .required()
    .help("Ids of the scan sessions.")
    .example("01947d9c-6d6a-4b56-ae0a-f6f4eb8d53d5")])
.body(BodyKind::Json)
.collection("value")
.idempotent()
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["Machine.Read.All"], &["Machine.Read"])
.role("ViewData or TvmViewData")
.effect(Effect::new(EffectKind::Read))
.record(&Record::new(RecordKind::Event).created("lastScanned"))
.columns(&[
    Column::new("sessionId", Cell::Id),
    Column::new("scanStatus", Cell::Text),
    Column::new("numberOfTargets", Cell::Number),
    Column::new("numberOfSuccessfullyScannedTargets", Cell::Number),
    Column::new("lastScanned", Cell::Age),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-session.md");

/// List scan history of sessions.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/Get-scan-history-by-session.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.authenticated_scans().history_by_session(["01947d9c-6d6a-4b56-ae0a-f6f4eb8d53d5"]).items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct HistoryAuthenticatedScansBySession {
    client: Client,
    request: Request,
}

impl HistoryAuthenticatedScansBySession {
    pub(super) fn new(
        client: &Client,
        session_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let request = Request::new(&HISTORY_BY_SESSION).set(
            "SessionIds",
            session_ids
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
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
    pub async fn send(self) -> Result<Page<ScanHistoryBySession>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<ScanHistoryBySession> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<ScanHistoryBySession> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<ScanHistoryBySession> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(HistoryAuthenticatedScansBySession);
