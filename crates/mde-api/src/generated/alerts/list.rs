//! `mde.alerts.list`: List alerts.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Items, Kind, Operation, Page, Pager,
    Paging, Param, RateLimit, RawItems, Record, RecordKind, Request, Result, Since, SinceForm,
};

use crate::alerts::Alert;

/// `mde.alerts.list`: List alerts.
pub static LIST: Operation = Operation::get("mde.alerts.list", "/api/alerts")
    .host("mde")
    .summary("List alerts")
    .help(
        "Evidence is included only with `$expand=evidence`. Alerts are kept for the \
retention period of the tenant. Signed-in users see only devices of their \
device groups.",
    )
    .inputs(&[
        Param::query("$filter")
            .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
            .example("severity eq 'High'"),
        Param::query("$top")
            .kind(Kind::Integer)
            .help("Rows per page; it does not limit the total."),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("Number of rows to skip."),
        Param::query("$expand").help("Related records to include."),
    ])
    .collection("value")
    .paging(Paging::NextLink)
    .page_size(10000)
    .filterable(&[
        "alertCreationTime",
        "lastUpdateTime",
        "incidentId",
        "investigationId",
        "id",
        "assignedTo",
        "detectionSource",
        "lastEventTime",
        "status",
        "severity",
        "category",
    ])
    .filter_types(&[
        FilterProperty::new("alertCreationTime", Kind::Time),
        FilterProperty::new("lastUpdateTime", Kind::Time),
        FilterProperty::new(
            "detectionSource",
            Kind::Enum(&[
                "Unknown",
                "WindowsDefenderAtp",
                "WindowsDefenderAv",
                "WindowsDefenderSmartScreen",
                "iSight",
                "Bitdefender",
                "CustomerTI",
                "Ziften",
                "Lookout",
                "SentinelOne",
                "ThirdPartySensors",
                "OfficeATP",
                "AutomatedInvestigation",
                "ThreatExperts",
                "CustomDetection",
                "AzureATP",
                "MCAS",
                "MTP",
                "AAD",
                "MAPG",
                "Manual",
                "DLP",
                "AppGPolicy",
                "AppGDetection",
                "MDC",
                "Compliance",
                "Forms",
                "MailFlow",
                "MSTIC",
                "Unspecified",
                "Sentinel",
                "All",
                "ThirdParty",
                "DefenderForIoT",
                "DefenderForServers",
                "DefenderForStorage",
                "DefenderForDNS",
                "DefenderForDatabases",
                "DefenderForContainers",
                "DefenderForNetwork",
                "DefenderForAppService",
                "DefenderForKeyVault",
                "DefenderForResourceManager",
                "DefenderForApiManagement",
                "NRTAlerts",
                "ScheduledAlerts",
                "MicrosoftDefenderThreatIntelligenceAnalytics",
                "BuiltInML",
                "MicrosoftInsiderRiskManagement",
                "Nsn",
                "DefenderForAIServices",
                "SecurityCopilot",
            ]),
        ),
        FilterProperty::new("lastEventTime", Kind::Time),
        FilterProperty::new(
            "status",
            Kind::Enum(&[
                "Unknown",
                "New",
                "InProgress",
                "Resolved",
                "Unspecified",
                "Hidden",
            ]),
        ),
        FilterProperty::new(
            "severity",
            Kind::Enum(&["UnSpecified", "Informational", "Low", "Medium", "High"]),
        ),
    ])
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Alert.Read.All", "Alert.ReadWrite.All"],
        &["Alert.Read", "Alert.ReadWrite"],
    )
    .role("View Data")
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["id"])
            .version("lastUpdateTime")
            .created("alertCreationTime")
            .since(Since::new(
                "lastUpdateTime",
                SinceForm::Filter("lastUpdateTime"),
            )),
    )
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("incidentId", Cell::Id),
        Column::new("title", Cell::Name),
        Column::new("severity", Cell::Severity),
        Column::new("status", Cell::Text),
        Column::new("computerDnsName", Cell::Name),
        Column::new("alertCreationTime", Cell::Age),
        Column::new("assignedTo", Cell::Text),
    ])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-alerts.md");

/// List alerts.
///
/// Evidence is included only with `$expand=evidence`. Alerts are kept for the retention period
/// of the tenant. Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alerts.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.alerts().list().items();
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

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`AlertFilter`](super::AlertFilter) has the documented properties.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// Rows per page; it does not limit the total.
    pub fn top(mut self, top: u32) -> Self {
        self.request = self.request.set("$top", top);
        self
    }

    /// Number of rows to skip.
    pub fn skip(mut self, skip: u32) -> Self {
        self.request = self.request.set("$skip", skip);
        self
    }

    /// Related records to include.
    pub fn expand(mut self, expand: impl Into<String>) -> Self {
        let expand: String = expand.into();
        self.request = self.request.set("$expand", expand);
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
