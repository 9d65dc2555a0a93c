//! `graph.threat_intelligence.intel_profile_list_indicators`: List the indicators of a profile.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Id, Items, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::threat_intelligence::IntelligenceProfile;
use crate::graph::threat_intelligence::IntelligenceProfileIndicator;

/// `graph.threat_intelligence.intel_profile_list_indicators`: List the indicators of a profile.
pub static INTEL_PROFILE_LIST_INDICATORS: Operation = Operation::get(
    "graph.threat_intelligence.intel_profile_list_indicators",
    "/v1.0/security/threatIntelligence/intelProfiles/{intel_profile_id}/indicators",
)
.host("graph")
.summary("List the indicators of a profile")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("intel_profile_id").example("fefedb45-73e3-47dd-8bab-5f64e19436fd")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &["ThreatIntelligence.Read.All"],
    &["ThreatIntelligence.Read.All"],
)
.record(&Record::new(RecordKind::Snapshot).key(&["id"]))
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("source", Cell::Text),
    Column::new("firstSeenDateTime", Cell::Age),
    Column::new("lastSeenDateTime", Cell::Age),
])
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// List the indicators of a profile.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().threat_intelligence().intel_profile_list_indicators("fefedb45-73e3-47dd-8bab-5f64e19436fd").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct IntelProfileListIndicators {
    client: Client,
    request: Request,
}

impl IntelProfileListIndicators {
    pub(super) fn new(
        client: &Client,
        intel_profile_id: impl Into<Id<IntelligenceProfile>>,
    ) -> Self {
        let intel_profile_id: Id<IntelligenceProfile> = intel_profile_id.into();
        let request =
            Request::new(&INTEL_PROFILE_LIST_INDICATORS).set("intel_profile_id", intel_profile_id);
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
    pub async fn send(self) -> Result<Page<IntelligenceProfileIndicator>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<IntelligenceProfileIndicator> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<IntelligenceProfileIndicator> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<IntelligenceProfileIndicator> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(IntelProfileListIndicators);
