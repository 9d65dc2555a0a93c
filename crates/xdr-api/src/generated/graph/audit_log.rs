//! Operations and types of audit log.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateQuery`] | `POST /v1.0/security/auditLog/queries` | `AuditLogsQuery-Entra.Read.All` |
//! | [`GetAuditLogQuery`] | `GET /v1.0/security/auditLog/queries/{audit_log_query_id}` | `AuditLogsQuery-Entra.Read.All` |
//! | [`ListAuditLogQueries`] | `GET /v1.0/security/auditLog/queries` | `AuditLogsQuery-Entra.Read.All` |
//! | [`ListAuditLogRecords`] | `GET /v1.0/security/auditLog/queries/{audit_log_query_id}/records` | `AuditLogsQuery-Entra.Read.All` |

mod create_query;
mod get_query;
mod list_queries;
mod list_records;
mod model;

use http_core::{Client, Id};

pub use create_query::{CREATE_QUERY, CreateQuery};
pub use get_query::{GET_QUERY, GetAuditLogQuery};
pub use list_queries::{LIST_QUERIES, ListAuditLogQueries};
pub use list_records::{LIST_RECORDS, ListAuditLogRecords};
pub use model::{
    AuditData, AuditLogQuery, AuditLogQueryRecordTypeFilter, AuditLogQueryStatus, AuditLogRecord,
    AuditLogRecordType, AuditLogRecordUserType,
};

/// The operations of audit log; each method begins a request.
#[derive(Clone, Debug)]
pub struct AuditLog {
    pub(crate) client: Client,
}

impl AuditLog {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Start an audit search. See [`CreateQuery`].
    pub fn create_query(&self) -> CreateQuery {
        CreateQuery::new(&self.client)
    }

    /// Get one audit search. See [`GetAuditLogQuery`].
    pub fn get_query(&self, audit_log_query_id: impl Into<Id<AuditLogQuery>>) -> GetAuditLogQuery {
        GetAuditLogQuery::new(&self.client, audit_log_query_id)
    }

    /// List audit searches. See [`ListAuditLogQueries`].
    pub fn list_queries(&self) -> ListAuditLogQueries {
        ListAuditLogQueries::new(&self.client)
    }

    /// List the records found by an audit search. See [`ListAuditLogRecords`].
    pub fn list_records(
        &self,
        audit_log_query_id: impl Into<Id<AuditLogQuery>>,
    ) -> ListAuditLogRecords {
        ListAuditLogRecords::new(&self.client, audit_log_query_id)
    }
}
