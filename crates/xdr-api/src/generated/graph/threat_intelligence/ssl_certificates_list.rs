//! `graph.threat_intelligence.ssl_certificates_list`: List SSL certificates.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Operation, Page, Pager, Paging, RawItems,
    Record, RecordKind, Request, Result,
};

use crate::graph::threat_intelligence::SslCertificate;

/// `graph.threat_intelligence.ssl_certificates_list`: List SSL certificates.
pub static SSL_CERTIFICATES_LIST: Operation = Operation::get(
    "graph.threat_intelligence.ssl_certificates_list",
    "/v1.0/security/threatIntelligence/sslCertificates",
)
.host("graph")
.summary("List SSL certificates")
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
    Column::new("sha1", Cell::Id),
    Column::new("serialNumber", Cell::Text),
    Column::new("issueDateTime", Cell::Age),
    Column::new("expirationDateTime", Cell::Age),
])
.source("microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl");

/// List SSL certificates.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().threat_intelligence().ssl_certificates_list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SslCertificatesList {
    client: Client,
    request: Request,
}

impl SslCertificatesList {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&SSL_CERTIFICATES_LIST);
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
    pub async fn send(self) -> Result<Page<SslCertificate>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<SslCertificate> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<SslCertificate> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<SslCertificate> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(SslCertificatesList);
