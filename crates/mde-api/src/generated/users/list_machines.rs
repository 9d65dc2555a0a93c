//! `mde.users.list_machines`: List a user's devices.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Items, Operation, Page, Pager, Param, RateLimit, RawItems,
    Record, RecordKind, Request, Result,
};

use crate::machines::Machine;

/// `mde.users.list_machines`: List a user's devices.
pub static LIST_MACHINES: Operation =
    Operation::get("mde.users.list_machines", "/api/users/{user_name}/machines")
        .host("mde")
        .summary("List a user's devices")
        .help(
            "Takes the bare user name (`user1`, not `user1@contoso.com`). An unknown \
user gives an empty list. Signed-in users see only devices of their device \
groups.",
        )
        .inputs(&[Param::path("user_name")
            .members(&["accountName"])
            .after("\\")
            .example("amelia.adler")])
        .collection("value")
        .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
        .permissions(&["Machine.ReadWrite.All"], &["Machine.ReadWrite"])
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
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-user-related-machines.md");

/// List a user's devices.
///
/// Takes the bare user name (`user1`, not `user1@contoso.com`). An unknown user gives an empty
/// list. Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-user-related-machines.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.users().list_machines("amelia.adler").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListUserMachines {
    client: Client,
    request: Request,
}

impl ListUserMachines {
    pub(super) fn new(client: &Client, user_name: impl Into<String>) -> Self {
        let user_name: String = user_name.into();
        let request = Request::new(&LIST_MACHINES).set("user_name", user_name);
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

http_core::call_options!(ListUserMachines);
