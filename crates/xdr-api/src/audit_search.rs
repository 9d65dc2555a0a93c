//! An audit search followed to its end: created, looked at until it is over, its records read.

use std::fmt;
use std::time::Duration;

use http_core::time::{before, deadline};
use http_core::{BoxFuture, Id, Items, Looks, Result};

use crate::graph::audit_log::{AuditLog, AuditLogQuery, AuditLogQueryStatus, AuditLogRecord};

/// The first pause between two looks; each further one is half as long again. The pages give no interval.
const FIRST_PAUSE: Duration = Duration::from_secs(5);
/// The longest pause: searches take minutes, some take hours.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);
/// How many looks in a row may fail for a reason that passes.
const MOST_FAILED: u32 = 3;

impl AuditLogQueryStatus {
    /// Whether the search is over: `succeeded`, `failed` or `cancelled`, however they are spelled.
    pub fn is_final(&self) -> bool {
        let word = self.as_str();
        ["succeeded", "failed", "cancelled", "canceled"]
            .iter()
            .any(|known| known.eq_ignore_ascii_case(word))
    }

    fn is_success(&self) -> bool {
        self.as_str().eq_ignore_ascii_case("succeeded")
    }
}

/// How waiting for a search ended.
#[derive(Debug)]
#[non_exhaustive]
pub enum Searched {
    /// The search succeeded; these are its records, read as they are taken.
    Records(Items<AuditLogRecord>),
    /// The search failed or was cancelled.
    Failed(AuditLogQuery),
    /// The time was up first; the search goes on without us.
    Pending(AuditLogQuery),
}

/// Looks at an audit search until it is over, with growing pauses, then reads its records.
///
/// A token sees the records of the workloads it has a permission for and no others, without a word.
///
/// Source: microsoft-graph-docs, `security-auditcoreroot-post-auditlogqueries.md`.
///
/// ```no_run
/// # use std::time::Duration;
/// # use xdr_api::{Client, Result, Searched};
/// # async fn run(client: Client) -> Result<()> {
/// let audit = client.graph().audit_log();
/// let query = audit
///     .create_query()
///     .display_name("mailbox rules of last week")
///     .operation_filters(["New-InboxRule"])
///     .send()
///     .await?;
/// match audit.search(&query.id).until_done(Duration::from_secs(3600)).await? {
///     Searched::Records(mut records) => {
///         while let Some(record) = records.next_item().await {
///             println!("{:?}", record?.operation);
///         }
///     }
///     Searched::Failed(query) => println!("{:?}", query.status),
///     Searched::Pending(query) => println!("still going on: {}", query.id),
///     _ => {}
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a search is not looked at until asked"]
pub struct AuditSearch {
    audit: AuditLog,
    id: Id<AuditLogQuery>,
    looks: Looks,
    /// A look that is under way: it is kept while nobody waits for it.
    looking: Option<BoxFuture<'static, Result<AuditLogQuery>>>,
    over: bool,
}

impl AuditLog {
    /// Follows a search to its end.
    pub fn search(&self, audit_log_query_id: impl Into<Id<AuditLogQuery>>) -> AuditSearch {
        AuditSearch {
            audit: self.clone(),
            id: audit_log_query_id.into(),
            looks: Looks::new(FIRST_PAUSE, LONGEST_PAUSE),
            looking: None,
            over: false,
        }
    }
}

impl AuditSearch {
    /// Waits for the next look and gives what was seen; `None` once a final state has been seen.
    ///
    /// Cancel safe: dropping the future and calling again goes on with the same wait, or the same look.
    ///
    /// # Errors
    /// Those of `graph.audit_log.get_query`; the search may be asked for again after one.
    pub async fn next_state(&mut self) -> Option<Result<AuditLogQuery>> {
        if self.over {
            return None;
        }
        if self.looking.is_none() {
            self.looks.due().await;
        }
        let (audit, id) = (&self.audit, &self.id);
        let looking = self.looking.get_or_insert_with(|| {
            let query = audit.get_query(id);
            Box::pin(async move { query.send().await })
        });
        let query = looking.await;
        self.looking = None;
        self.looks.taken();
        match &query {
            Ok(query) => {
                let status = query.status.as_ref();
                self.over = status.is_some_and(AuditLogQueryStatus::is_final);
            }
            Err(error) => self.looks.put_off(error.retry_after().unwrap_or_default()),
        }
        Some(query)
    }

    /// Waits until the search is over or the time is up, whichever comes first; [`Duration::MAX`] is no limit. A look
    /// that is under way when the time is up is given up.
    ///
    /// # Errors
    /// Those of [`next_state`](Self::next_state). One that may pass (a service that fails, a broken connection) is
    /// waited out for three looks in a row. The search goes on whatever the error is.
    pub async fn until_done(mut self, within: Duration) -> Result<Searched> {
        let deadline = deadline(within);
        let mut last = AuditLogQuery {
            id: self.id.clone(),
            ..AuditLogQuery::default()
        };
        let mut failed = 0;
        loop {
            if !self.over && !self.looks.is_before(deadline) {
                return Ok(Searched::Pending(last));
            }
            match before(deadline, self.next_state()).await {
                Some(Some(Ok(query))) => (last, failed) = (query, 0),
                Some(Some(Err(error))) => {
                    failed += 1;
                    if !error.is_retryable() || failed >= MOST_FAILED {
                        return Err(error);
                    }
                }
                Some(None) => return Ok(self.ended_as(last)),
                None => return Ok(Searched::Pending(last)),
            }
        }
    }

    fn ended_as(&self, query: AuditLogQuery) -> Searched {
        let status = query.status.as_ref();
        if status.is_some_and(AuditLogQueryStatus::is_success) {
            Searched::Records(self.audit.list_records(&self.id).items())
        } else {
            Searched::Failed(query)
        }
    }
}

impl fmt::Debug for AuditSearch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuditSearch")
            .field("id", &self.id)
            .field("over", &self.over)
            .finish_non_exhaustive()
    }
}
