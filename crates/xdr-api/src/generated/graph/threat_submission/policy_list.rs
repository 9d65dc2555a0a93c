//! `graph.threat_submission.policy_list`: List user-reporting policies.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Header, Items, Operation, Page, Pager, Paging, RawItems,
    Record, RecordKind, Request, Result, Status,
};

use crate::graph::threat_submission::EmailThreatSubmissionPolicy;

/// `graph.threat_submission.policy_list`: List user-reporting policies. Status: preview.
pub static POLICY_LIST: Operation = Operation::get("graph.threat_submission.policy_list", "/beta/security/threatSubmission/emailThreatSubmissionPolicies").host("graph").summary("List user-reporting policies").status(Status::Preview).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::NextLink).permissions(&["ThreatSubmission.Read.All", "ThreatSubmissionPolicy.ReadWrite.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmissionPolicy.ReadWrite.All", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"])).columns(&[Column::new("id", Cell::Id),Column::new("isReportToMicrosoftEnabled", Cell::Text),Column::new("isAlwaysReportEnabledForUsers", Cell::Text),]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmissionpolicy-list.md");

/// List user-reporting policies.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmissionpolicy-list.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().threat_submission().policy_list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct PolicyList {
    client: Client,
    request: Request,
}

impl PolicyList {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&POLICY_LIST);
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
    pub async fn send(self) -> Result<Page<EmailThreatSubmissionPolicy>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<EmailThreatSubmissionPolicy> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<EmailThreatSubmissionPolicy> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<EmailThreatSubmissionPolicy> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(PolicyList);
