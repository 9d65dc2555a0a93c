//! `graph.audit_log.get_query`: Get one audit search.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::audit_log::AuditLogQuery;

/// `graph.audit_log.get_query`: Get one audit search.
pub static GET_QUERY: Operation = Operation::get(
    "graph.audit_log.get_query",
    "/v1.0/security/auditLog/queries/{audit_log_query_id}",
)
.host("graph")
.summary("Get one audit search")
.inputs(&[Param::path("audit_log_query_id").example("48223219-a89e-4f33-99f7-feaa1c791743")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
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

/// Get one audit search.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().audit_log().get_query("48223219-a89e-4f33-99f7-feaa1c791743").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetAuditLogQuery {
    client: Client,
    request: Request,
}

impl GetAuditLogQuery {
    pub(super) fn new(client: &Client, audit_log_query_id: impl Into<Id<AuditLogQuery>>) -> Self {
        let audit_log_query_id: Id<AuditLogQuery> = audit_log_query_id.into();
        let request = Request::new(&GET_QUERY).set("audit_log_query_id", audit_log_query_id);
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
    pub async fn send(self) -> Result<AuditLogQuery> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(GetAuditLogQuery);
