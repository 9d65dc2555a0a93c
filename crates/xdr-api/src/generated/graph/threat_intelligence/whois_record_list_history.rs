//! `graph.threat_intelligence.whois_record_list_history`: List the history of a whois record.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Id, Items, Operation, Page, Pager, Paging, Param,
    RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::threat_intelligence::WhoisHistoryRecord;
use crate::graph::threat_intelligence::WhoisRecord;

/// `graph.threat_intelligence.whois_record_list_history`: List the history of a whois record.
pub static WHOIS_RECORD_LIST_HISTORY: Operation = Operation::get(
    "graph.threat_intelligence.whois_record_list_history",
    "/v1.0/security/threatIntelligence/whoisRecords/{whois_record_id}/history",
)
.host("graph")
.summary("List the history of a whois record")
.help("Needs a Defender Threat Intelligence licence and the global cloud.")
.inputs(&[Param::path("whois_record_id").example("ed637ec6-388d-4e0c-bd35-38647c441699")])
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

/// List the history of a whois record.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().threat_intelligence().whois_record_list_history("ed637ec6-388d-4e0c-bd35-38647c441699").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct WhoisRecordListHistory {
    client: Client,
    request: Request,
}

impl WhoisRecordListHistory {
    pub(super) fn new(client: &Client, whois_record_id: impl Into<Id<WhoisRecord>>) -> Self {
        let whois_record_id: Id<WhoisRecord> = whois_record_id.into();
        let request =
            Request::new(&WHOIS_RECORD_LIST_HISTORY).set("whois_record_id", whois_record_id);
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
    pub async fn send(self) -> Result<Page<WhoisHistoryRecord>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<WhoisHistoryRecord> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<WhoisHistoryRecord> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<WhoisHistoryRecord> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(WhoisRecordListHistory);
