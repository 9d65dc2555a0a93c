//! `mde.machines.find_by_tag`: Find devices by tag.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Kind, Operation, Page, Pager, Param, RateLimit,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::machines::Machine;

/// `mde.machines.find_by_tag`: Find devices by tag.
pub static FIND_BY_TAG: Operation =
    Operation::get("mde.machines.find_by_tag", "/api/machines/findbytag")
        .host("mde")
        .summary("Find devices by tag")
        .help("Signed-in users see only devices of their device groups.")
        .inputs(&[
            Param::query("tag")
                .required()
                .help("Tag to look for.")
                .example("domain-controller"),
            Param::query("useStartsWithFilter")
                .kind(Kind::Bool)
                .help("Matches the tag as a prefix."),
        ])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(
            &["Machine.Read.All", "Machine.ReadWrite.All"],
            &["Machine.Read", "Machine.ReadWrite"],
        )
        .role("View Data")
        .record(
            &Record::new(RecordKind::Mutable)
                .key(&["id"])
                .created("firstSeen")
                .seen("lastSeen"),
        )
        .columns(&[
            Column::new("id", Cell::Id),
            Column::new("computerDnsName", Cell::Name),
            Column::new("osPlatform", Cell::Text),
            Column::new("healthStatus", Cell::Text),
            Column::new("riskScore", Cell::Severity),
            Column::new("lastSeen", Cell::Age),
            Column::new("exposureLevel", Cell::Severity),
            Column::new("machineTags", Cell::Text),
        ])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/find-machines-by-tag.md");

/// Find devices by tag.
///
/// Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/find-machines-by-tag.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.machines().find_by_tag("domain-controller").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct FindMachinesByTag {
    client: Client,
    request: Request,
}

impl FindMachinesByTag {
    pub(super) fn new(client: &Client, tag: impl Into<String>) -> Self {
        let tag: String = tag.into();
        let request = Request::new(&FIND_BY_TAG).set("tag", tag);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Matches the tag as a prefix.
    pub fn use_starts_with_filter(mut self, use_starts_with_filter: bool) -> Self {
        self.request = self
            .request
            .set("useStartsWithFilter", use_starts_with_filter);
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
    pub async fn send(self) -> Result<Page<Machine>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Machine> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Machine> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Machine> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(FindMachinesByTag);
