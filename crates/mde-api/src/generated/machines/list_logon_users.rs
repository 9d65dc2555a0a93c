//! `mde.machines.list_logon_users`: List users who logged on to a device.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Id, Items, Operation, Page, Pager, Param, RateLimit,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::machines::Machine;
use crate::users::User;

/// `mde.machines.list_logon_users`: List users who logged on to a device.
pub static LIST_LOGON_USERS: Operation = Operation::get(
    "mde.machines.list_logon_users",
    "/api/machines/{machine_id}/logonusers",
)
.host("mde")
.summary("List users who logged on to a device")
.help("Signed-in users see only devices of their device groups.")
.inputs(&[Param::path("machine_id").example("0f4d7265a9d03fc22b960d84c410343d7e432091")])
.collection("value")
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(&["User.Read.All"], &["User.Read.All"])
.role("View Data")
.record(&Record::new(RecordKind::Snapshot).key(&["id"]))
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("accountName", Cell::Name),
    Column::new("accountDomain", Cell::Text),
    Column::new("logonTypes", Cell::Text),
    Column::new("lastSeen", Cell::Age),
    Column::new("isDomainAdmin", Cell::Text),
])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machine-log-on-users.md");

/// List users who logged on to a device.
///
/// Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-machine-log-on-users.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.machines().list_logon_users("0f4d7265a9d03fc22b960d84c410343d7e432091").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListMachineLogonUsers {
    client: Client,
    request: Request,
}

impl ListMachineLogonUsers {
    pub(super) fn new(client: &Client, machine_id: impl Into<Id<Machine>>) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let request = Request::new(&LIST_LOGON_USERS).set("machine_id", machine_id);
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
    pub async fn send(self) -> Result<Page<User>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<User> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<User> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<User> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListMachineLogonUsers);
