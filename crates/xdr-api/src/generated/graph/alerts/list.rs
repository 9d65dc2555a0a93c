//! `graph.alerts.list`: List alerts.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Header, Items, Kind, Newest, Operation,
    Page, Pager, Paging, Param, RateLimit, RawItems, Record, RecordKind, Request, Result, Since,
    SinceForm,
};

use crate::graph::alerts::Alert;

/// `graph.alerts.list`: List alerts.
pub static LIST: Operation = Operation::get("graph.alerts.list", "/v1.0/security/alerts_v2").host("graph").summary("List alerts").help("Read by default in the order of `lastUpdateDateTime`, oldest first, so \
that no page loses rows. An alert comes again when it changes; standalone, \
tuned-away and unconnected Sentinel alerts are missing.").inputs(&[Param::query("$count").kind(Kind::Bool).help("Also returns the total number of rows."),
Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("severity eq 'high'"),
Param::query("$orderby").help("Property to sort by, followed by `asc` or `desc`. Default: oldest change \
first."),
Param::query("$skip").kind(Kind::Integer).help("Number of rows to skip."),
Param::query("$top").kind(Kind::Integer).help("Rows per page; it does not limit the total."),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).collection("value").paging(Paging::TimeBoundary { property: "lastUpdateDateTime" }).unique_by("id").page_size(1000).filterable(&["assignedTo", "classification", "determination", "createdDateTime", "lastUpdateDateTime", "severity", "serviceSource", "status"]).filter_types(&[FilterProperty::new("classification", Kind::Enum(&["unknown", "falsePositive", "truePositive", "informationalExpectedActivity", "unknownFutureValue"])),FilterProperty::new("determination", Kind::Enum(&["unknown", "apt", "malware", "securityPersonnel", "securityTesting", "unwantedSoftware", "other", "multiStagedAttack", "compromisedAccount", "phishing", "maliciousUserActivity", "notMalicious", "notEnoughDataToValidate", "confirmedActivity", "lineOfBusinessApplication", "unknownFutureValue"])),FilterProperty::new("createdDateTime", Kind::Time),FilterProperty::new("lastUpdateDateTime", Kind::Time),FilterProperty::new("severity", Kind::Enum(&["unknown", "informational", "low", "medium", "high", "unknownFutureValue"])),FilterProperty::new("serviceSource", Kind::Enum(&["unknown", "microsoftDefenderForEndpoint", "microsoftDefenderForIdentity", "microsoftDefenderForCloudApps", "microsoftDefenderForOffice365", "microsoft365Defender", "azureAdIdentityProtection", "microsoftAppGovernance", "dataLossPrevention", "unknownFutureValue", "microsoftDefenderForCloud", "microsoftSentinel", "microsoftInsiderRiskManagement", "microsoftThreatIntelligence", "microsoftSecurityForAI"])),FilterProperty::new("status", Kind::Enum(&["unknown", "new", "inProgress", "resolved", "unknownFutureValue"])),]).limits(&[RateLimit::per_minute(150),]).limit_class("graph.alerts").permissions(&["SecurityAlert.Read.All", "SecurityAlert.ReadWrite.All"], &["SecurityAlert.Read.All", "SecurityAlert.ReadWrite.All"]).record(&Record::new(RecordKind::Mutable).key(&["id"]).version("lastUpdateDateTime").created("createdDateTime").newest(Newest::new("lastUpdateDateTime", &[("$orderby", "lastUpdateDateTime desc"),]).most(500)).since(Since::new("lastUpdateDateTime", SinceForm::Filter("lastUpdateDateTime")))).columns(&[Column::new("id", Cell::Id),Column::new("incidentId", Cell::Id),Column::new("title", Cell::Name),Column::new("severity", Cell::Severity),Column::new("status", Cell::Text),Column::new("createdDateTime", Cell::Age),Column::new("serviceSource", Cell::Text),Column::new("assignedTo", Cell::Text),]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-list-alerts_v2.md");

/// List alerts.
///
/// Read by default in the order of `lastUpdateDateTime`, oldest first, so that no page loses
/// rows. An alert comes again when it changes; standalone, tuned-away and unconnected Sentinel
/// alerts are missing.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-list-alerts_v2.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().alerts().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListAlerts {
    client: Client,
    request: Request,
}

impl ListAlerts {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
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

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`AlertFilter`](super::AlertFilter) has the documented properties.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Property to sort by, followed by `asc` or `desc`. Default: oldest change first.
    pub fn orderby(mut self, orderby: impl Into<String>) -> Self {
        let orderby: String = orderby.into();
        self.request = self.request.set("$orderby", orderby);
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
    pub async fn send(self) -> Result<Page<Alert>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Alert> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Alert> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Alert> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListAlerts);
