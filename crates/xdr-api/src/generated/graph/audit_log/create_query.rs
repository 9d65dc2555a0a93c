//! `graph.audit_log.create_query`: Start an audit search.

use http_core::{
    AnswerKind, BodyKind, Client, Completion, Effect, EffectKind, Fetch, Kind, Operation, Param,
    Pause, Request, Result, Started, Timestamp,
};

use crate::graph::audit_log::AuditLogQuery;

/// `graph.audit_log.create_query`: Start an audit search.
pub static CREATE_QUERY: Operation = Operation::post("graph.audit_log.create_query", "/v1.0/security/auditLog/queries").host("graph").summary("Start an audit search").help("Each permission opens one workload. Available in the global cloud only.").inputs(&[Param::body("displayName").help("Name of the query.").example("Role changes"),
Param::body("filterStartDateTime").kind(Kind::Time).help("Start of the time range of the search."),
Param::body("filterEndDateTime").kind(Kind::Time).help("End of the time range of the search."),
Param::body("recordTypeFilters").kind(Kind::List).help("Types of records to search for."),
Param::body("keywordFilter").help("Text to search for in all fields."),
Param::body("serviceFilters").kind(Kind::List).help("Services to search in."),
Param::body("operationFilters").kind(Kind::List).help("Operations to search for, by their names."),
Param::body("userPrincipalNameFilters").kind(Kind::List).help("Users to search for, by their user principal names."),
Param::body("ipAddressFilters").kind(Kind::List).help("IP addresses to search for."),
Param::body("objectIdFilters").kind(Kind::List).help("Objects to search for, by their ids, such as paths of files."),
Param::body("administrativeUnitIdFilters").kind(Kind::List).help("Administrative units to search in, by their ids."),
]).body(BodyKind::Json).answer(AnswerKind::Entity).permissions(&["AuditLogsQuery-Entra.Read.All", "AuditLogsQuery-CRM.Read.All", "AuditLogsQuery-Endpoint.Read.All", "AuditLogsQuery-Exchange.Read.All", "AuditLogsQuery-OneDrive.Read.All", "AuditLogsQuery-SharePoint.Read.All", "AuditLogsQuery.Read.All"], &["AuditLogsQuery-Entra.Read.All", "AuditLogsQuery-CRM.Read.All", "AuditLogsQuery-Endpoint.Read.All", "AuditLogsQuery-Exchange.Read.All", "AuditLogsQuery-OneDrive.Read.All", "AuditLogsQuery-SharePoint.Read.All", "AuditLogsQuery.Read.All"]).completion(&Completion::new(&crate::graph::audit_log::GET_QUERY, ("audit_log_query_id", "id"), "status").open(&["notStarted", "running"]).succeeded(&["succeeded"]).failed(&["failed", "cancelled"]).then(Fetch::new(&crate::graph::audit_log::LIST_RECORDS, ("audit_log_query_id", "id"))).pause(Pause::seconds(5, 60))).effect(Effect::new(EffectKind::Additive)).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-auditcoreroot-post-auditlogqueries.md");

/// Start an audit search.
///
/// Each permission opens one workload. Available in the global cloud only.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-auditcoreroot-post-auditlogqueries.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let started = client.graph().audit_log().create_query().begin().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateQuery {
    client: Client,
    request: Request,
}

impl CreateQuery {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&CREATE_QUERY);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Name of the query.
    pub fn display_name(mut self, display_name: impl Into<String>) -> Self {
        let display_name: String = display_name.into();
        self.request = self.request.set("displayName", display_name);
        self
    }

    /// Start of the time range of the search.
    pub fn filter_start_date_time(mut self, filter_start_date_time: impl Into<Timestamp>) -> Self {
        let filter_start_date_time: Timestamp = filter_start_date_time.into();
        self.request = self
            .request
            .set("filterStartDateTime", filter_start_date_time);
        self
    }

    /// End of the time range of the search.
    pub fn filter_end_date_time(mut self, filter_end_date_time: impl Into<Timestamp>) -> Self {
        let filter_end_date_time: Timestamp = filter_end_date_time.into();
        self.request = self.request.set("filterEndDateTime", filter_end_date_time);
        self
    }

    /// Types of records to search for.
    pub fn record_type_filters(
        mut self,
        record_type_filters: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request = self.request.set(
            "recordTypeFilters",
            record_type_filters
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
        self
    }

    /// Text to search for in all fields.
    pub fn keyword_filter(mut self, keyword_filter: impl Into<String>) -> Self {
        let keyword_filter: String = keyword_filter.into();
        self.request = self.request.set("keywordFilter", keyword_filter);
        self
    }

    /// Services to search in.
    pub fn service_filters(
        mut self,
        service_filters: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request = self.request.set(
            "serviceFilters",
            service_filters
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
        self
    }

    /// Operations to search for, by their names.
    pub fn operation_filters(
        mut self,
        operation_filters: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request = self.request.set(
            "operationFilters",
            operation_filters
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
        self
    }

    /// Users to search for, by their user principal names.
    pub fn user_principal_name_filters(
        mut self,
        user_principal_name_filters: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request = self.request.set(
            "userPrincipalNameFilters",
            user_principal_name_filters
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
        self
    }

    /// IP addresses to search for.
    pub fn ip_address_filters(
        mut self,
        ip_address_filters: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request = self.request.set(
            "ipAddressFilters",
            ip_address_filters
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
        self
    }

    /// Objects to search for, by their ids, such as paths of files.
    pub fn object_id_filters(
        mut self,
        object_id_filters: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request = self.request.set(
            "objectIdFilters",
            object_id_filters
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
        self
    }

    /// Administrative units to search in, by their ids.
    pub fn administrative_unit_id_filters(
        mut self,
        administrative_unit_id_filters: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.request = self.request.set(
            "administrativeUnitIdFilters",
            administrative_unit_id_filters
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
        self
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

    /// Starts the action.
    /// [`wait`](Started::wait) follows it to its end.
    ///
    /// # Errors
    /// See [`Client::begin`](http_core::Client::begin).
    pub async fn begin(self) -> Result<Started<AuditLogQuery>> {
        self.client.begin(self.request).await
    }
}

http_core::call_options!(CreateQuery);
