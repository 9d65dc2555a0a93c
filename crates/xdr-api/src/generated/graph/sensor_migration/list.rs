//! `graph.sensor_migration.list`: List sensors with their migration state.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Operation, Page, Pager, Paging, RawItems,
    Record, RecordKind, Request, Result, Status,
};

use crate::graph::sensor_migration::SensorMigration;

/// `graph.sensor_migration.list`: List sensors with their migration state. Status: preview.
pub static LIST: Operation = Operation::get(
    "graph.sensor_migration.list",
    "/beta/security/identities/sensorMigration",
)
.host("graph")
.summary("List sensors with their migration state")
.status(Status::Preview)
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &["SecurityIdentitiesMigration.Read.All"],
    &["SecurityIdentitiesMigration.Read.All"],
)
.record(&Record::new(RecordKind::Snapshot).key(&["id"]))
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("displayName", Cell::Name),
    Column::new("domainName", Cell::Text),
    Column::new("migrationState", Cell::Text),
    Column::new("healthStatus", Cell::Text),
])
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// List sensors with their migration state.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().sensor_migration().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListSensorMigration {
    client: Client,
    request: Request,
}

impl ListSensorMigration {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
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
    pub async fn send(self) -> Result<Page<SensorMigration>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<SensorMigration> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<SensorMigration> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<SensorMigration> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListSensorMigration);
