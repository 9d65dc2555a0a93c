//! `graph.sensors.list_health_issues`: List the health issues of one sensor.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Id, Items, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::health_issues::HealthIssue;
use crate::graph::sensors::Sensor;

/// `graph.sensors.list_health_issues`: List the health issues of one sensor.
pub static LIST_HEALTH_ISSUES: Operation = Operation::get(
    "graph.sensors.list_health_issues",
    "/v1.0/security/identities/sensors/{sensor_id}/healthIssues",
)
.host("graph")
.summary("List the health issues of one sensor")
.inputs(&[Param::path("sensor_id").example("0451ed17-7353-4b63-aefe-528d947ec05d")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &["SecurityIdentitiesHealth.Read.All"],
    &["SecurityIdentitiesHealth.Read.All"],
)
.record(
    &Record::new(RecordKind::Mutable)
        .key(&["id"])
        .version("lastModifiedDateTime")
        .created("createdDateTime"),
)
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("displayName", Cell::Name),
    Column::new("severity", Cell::Severity),
    Column::new("status", Cell::Text),
    Column::new("healthIssueType", Cell::Text),
    Column::new("createdDateTime", Cell::Age),
])
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// List the health issues of one sensor.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().sensors().list_health_issues("0451ed17-7353-4b63-aefe-528d947ec05d").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListSensorHealthIssues {
    client: Client,
    request: Request,
}

impl ListSensorHealthIssues {
    pub(super) fn new(client: &Client, sensor_id: impl Into<Id<Sensor>>) -> Self {
        let sensor_id: Id<Sensor> = sensor_id.into();
        let request = Request::new(&LIST_HEALTH_ISSUES).set("sensor_id", sensor_id);
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
    pub async fn send(self) -> Result<Page<HealthIssue>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<HealthIssue> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<HealthIssue> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<HealthIssue> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListSensorHealthIssues);
