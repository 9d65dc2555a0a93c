//! `graph.incidents.list_alerts`: List the alerts of one incident.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Id, Items, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::alerts::Alert;
use crate::graph::incidents::Incident;

/// `graph.incidents.list_alerts`: List the alerts of one incident.
pub static LIST_ALERTS: Operation = Operation::get(
    "graph.incidents.list_alerts",
    "/v1.0/security/incidents/{incident_id}/alerts",
)
.host("graph")
.summary("List the alerts of one incident")
.inputs(&[Param::path("incident_id").example("1044")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &[
        "SecurityIncident.Read.All",
        "SecurityIncident.ReadWrite.All",
    ],
    &[
        "SecurityIncident.Read.All",
        "SecurityIncident.ReadWrite.All",
    ],
)
.record(
    &Record::new(RecordKind::Mutable)
        .key(&["id"])
        .version("lastUpdateDateTime")
        .created("createdDateTime"),
)
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("incidentId", Cell::Id),
    Column::new("title", Cell::Name),
    Column::new("severity", Cell::Severity),
    Column::new("status", Cell::Text),
    Column::new("createdDateTime", Cell::Age),
    Column::new("serviceSource", Cell::Text),
    Column::new("assignedTo", Cell::Text),
])
.source("microsoftgraph/microsoft-graph-docs-contrib:concepts/alertsv1-alertsv2-migration.md");

/// List the alerts of one incident.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:concepts/alertsv1-alertsv2-migration.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().incidents().list_alerts("1044").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListIncidentAlerts {
    client: Client,
    request: Request,
}

impl ListIncidentAlerts {
    pub(super) fn new(client: &Client, incident_id: impl Into<Id<Incident>>) -> Self {
        let incident_id: Id<Incident> = incident_id.into();
        let request = Request::new(&LIST_ALERTS).set("incident_id", incident_id);
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
    pub async fn send(self) -> Result<Page<Alert>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Alert> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Alert> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Alert> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListIncidentAlerts);
