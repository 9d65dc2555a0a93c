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

use http_core::{Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param};

pub use create_query::CreateQuery;
pub use get_query::GetAuditLogQuery;
pub use list_queries::ListAuditLogQueries;
pub use list_records::ListAuditLogRecords;
pub use model::{
    AuditData, AuditLogQuery, AuditLogQueryRecordTypeFilter, AuditLogQueryStatus, AuditLogRecord,
    AuditLogRecordType, AuditLogRecordUserType,
};

/// `graph.audit_log.create_query`: Start an audit search.
pub static CREATE_QUERY: Operation = Operation::post("graph.audit_log.create_query", "/v1.0/security/auditLog/queries").host("graph").summary("Start an audit search").help("Each permission opens one workload only. Global cloud only.").params(&[Param::body("displayName"),
Param::body("filterStartDateTime").kind(Kind::Time),
Param::body("filterEndDateTime").kind(Kind::Time),
Param::body("recordTypeFilters").kind(Kind::List).help("see AuditLogRecord.auditLogRecordType; page spells members camelCase, \
metadata PascalCase"),
Param::body("keywordFilter"),
Param::body("serviceFilters").kind(Kind::List).help("metadata; the page says serviceFilter, one string"),
Param::body("operationFilters").kind(Kind::List),
Param::body("userPrincipalNameFilters").kind(Kind::List),
Param::body("ipAddressFilters").kind(Kind::List),
Param::body("objectIdFilters").kind(Kind::List),
Param::body("administrativeUnitIdFilters").kind(Kind::List),
]).body(BodyKind::Json).answer(Answer::Entity).permissions(&["AuditLogsQuery-Entra.Read.All", "AuditLogsQuery-CRM.Read.All", "AuditLogsQuery-Endpoint.Read.All", "AuditLogsQuery-Exchange.Read.All", "AuditLogsQuery-OneDrive.Read.All", "AuditLogsQuery-SharePoint.Read.All", "AuditLogsQuery.Read.All"], &["AuditLogsQuery-Entra.Read.All", "AuditLogsQuery-CRM.Read.All", "AuditLogsQuery-Endpoint.Read.All", "AuditLogsQuery-Exchange.Read.All", "AuditLogsQuery-OneDrive.Read.All", "AuditLogsQuery-SharePoint.Read.All", "AuditLogsQuery.Read.All"]).long_running("poll graph.audit_log.get_query until status is succeeded, failed or \
cancelled, then graph.audit_log.list_records").source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-auditcoreroot-post-auditlogqueries.md");

/// `graph.audit_log.get_query`: Get one audit search.
pub static GET_QUERY: Operation = Operation::get(
    "graph.audit_log.get_query",
    "/v1.0/security/auditLog/queries/{audit_log_query_id}",
)
.host("graph")
.summary("Get one audit search")
.params(&[Param::path("audit_log_query_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.permissions(
    &[
        "AuditLogsQuery-Entra.Read.All",
        "AuditLogsQuery-CRM.Read.All",
        "AuditLogsQuery-Endpoint.Read.All",
        "AuditLogsQuery-Exchange.Read.All",
        "AuditLogsQuery-OneDrive.Read.All",
        "AuditLogsQuery-SharePoint.Read.All",
        "AuditLogsQuery.Read.All",
    ],
    &[
        "AuditLogsQuery-Entra.Read.All",
        "AuditLogsQuery-CRM.Read.All",
        "AuditLogsQuery-Endpoint.Read.All",
        "AuditLogsQuery-Exchange.Read.All",
        "AuditLogsQuery-OneDrive.Read.All",
        "AuditLogsQuery-SharePoint.Read.All",
        "AuditLogsQuery.Read.All",
    ],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.audit_log.list_queries`: List audit searches.
pub static LIST_QUERIES: Operation = Operation::get(
    "graph.audit_log.list_queries",
    "/v1.0/security/auditLog/queries",
)
.host("graph")
.summary("List audit searches")
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.collection("value")
.paging(Paging::NextLink)
.permissions(
    &[
        "AuditLogsQuery-Entra.Read.All",
        "AuditLogsQuery-CRM.Read.All",
        "AuditLogsQuery-Endpoint.Read.All",
        "AuditLogsQuery-Exchange.Read.All",
        "AuditLogsQuery-OneDrive.Read.All",
        "AuditLogsQuery-SharePoint.Read.All",
        "AuditLogsQuery.Read.All",
    ],
    &[
        "AuditLogsQuery-Entra.Read.All",
        "AuditLogsQuery-CRM.Read.All",
        "AuditLogsQuery-Endpoint.Read.All",
        "AuditLogsQuery-Exchange.Read.All",
        "AuditLogsQuery-OneDrive.Read.All",
        "AuditLogsQuery-SharePoint.Read.All",
        "AuditLogsQuery.Read.All",
    ],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.audit_log.list_records`: Read the hits of an audit search.
pub static LIST_RECORDS: Operation = Operation::get("graph.audit_log.list_records", "/v1.0/security/auditLog/queries/{audit_log_query_id}/records").host("graph").summary("Read the hits of an audit search").help("Page claims some OData parameters without naming them; its request sample \
shows the wrong path.").params(&[Param::path("audit_log_query_id"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).permissions(&["AuditLogsQuery-Entra.Read.All", "AuditLogsQuery-CRM.Read.All", "AuditLogsQuery-Endpoint.Read.All", "AuditLogsQuery-Exchange.Read.All", "AuditLogsQuery-OneDrive.Read.All", "AuditLogsQuery-SharePoint.Read.All", "AuditLogsQuery.Read.All"], &["AuditLogsQuery-Entra.Read.All", "AuditLogsQuery-CRM.Read.All", "AuditLogsQuery-Endpoint.Read.All", "AuditLogsQuery-Exchange.Read.All", "AuditLogsQuery-OneDrive.Read.All", "AuditLogsQuery-SharePoint.Read.All", "AuditLogsQuery.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-auditlogquery-list-records.md");

/// The operations of audit log; each method begins a request.
#[derive(Clone, Debug)]
pub struct AuditLog {
    client: Client,
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

    /// Read the hits of an audit search. See [`ListAuditLogRecords`].
    pub fn list_records(
        &self,
        audit_log_query_id: impl Into<Id<AuditLogQuery>>,
    ) -> ListAuditLogRecords {
        ListAuditLogRecords::new(&self.client, audit_log_query_id)
    }
}
