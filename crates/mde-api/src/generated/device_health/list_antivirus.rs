//! `mde.device_health.list_antivirus`: List antivirus health of devices.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, FilterProperty, Items, Kind, Operation, Page, Pager,
    Paging, Param, RateLimit, RawItems, Record, RecordKind, Request, Result,
};

use crate::device_health::DeviceAvInfo;

/// `mde.device_health.list_antivirus`: List antivirus health of devices.
pub static LIST_ANTIVIRUS: Operation = Operation::get("mde.device_health.list_antivirus", "/api/deviceavinfo").host("mde").summary("List antivirus health of devices").help("The service returns 10,000 rows a page at most. Windows Server 2012 R2 and \
2016 appear only with the unified agent.").inputs(&[Param::query("$filter").help("OData filter. Text stands in single quotes; a quote inside is doubled.").example("avMode eq 'Active'"),
Param::query("$top").kind(Kind::Integer).help("Rows per page; it does not limit the total."),
Param::query("$skip").kind(Kind::Integer).help("Number of rows to skip."),
]).collection("value").paging(Paging::NextLink).page_size(10000).filterable(&["machineId", "computerDnsName", "osKind", "osPlatform", "osVersion", "avMode", "avSignatureVersion", "avEngineVersion", "avPlatformVersion", "quickScanResult", "quickScanError", "fullScanResult", "fullScanError", "avIsSignatureUpToDate", "avIsEngineUpToDate", "avIsPlatformUpToDate", "rbacGroupId"]).filter_types(&[FilterProperty::new("osKind", Kind::Enum(&["windows", "mac", "linux"])),FilterProperty::new("avMode", Kind::Enum(&["", "0", "1", "2", "3", "4", "5"])).aliases(&[("Active", "0"), ("Disabled", "2"), ("EDRBlocked", "4"), ("Other", "3"), ("Passive", "1"), ("PassiveAudit", "5")]),FilterProperty::new("quickScanResult", Kind::Enum(&["Completed", "Canceled", "Failed"])),FilterProperty::new("fullScanResult", Kind::Enum(&["Completed", "Canceled", "Failed"])),FilterProperty::new("avIsSignatureUpToDate", Kind::Enum(&["True", "False", "Unknown"])),FilterProperty::new("avIsEngineUpToDate", Kind::Enum(&["True", "False", "Unknown"])),FilterProperty::new("avIsPlatformUpToDate", Kind::Enum(&["True", "False", "Unknown"])),]).limits(&[RateLimit::per_minute(30),RateLimit::per_hour(1000),]).permissions(&["Machine.Read.All"], &["Machine.Read"]).record(&Record::new(RecordKind::Snapshot).key(&["machineId"])).columns(&[Column::new("machineId", Cell::Id),Column::new("computerDnsName", Cell::Name),Column::new("avMode", Cell::Text),Column::new("avIsSignatureUpToDate", Cell::Text),Column::new("avSignatureVersion", Cell::Text),Column::new("quickScanResult", Cell::Text),Column::new("lastSeenTime", Cell::Age),]).source("MicrosoftDocs/defender-docs:defender-endpoint/api/device-health-export-antivirus-health-report-api.md");

/// List antivirus health of devices.
///
/// The service returns 10,000 rows a page at most. Windows Server 2012 R2 and 2016 appear only
/// with the unified agent.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/device-health-export-antivirus-health-report-api.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.device_health().list_antivirus().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListDeviceHealthAntivirus {
    client: Client,
    request: Request,
}

impl ListDeviceHealthAntivirus {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST_ANTIVIRUS);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`DeviceAvInfoFilter`](super::DeviceAvInfoFilter) has the documented properties.
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
    pub async fn send(self) -> Result<Page<DeviceAvInfo>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<DeviceAvInfo> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<DeviceAvInfo> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<DeviceAvInfo> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListDeviceHealthAntivirus);
