//! `graph.threat_intelligence.whois_history_record_get`: Get one whois history record.

use http_core::{Client, Id, Request, Result};

use crate::graph::threat_intelligence::WhoisHistoryRecord;

/// Get one whois history record.
///
/// Needs a Defender Threat Intelligence licence. Global cloud only.
///
/// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().threat_intelligence().whois_history_record_get("text").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct WhoisHistoryRecordGet {
    client: Client,
    request: Request,
}

impl WhoisHistoryRecordGet {
    pub(super) fn new(
        client: &Client,
        whois_history_record_id: impl Into<Id<WhoisHistoryRecord>>,
    ) -> Self {
        let whois_history_record_id: Id<WhoisHistoryRecord> = whois_history_record_id.into();
        let request = Request::new(&super::WHOIS_HISTORY_RECORD_GET)
            .set("whois_history_record_id", whois_history_record_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<WhoisHistoryRecord> {
        self.client.send(self.request).await
    }
}
