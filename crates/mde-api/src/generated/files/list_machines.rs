//! `mde.files.list_machines`: List devices with a file.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Operation, Page, Pager, Param, RateLimit, RawItems,
    Record, RecordKind, Request, Result,
};

use crate::machines::Machine;

/// `mde.files.list_machines`: List devices with a file.
pub static LIST_MACHINES: Operation =
    Operation::get("mde.files.list_machines", "/api/files/{sha1}/machines")
        .host("mde")
        .summary("List devices with a file")
        .help(
            "Takes a SHA-1. An unknown file gives an empty list. Signed-in users see \
only devices of their device groups.",
        )
        .inputs(&[Param::path("sha1").example("8eb53d8e95b1f762f52a6849b402fdb9d6c1c4f7")])
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
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-file-related-machines.md");

/// List devices with a file.
///
/// Takes a SHA-1. An unknown file gives an empty list. Signed-in users see only devices of
/// their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-file-related-machines.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.files().list_machines("8eb53d8e95b1f762f52a6849b402fdb9d6c1c4f7").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListFileMachines {
    client: Client,
    request: Request,
}

impl ListFileMachines {
    pub(super) fn new(client: &Client, sha1: impl Into<String>) -> Self {
        let sha1: String = sha1.into();
        let request = Request::new(&LIST_MACHINES).set("sha1", sha1);
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

http_core::call_options!(ListFileMachines);
