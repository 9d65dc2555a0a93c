//! `mde.machines.list`: List devices.

use http_core::odata::Filter;
use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, DefaultFilter, FilterProperty, Items, Kind, NotFound,
    Operation, Page, Pager, Paging, Param, RateLimit, RawItems, Record, RecordKind, Request,
    Result, Since, SinceForm,
};

use crate::machines::Machine;

/// `mde.machines.list`: List devices.
pub static LIST: Operation = Operation::get("mde.machines.list", "/api/machines")
    .host("mde")
    .summary("List devices")
    .help(
        "The list can hold devices that are not onboarded, and records merged into \
another (`mergedIntoMachineId`). Signed-in users see only devices of their \
device groups.",
    )
    .inputs(&[
        Param::query("$filter")
            .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
            .example("healthStatus eq 'Active'"),
        Param::query("$top")
            .kind(Kind::Integer)
            .help("Rows per page; it does not limit the total."),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("Number of rows to skip."),
    ])
    .collection("value")
    .paging(Paging::NextLink)
    .page_size(10000)
    .filterable(&[
        "computerDnsName",
        "id",
        "version",
        "deviceValue",
        "aadDeviceId",
        "machineTags",
        "lastSeen",
        "exposureLevel",
        "onboardingStatus",
        "lastIpAddress",
        "healthStatus",
        "osPlatform",
        "riskScore",
        "rbacGroupId",
    ])
    .filter_types(&[
        FilterProperty::new("deviceValue", Kind::Enum(&["Normal", "Low", "High"])),
        FilterProperty::new("lastSeen", Kind::Time),
        FilterProperty::new(
            "exposureLevel",
            Kind::Enum(&["None", "Low", "Medium", "High"]),
        ),
        FilterProperty::new(
            "onboardingStatus",
            Kind::Enum(&[
                "Onboarded",
                "CanBeOnboarded",
                "Unsupported",
                "InsufficientInfo",
            ]),
        ),
        FilterProperty::new(
            "healthStatus",
            Kind::Enum(&[
                "Active",
                "Inactive",
                "ImpairedCommunication",
                "NoSensorData",
                "NoSensorDataImpairedCommunication",
                "Unknown",
            ]),
        ),
        FilterProperty::new(
            "riskScore",
            Kind::Enum(&["None", "Informational", "Low", "Medium", "High"]),
        ),
    ])
    .default_filter(&DefaultFilter::new(
        "onboardingStatus eq 'Onboarded'",
        "onboardingStatus",
        "all-statuses",
        "devices that are merely seen and not onboarded",
    ))
    .not_found(NotFound::Empty)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Machine.Read.All", "Machine.ReadWrite.All"],
        &["Machine.Read", "Machine.ReadWrite"],
    )
    .role("View Data")
    .record(
        &Record::new(RecordKind::Mutable)
            .key(&["id"])
            .created("firstSeen")
            .seen("lastSeen")
            .since(Since::new("lastSeen", SinceForm::Filter("lastSeen"))),
    )
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("computerDnsName", Cell::Name),
        Column::new("osPlatform", Cell::Text),
        Column::new("healthStatus", Cell::Text),
        Column::new("riskScore", Cell::Severity),
        Column::new("lastSeen", Cell::Age),
        Column::new("exposureLevel", Cell::Severity),
        Column::new("machineTags", Cell::Text),
    ])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machines.md");

/// List devices.
///
/// The list can hold devices that are not onboarded, and records merged into another
/// (`mergedIntoMachineId`). Signed-in users see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-machines.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.machines().list().items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListMachines {
    client: Client,
    request: Request,
}

impl ListMachines {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&LIST);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    /// [`MachineFilter`](super::MachineFilter) has the documented properties.
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
    pub async fn send(self) -> Result<Page<Machine>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<Machine> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<Machine> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<Machine> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListMachines);
