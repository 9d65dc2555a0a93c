//! An audit search followed to its end: created, looked at until it is over, its records read.

use std::time::Duration;

use http_core::time::{Instant, sleep};
use http_core::{Id, Items, Result};

use crate::graph::audit_log::{AuditLog, AuditLogQuery, AuditLogQueryStatus, AuditLogRecord};

/// The first pause between two looks; each further one is half as long again. The pages give no interval.
const FIRST_PAUSE: Duration = Duration::from_secs(5);
/// The longest pause: searches take minutes, some take hours.
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

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
#[derive(Debug)]
#[must_use = "a search is not looked at until asked"]
pub struct AuditSearch {
    audit: AuditLog,
    id: Id<AuditLogQuery>,
    pause: Option<Duration>,
    over: bool,
}

impl AuditLog {
    /// Follows a search to its end.
    pub fn search(&self, audit_log_query_id: impl Into<Id<AuditLogQuery>>) -> AuditSearch {
        AuditSearch {
            audit: self.clone(),
            id: audit_log_query_id.into(),
            pause: None,
            over: false,
        }
    }
}

impl AuditSearch {
    /// Waits for the next look and gives what was seen; `None` once a final state has been seen.
    ///
    /// # Errors
    /// Those of `graph.audit_log.get_query`.
    pub async fn next_state(&mut self) -> Option<Result<AuditLogQuery>> {
        if self.over {
            return None;
        }
        if let Some(pause) = self.pause {
            sleep(pause).await;
        }
        let pause = self.pause.map_or(FIRST_PAUSE, |pause| pause * 3 / 2);
        self.pause = Some(pause.min(LONGEST_PAUSE));
        let query = self.audit.get_query(&self.id).send().await;
        if let Ok(query) = &query {
            self.over = query
                .status
                .as_ref()
                .is_some_and(AuditLogQueryStatus::is_final);
        }
        Some(query)
    }

    /// Waits until the search is over or the time is up, whichever comes first.
    ///
    /// # Errors
    /// Those of [`next_state`](Self::next_state).
    pub async fn until_done(mut self, within: Duration) -> Result<Searched> {
        let deadline = Instant::now() + within;
        let mut last = AuditLogQuery::default();
        while let Some(state) = self.next_state().await {
            last = state?;
            let next_look = Instant::now() + self.pause.unwrap_or_default();
            if !self.over && next_look > deadline {
                return Ok(Searched::Pending(last));
            }
        }
        if last
            .status
            .as_ref()
            .is_some_and(AuditLogQueryStatus::is_success)
        {
            return Ok(Searched::Records(self.audit.list_records(&self.id).items()));
        }
        Ok(Searched::Failed(last))
    }
}
