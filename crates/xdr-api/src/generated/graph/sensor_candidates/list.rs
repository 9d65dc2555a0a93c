//! `graph.sensor_candidates.list`: List servers that could become sensors.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Kind, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::sensor_candidates::SensorCandidate;

/// `graph.sensor_candidates.list`: List servers that could become sensors.
pub static LIST: Operation = Operation::get("graph.sensor_candidates.list", "/v1.0/security/identities/sensorCandidates").host("graph").summary("List servers that could become sensors").inputs(&[Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("senseClientVersion eq '10.9.18088'"),
Param::query("$count").kind(Kind::Bool).help("Also returns the total number of rows."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).filterable(&["senseClientVersion"]).permissions(&["SecurityIdentitiesSensors.Read.All", "SecurityIdentitiesSensors.ReadWrite.All"], &["SecurityIdentitiesSensors.Read.All", "SecurityIdentitiesSensors.ReadWrite.All"]).record(&Record::new(RecordKind::Snapshot).key(&["id"])).columns(&[Column::new("id", Cell::Id),Column::new("computerDnsName", Cell::Name),Column::new("domainName", Cell::Text),Column::new("lastSeenDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identitycontainer-list-sensorcandidates.md");

/// List servers that could become sensors.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-identitycontainer-list-sensorcandidates.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().sensor_candidates().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListSensorCandidates {
    client: Client,
    request: Request,
}

impl ListSensorCandidates {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`SensorCandidateFilter`](super::SensorCandidateFilter) has the documented properties.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Also returns the total number of rows.
    pub fn count(mut self, count: bool) -> Self {
        self.request = self.request.set("$count", count);
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
    pub async fn send(self) -> Result<Page<SensorCandidate>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<SensorCandidate> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<SensorCandidate> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<SensorCandidate> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListSensorCandidates);
