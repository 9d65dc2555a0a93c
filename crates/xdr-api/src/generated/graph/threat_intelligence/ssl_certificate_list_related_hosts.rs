//! `graph.threat_intelligence.ssl_certificate_list_related_hosts`: List the hosts of an SSL
//! certificate.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Id, Items, Kind, Operation, Page, Pager, Paging,
    Param, RawItems, Record, RecordKind, Request, Result,
};

use crate::graph::threat_intelligence::Host;
use crate::graph::threat_intelligence::SslCertificate;

/// `graph.threat_intelligence.ssl_certificate_list_related_hosts`: List the hosts of an SSL
/// certificate.
pub static SSL_CERTIFICATE_LIST_RELATED_HOSTS: Operation = Operation::get("graph.threat_intelligence.ssl_certificate_list_related_hosts", "/v1.0/security/threatIntelligence/sslCertificates/{ssl_certificate_id}/relatedHosts").host("graph").summary("List the hosts of an SSL certificate").help("Needs a Defender Threat Intelligence licence and the global cloud.").inputs(&[Param::path("ssl_certificate_id").example("835cf481-7a70-47f9-86a2-81d441640271"),
Param::query("$count").kind(Kind::Bool).help("Also returns the total number of rows."),
Param::query("$skip").kind(Kind::Integer).help("Number of rows to skip."),
Param::query("$top").kind(Kind::Integer).help("Rows per page; it does not limit the total."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["ThreatIntelligence.Read.All"], &["ThreatIntelligence.Read.All"]).record(&Record::new(RecordKind::Snapshot).key(&["id"])).columns(&[Column::new("id", Cell::Id),Column::new("@odata.type", Cell::Text),Column::new("firstSeenDateTime", Cell::Age),Column::new("lastSeenDateTime", Cell::Age),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sslcertificate-list-relatedhosts.md");

/// List the hosts of an SSL certificate.
///
/// Needs a Defender Threat Intelligence licence and the global cloud.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sslcertificate-list-relatedhosts.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().threat_intelligence().ssl_certificate_list_related_hosts("835cf481-7a70-47f9-86a2-81d441640271").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SslCertificateListRelatedHosts {
    client: Client,
    request: Request,
}

impl SslCertificateListRelatedHosts {
    pub(super) fn new(client: &Client, ssl_certificate_id: impl Into<Id<SslCertificate>>) -> Self {
        let ssl_certificate_id: Id<SslCertificate> = ssl_certificate_id.into();
        let request = Request::new(&SSL_CERTIFICATE_LIST_RELATED_HOSTS)
            .set("ssl_certificate_id", ssl_certificate_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Also returns the total number of rows.
    pub fn count(mut self, count: bool) -> Self {
        self.request = self.request.set("$count", count);
        self
    }

    /// Number of rows to skip.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("$skip", skip);
        self
    }

    /// Rows per page; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
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
    pub async fn send(self) -> Result<Page<Host>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Host> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Host> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Host> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(SslCertificateListRelatedHosts);
