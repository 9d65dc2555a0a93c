//! Follows audit searches to their end.
//!
//! A search is created by one operation and runs on the service for minutes or hours; another operation reads its
//! records when it has succeeded. The states are those of the table of operations, so the poller and the command line
//! agree on them.

use http_core::{Id, Poller, Progress};

use crate::graph::audit_log::{AuditLog, AuditLogQuery, AuditLogQueryStatus, CREATE_QUERY};

impl AuditLogQueryStatus {
    /// Whether the search has ended: `succeeded`, `failed` or `cancelled`, in any case. Any other state, also an
    /// unknown one, counts as running.
    ///
    /// ```
    /// use xdr_api::graph::audit_log::AuditLogQueryStatus;
    ///
    /// assert!(AuditLogQueryStatus::from("succeeded").is_final());
    /// assert!(!AuditLogQueryStatus::from("running").is_final());
    /// ```
    pub fn is_final(&self) -> bool {
        let completion = CREATE_QUERY.action.completion;
        completion.is_some_and(|one| one.progress_of(self.as_str()) != Progress::Open)
    }
}

impl AuditLog {
    /// Follows an audit search to its end. Searches take minutes, some take hours.
    ///
    /// [`list_records`](Self::list_records) reads the records of a search that succeeded. The service leaves out the
    /// records of workloads that the caller has no permission for, and does not report that.
    ///
    /// Source: microsoft-graph-docs, `security-auditcoreroot-post-auditlogqueries.md`.
    ///
    /// ```no_run
    /// # use std::time::Duration;
    /// # use xdr_api::{Client, Finished, Result};
    /// # async fn run(client: Client) -> Result<()> {
    /// let audit = client.graph().audit_log();
    /// let search = audit
    ///     .create_query()
    ///     .display_name("mailbox rules of last week")
    ///     .operation_filters(["New-InboxRule"])
    ///     .begin()
    ///     .await?;
    /// match search.wait(Duration::from_secs(3600)).await? {
    ///     Finished::Succeeded(query) => {
    ///         let mut records = audit.list_records(&query.id).items();
    ///         while let Some(record) = records.next_item().await {
    ///             println!("{:?}", record?.operation);
    ///         }
    ///     }
    ///     Finished::Failed(query) => println!("{:?}", query.status),
    ///     Finished::Pending(query) => println!("still going on: {}", query.id),
    ///     _ => {}
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn poller(
        &self,
        audit_log_query_id: impl Into<Id<AuditLogQuery>>,
    ) -> Poller<AuditLogQuery> {
        let id: Id<AuditLogQuery> = audit_log_query_id.into();
        self.client.poller_of(&CREATE_QUERY, id.as_str())
    }
}
