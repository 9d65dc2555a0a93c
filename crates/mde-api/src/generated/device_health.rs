//! Operations and types of device health.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ExportAntivirus`] | `GET /api/machines/InfoGatheringExport` | `Vulnerability.Read.All` |
//! | [`ListDeviceHealthAntivirus`] | `GET /api/deviceavinfo` | `Machine.Read.All` |

mod export_antivirus;
mod list_antivirus;
mod model;

use http_core::{Answer, Client, Kind, Operation, Paging, Param, RateLimit, Status};

pub use export_antivirus::ExportAntivirus;
pub use list_antivirus::ListDeviceHealthAntivirus;
pub use model::{
    DeviceAvInfo, DeviceAvInfoAvMode, DeviceAvInfoFullScanResult, DeviceAvInfoOsKind,
    DeviceAvInfoQuickScanResult, DeviceAvInfoUpToDate,
};

/// `mde.device_health.export_antivirus`: Get download URLs for antivirus health of devices.
/// Status: preview.
pub static EXPORT_ANTIVIRUS: Operation = Operation::get("mde.device_health.export_antivirus", "/api/machines/InfoGatheringExport").host("mde").summary("Get download URLs for antivirus health of devices").help("The same URL as mde.assessments.export_information_gathering, whose page \
says 5 calls a minute and 20 an hour and SAS limits of 1 and 6 hours: keep \
to the stricter ones. Permission differs from the JSON variant \
(Vulnerability, not Machine).").status(Status::Preview).params(&[Param::query("sasValidHours").kind(Kind::Integer).help("this page still gives the older limits: 3 hours unless given, 24 at most; \
the sibling pages now say 1 and 6, so plan for 1 and 6"),
]).answer(Answer::Object).limits(&[RateLimit::per_minute(30),RateLimit::per_hour(1000),]).permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"]).source("MicrosoftDocs/defender-docs:defender-endpoint/api/device-health-export-antivirus-health-report-api.md");

/// `mde.device_health.list_antivirus`: List antivirus health of devices.
pub static LIST_ANTIVIRUS: Operation = Operation::get("mde.device_health.list_antivirus", "/api/deviceavinfo").host("mde").summary("List antivirus health of devices").help("The page claims a maximum page size of 200000, a $top maximum of 10000 and \
a default page of 20. Users got 10000 a page and no more \
(MicrosoftDocs/microsoft-365-docs#10072) and at times no next link at all \
(MicrosoftDocs/microsoft-365-docs#9713). rbacGroupName and id cannot be \
filtered on. Times (lastSeenTime and the like) are not filterable. Windows \
Server 2012 R2 and 2016 appear only with the unified agent.").params(&[Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("$skip").kind(Kind::Integer).help("how many rows the service leaves out"),
]).collection("value").paging(Paging::NextLink).page_size(10000).filterable(&["machineId", "computerDnsName", "osKind", "osPlatform", "osVersion", "avMode", "avSignatureVersion", "avEngineVersion", "avPlatformVersion", "quickScanResult", "quickScanError", "fullScanResult", "fullScanError", "avIsSignatureUpToDate", "avIsEngineUpToDate", "avIsPlatformUpToDate", "rbacGroupId"]).limits(&[RateLimit::per_minute(30),RateLimit::per_hour(1000),]).permissions(&["Machine.Read.All"], &["Machine.Read"]).source("MicrosoftDocs/defender-docs:defender-endpoint/api/device-health-export-antivirus-health-report-api.md");

/// The operations of device health; each method begins a request.
#[derive(Clone, Debug)]
pub struct DeviceHealth {
    client: Client,
}

impl DeviceHealth {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get download URLs for antivirus health of devices. See [`ExportAntivirus`].
    pub fn export_antivirus(&self) -> ExportAntivirus {
        ExportAntivirus::new(&self.client)
    }

    /// List antivirus health of devices. See [`ListDeviceHealthAntivirus`].
    pub fn list_antivirus(&self) -> ListDeviceHealthAntivirus {
        ListDeviceHealthAntivirus::new(&self.client)
    }
}
