//! `graph.threat_intelligence.whois_records_list`: List whois records.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Operation, Page, Pager, Paging, RawItems,
    Record, RecordKind, Request, Result,
};

use crate::graph::threat_intelligence::WhoisRecord;

/// `graph.threat_intelligence.whois_records_list`: List whois records.
pub static WHOIS_RECORDS_LIST: Operation = Operation::get(
    "graph.threat_intelligence.whois_records_list",
    "/v1.0/security/threatIntelligence/whoisRecords",
)
.host("graph")
.summary("List whois records")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
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
    Column::new("domainStatus", Cell::Text),
    Column::new("registrationDateTime", Cell::Age),
    Column::new("expirationDateTime", Cell::Age),
])
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// List whois records.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().threat_intelligence().whois_records_list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct WhoisRecordsList {
    client: Client,
    request: Request,
}

impl WhoisRecordsList {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&WHOIS_RECORDS_LIST);
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
    pub async fn send(self) -> Result<Page<WhoisRecord>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<WhoisRecord> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<WhoisRecord> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<WhoisRecord> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(WhoisRecordsList);
