//! Operations and types of assessments.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ExportBrowserExtensions`] | `GET /api/machines/browserextensionsinventoryExport` | `Software.Read.All` |
//! | [`ExportCertificates`] | `GET /api/machines/certificateAssessmentExport` | `Vulnerability.Read.All` |
//! | [`ExportHardwareFirmware`] | `GET /api/machines/HardwareFirmwareInventoryExport` | `Software.Read.All` |
//! | [`ExportInformationGathering`] | `GET /api/machines/InfoGatheringExport` | `Vulnerability.Read.All` |
//! | [`ExportSecureConfiguration`] | `GET /api/machines/SecureConfigurationsAssessmentExport` | `Vulnerability.Read.All` |
//! | [`ExportSecurityBaselines`] | `GET /api/machines/BaselineComplianceAssessmentExport` | `SecurityBaselinesAssessment.Read.All` |
//! | [`ExportSoftwareInventory`] | `GET /api/machines/SoftwareInventoryExport` | `Software.Read.All` |
//! | [`ExportSoftwareInventoryNoProductCode`] | `GET /api/machines/SoftwareInventoryNonCpeExport` | `Software.Read.All` |
//! | [`ExportSoftwareVulnerabilities`] | `GET /api/machines/SoftwareVulnerabilitiesExport` | `Vulnerability.Read.All` |
//! | [`ListAssessmentBrowserExtensions`] | `GET /api/Machines/BrowserExtensionsInventoryByMachine` | `Software.Read.All` |
//! | [`ListAssessmentCertificates`] | `GET /api/machines/certificateAssessmentByMachine` | `Vulnerability.Read.All` |
//! | [`ListAssessmentHardwareFirmware`] | `GET /api/machines/HardwareFirmwareInventoryByMachine` | `Software.Read.All` |
//! | [`ListAssessmentSecureConfiguration`] | `GET /api/machines/SecureConfigurationsAssessmentByMachine` | `Vulnerability.Read.All` |
//! | [`ListAssessmentSecurityBaselines`] | `GET /api/machines/baselineComplianceAssessmentByMachine` | `SecurityBaselinesAssessment.Read.All` |
//! | [`ListAssessmentSoftwareInventory`] | `GET /api/machines/SoftwareInventoryByMachine` | `Software.Read.All` |
//! | [`ListAssessmentSoftwareInventoryNoProductCode`] | `GET /api/machines/SoftwareInventoryNoProductCodeByMachine` | `Software.Read.All` |
//! | [`ListAssessmentSoftwareVulnerabilities`] | `GET /api/machines/SoftwareVulnerabilitiesByMachine` | `Vulnerability.Read.All` |
//! | [`ListAssessmentSoftwareVulnerabilityChanges`] | `GET /api/machines/SoftwareVulnerabilityChangesByMachine` | `Vulnerability.Read.All` |

mod export_browser_extensions;
mod export_certificates;
mod export_hardware_firmware;
mod export_information_gathering;
mod export_secure_configuration;
mod export_security_baselines;
mod export_software_inventory;
mod export_software_inventory_no_product_code;
mod export_software_vulnerabilities;
mod list_browser_extensions;
mod list_certificates;
mod list_hardware_firmware;
mod list_secure_configuration;
mod list_security_baselines;
mod list_software_inventory;
mod list_software_inventory_no_product_code;
mod list_software_vulnerabilities;
mod list_software_vulnerability_changes;
mod model;

use http_core::{Answer, Client, Kind, Operation, Paging, Param, RateLimit, Timestamp};

pub use export_browser_extensions::ExportBrowserExtensions;
pub use export_certificates::ExportCertificates;
pub use export_hardware_firmware::ExportHardwareFirmware;
pub use export_information_gathering::ExportInformationGathering;
pub use export_secure_configuration::ExportSecureConfiguration;
pub use export_security_baselines::ExportSecurityBaselines;
pub use export_software_inventory::ExportSoftwareInventory;
pub use export_software_inventory_no_product_code::ExportSoftwareInventoryNoProductCode;
pub use export_software_vulnerabilities::ExportSoftwareVulnerabilities;
pub use list_browser_extensions::ListAssessmentBrowserExtensions;
pub use list_certificates::ListAssessmentCertificates;
pub use list_hardware_firmware::ListAssessmentHardwareFirmware;
pub use list_secure_configuration::ListAssessmentSecureConfiguration;
pub use list_security_baselines::ListAssessmentSecurityBaselines;
pub use list_software_inventory::ListAssessmentSoftwareInventory;
pub use list_software_inventory_no_product_code::ListAssessmentSoftwareInventoryNoProductCode;
pub use list_software_vulnerabilities::ListAssessmentSoftwareVulnerabilities;
pub use list_software_vulnerability_changes::ListAssessmentSoftwareVulnerabilityChanges;
pub use model::{
    AssetBaselineAssessment, AssetBrowserExtension, AssetBrowserExtensionExtensionRisk,
    AssetCertificateAssessment, AssetConfiguration, AssetConfigurationConfigurationCategory,
    AssetHardwareFirmware, AssetNonCpeSoftware, AssetSoftware, AssetSoftwareEndOfSupportStatus,
    AssetVulnerability, AssetVulnerabilityExploitabilityLevel, AssetVulnerabilityFileRecord,
    AssetVulnerabilityFileRecordExploitabilityLevel, AssetVulnerabilityFileRecordStatus,
    BrowserExtensionPermission, BrowserExtensionPermissionRisk, DeltaAssetVulnerability,
    DeltaAssetVulnerabilityStatus, ExportFilesResponse, InfoGatheringFileRecord,
};

/// `mde.assessments.export_browser_extensions`: Get download URLs for installed browser
/// extensions by device.
pub static EXPORT_BROWSER_EXTENSIONS: Operation = Operation::get(
    "mde.assessments.export_browser_extensions",
    "/api/machines/browserextensionsinventoryExport",
)
.host("mde")
.summary("Get download URLs for installed browser extensions by device")
.help("No sasValidHours is documented: URLs last 1 hour.")
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(&["Software.Read.All"], &["Software.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md");

/// `mde.assessments.export_certificates`: Get download URLs for certificates by device.
pub static EXPORT_CERTIFICATES: Operation = Operation::get(
    "mde.assessments.export_certificates",
    "/api/machines/certificateAssessmentExport",
)
.host("mde")
.summary("Get download URLs for certificates by device")
.help("The SAS limits on this page contradict the sibling pages.")
.params(&[Param::query("sasValidHours").kind(Kind::Integer).help(
    "this page still gives the older limits: 3 hours unless given, 24 at most; \
the sibling pages now say 1 and 6, so plan for 1 and 6",
)])
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source(
    "MicrosoftDocs/defender-docs:defender-endpoint/api/export-certificate-inventory-assessment.md",
);

/// `mde.assessments.export_hardware_firmware`: Get download URLs for hardware and firmware
/// components by device.
pub static EXPORT_HARDWARE_FIRMWARE: Operation = Operation::get(
    "mde.assessments.export_hardware_firmware",
    "/api/machines/HardwareFirmwareInventoryExport",
)
.host("mde")
.summary("Get download URLs for hardware and firmware components by device")
.help("No sasValidHours is documented: URLs last 1 hour.")
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(&["Software.Read.All"], &["Software.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/export-firmware-hardware-assessment.md");

/// `mde.assessments.export_information_gathering`: Get download URLs for information gathered
/// by device.
pub static EXPORT_INFORMATION_GATHERING: Operation = Operation::get(
    "mde.assessments.export_information_gathering",
    "/api/machines/InfoGatheringExport",
)
.host("mde")
.summary("Get download URLs for information gathered by device")
.help(
    "Files only, no paged JSON; one record a device. The page writes \
/api/Machines/. The same URL is documented a second time as \
mde.device_health.export_antivirus with other limits. The record members \
are not documented, see InfoGatheringFileRecord.",
)
.params(&[Param::query("sasValidHours").kind(Kind::Integer).help(
    "hours the download URLs stay valid: 1 unless given, 6 at most; no $ in \
front although one sample request has it",
)])
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source(
    "MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-information-gathering.md",
);

/// `mde.assessments.export_secure_configuration`: Get download URLs for the state of every
/// security configuration by device.
pub static EXPORT_SECURE_CONFIGURATION: Operation = Operation::get(
    "mde.assessments.export_secure_configuration",
    "/api/machines/SecureConfigurationsAssessmentExport",
)
.host("mde")
.summary("Get download URLs for the state of every security configuration by device")
.help(
    "File records use PascalCase member names \
(MicrosoftDocs/microsoft-365-docs#5877).",
)
.params(&[Param::query("sasValidHours").kind(Kind::Integer).help(
    "hours the download URLs stay valid: 1 unless given, 6 at most; no $ in \
front although one sample request has it",
)])
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-secure-config.md");

/// `mde.assessments.export_security_baselines`: Get download URLs for security baseline
/// compliance by device.
pub static EXPORT_SECURITY_BASELINES: Operation = Operation::get(
    "mde.assessments.export_security_baselines",
    "/api/machines/BaselineComplianceAssessmentExport",
)
.host("mde")
.summary("Get download URLs for security baseline compliance by device")
.help("The files section names no permission; that of the JSON section applies.")
.params(&[Param::query("sasValidHours").kind(Kind::Integer).help(
    "hours the download URLs stay valid: 1 unless given, 6 at most; no $ in \
front although one sample request has it",
)])
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(
    &["SecurityBaselinesAssessment.Read.All"],
    &["SecurityBaselinesAssessment.Read"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/export-security-baseline-assessment.md");

/// `mde.assessments.export_software_inventory`: Get download URLs for installed software that
/// has a CPE by device.
pub static EXPORT_SOFTWARE_INVENTORY: Operation = Operation::get(
    "mde.assessments.export_software_inventory",
    "/api/machines/SoftwareInventoryExport",
)
.host("mde")
.summary("Get download URLs for installed software that has a CPE by device")
.help("File records use PascalCase member names. About 0.5 KB a row.")
.params(&[Param::query("sasValidHours").kind(Kind::Integer).help(
    "hours the download URLs stay valid: 1 unless given, 6 at most; no $ in \
front although one sample request has it",
)])
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(&["Software.Read.All"], &["Software.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-inventory.md");

/// `mde.assessments.export_software_inventory_no_product_code`: Get download URLs for installed
/// software that has no CPE by device.
pub static EXPORT_SOFTWARE_INVENTORY_NO_PRODUCT_CODE: Operation = Operation::get("mde.assessments.export_software_inventory_no_product_code", "/api/machines/SoftwareInventoryNonCpeExport").host("mde").summary("Get download URLs for installed software that has no CPE by device").help("An older version of this page said 3 hours and 24 at most; the present one \
says 1 and 6.").params(&[Param::query("sasValidHours").kind(Kind::Integer).help("hours the download URLs stay valid: 1 unless given, 6 at most; no $ in \
front although one sample request has it"),
]).answer(Answer::Object).limits(&[RateLimit::per_minute(5),RateLimit::per_hour(20),]).permissions(&["Software.Read.All"], &["Software.Read"]).source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-non-cpe-software-inventory.md");

/// `mde.assessments.export_software_vulnerabilities`: Get download URLs for known software
/// vulnerabilities by device.
pub static EXPORT_SOFTWARE_VULNERABILITIES: Operation = Operation::get(
    "mde.assessments.export_software_vulnerabilities",
    "/api/machines/SoftwareVulnerabilitiesExport",
)
.host("mde")
.summary("Get download URLs for known software vulnerabilities by device")
.help(
    "Rebuilt every 6 hours; the call only hands out the newest snapshot and \
never starts one. File records use PascalCase and leave out empty members \
(see AssetVulnerabilityFileRecord). A download URL can answer 200 with an \
empty body; retry it (elastic/integrations#15749).",
)
.params(&[Param::query("sasValidHours").kind(Kind::Integer).help(
    "hours the download URLs stay valid: 1 unless given, 6 at most; no $ in \
front although one sample request has it",
)])
.answer(Answer::Object)
.limits(&[RateLimit::per_minute(5), RateLimit::per_hour(20)])
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source(
    "MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-vulnerabilities.md",
);

/// `mde.assessments.list_browser_extensions`: List installed browser extensions by device,
/// paged.
pub static LIST_BROWSER_EXTENSIONS: Operation = Operation::get(
    "mde.assessments.list_browser_extensions",
    "/api/Machines/BrowserExtensionsInventoryByMachine",
)
.host("mde")
.summary("List installed browser extensions by device, paged")
.help(
    "One row for each device, browser and extension. The sample is in \
PascalCase, unlike the other JSON exports, and Permissions holds objects \
although the table says strings: read member names without regard to case. \
sinceTime in the sample request is not a parameter.",
)
.params(&[
    Param::query("$top").kind(Kind::Integer).help(
        "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
    ),
    Param::query("pageSize").kind(Kind::Integer).help(
        "rows in one page; 50000 unless given, 200000 at most; the service writes \
it back as pagesize in the next link",
    ),
])
.collection("value")
.paging(Paging::NextLink)
.page_size(200000)
.limits(&[RateLimit::per_minute(30), RateLimit::per_hour(1000)])
.permissions(&["Software.Read.All"], &["Software.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md");

/// `mde.assessments.list_certificates`: List certificates by device, paged.
pub static LIST_CERTIFICATES: Operation = Operation::get(
    "mde.assessments.list_certificates",
    "/api/machines/certificateAssessmentByMachine",
)
.host("mde")
.summary("List certificates by device, paged")
.help(
    "One row for each device, thumbprint and path. Member names of the table \
and of the sample differ (KeySize/keyLength, ExpirationDate/notAfter, \
IssueDate/notBefore, IssuedTo/subjectObject, IssuedBy/issuerObject, \
KeyUsage/keyUsageArray, ExtendedKeyUsage/extendedKeyUsageArray). Needs \
Vulnerability, not Software, permissions \
(MicrosoftDocs/microsoft-365-docs#11064).",
)
.params(&[
    Param::query("$top").kind(Kind::Integer).help(
        "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
    ),
    Param::query("pageSize").kind(Kind::Integer).help(
        "rows in one page; 50000 unless given, 200000 at most; the service writes \
it back as pagesize in the next link",
    ),
])
.collection("value")
.paging(Paging::NextLink)
.page_size(200000)
.limits(&[RateLimit::per_minute(30), RateLimit::per_hour(1000)])
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source(
    "MicrosoftDocs/defender-docs:defender-endpoint/api/export-certificate-inventory-assessment.md",
);

/// `mde.assessments.list_hardware_firmware`: List hardware and firmware components by device,
/// paged.
pub static LIST_HARDWARE_FIRMWARE: Operation = Operation::get(
    "mde.assessments.list_hardware_firmware",
    "/api/machines/HardwareFirmwareInventoryByMachine",
)
.host("mde")
.summary("List hardware and firmware components by device, paged")
.help(
    "The JSON text says one row for each device and componentType, the files \
text adds componentName: expect many rows of one type. additionalFields is \
a string holding a JSON object (the table says array).",
)
.params(&[
    Param::query("$top").kind(Kind::Integer).help(
        "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
    ),
    Param::query("pageSize").kind(Kind::Integer).help(
        "rows in one page; 50000 unless given, 200000 at most; the service writes \
it back as pagesize in the next link",
    ),
])
.collection("value")
.paging(Paging::NextLink)
.page_size(200000)
.limits(&[RateLimit::per_minute(30), RateLimit::per_hour(1000)])
.permissions(&["Software.Read.All"], &["Software.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/export-firmware-hardware-assessment.md");

/// `mde.assessments.list_secure_configuration`: List the state of every security configuration
/// by device, paged.
pub static LIST_SECURE_CONFIGURATION: Operation = Operation::get(
    "mde.assessments.list_secure_configuration",
    "/api/machines/SecureConfigurationsAssessmentByMachine",
)
.host("mde")
.summary("List the state of every security configuration by device, paged")
.help(
    "One row for each device and configuration. configurationImpact is typed \
String but is a number in the sample. osVersion and rbacGroupId come back \
although this page does not list them \
(MicrosoftDocs/microsoft-365-docs#5877).",
)
.params(&[
    Param::query("$top").kind(Kind::Integer).help(
        "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
    ),
    Param::query("pageSize").kind(Kind::Integer).help(
        "rows in one page; 50000 unless given, 200000 at most; the service writes \
it back as pagesize in the next link",
    ),
])
.collection("value")
.paging(Paging::NextLink)
.page_size(200000)
.limits(&[RateLimit::per_minute(30), RateLimit::per_hour(1000)])
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-secure-config.md");

/// `mde.assessments.list_security_baselines`: List security baseline compliance by device,
/// paged.
pub static LIST_SECURITY_BASELINES: Operation = Operation::get(
    "mde.assessments.list_security_baselines",
    "/api/machines/baselineComplianceAssessmentByMachine",
)
.host("mde")
.summary("List security baseline compliance by device, paged")
.help(
    "One row for each device, profile and configuration. recommendedValue, \
currentValue and source are arrays although typed String. \
dataCollectionTimeOffset is absent when nothing was collected. Needs the \
Defender Vulnerability Management add-on or standalone licence \
(MicrosoftDocs/microsoft-365-docs#9798).",
)
.params(&[
    Param::query("$top").kind(Kind::Integer).help(
        "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
    ),
    Param::query("pageSize").kind(Kind::Integer).help(
        "rows in one page; 50000 unless given, 200000 at most; the service writes \
it back as pagesize in the next link",
    ),
])
.collection("value")
.paging(Paging::NextLink)
.page_size(200000)
.limits(&[RateLimit::per_minute(30), RateLimit::per_hour(1000)])
.permissions(
    &["SecurityBaselinesAssessment.Read.All"],
    &["SecurityBaselinesAssessment.Read"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/export-security-baseline-assessment.md");

/// `mde.assessments.list_software_inventory`: List installed software that has a CPE by device,
/// paged.
pub static LIST_SOFTWARE_INVENTORY: Operation = Operation::get(
    "mde.assessments.list_software_inventory",
    "/api/machines/SoftwareInventoryByMachine",
)
.host("mde")
.summary("List installed software that has a CPE by device, paged")
.help(
    "One row for each device, vendor, name and version; no id member \
(MicrosoftDocs/microsoft-365-docs#11141, fixed in #11180). About 0.5 KB a \
row. The sample request carries sinceTime, which is not a parameter here; \
drop it.",
)
.params(&[
    Param::query("$top").kind(Kind::Integer).help(
        "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
    ),
    Param::query("pageSize").kind(Kind::Integer).help(
        "rows in one page; 50000 unless given, 200000 at most; the service writes \
it back as pagesize in the next link",
    ),
])
.collection("value")
.paging(Paging::NextLink)
.page_size(200000)
.limits(&[RateLimit::per_minute(30), RateLimit::per_hour(1000)])
.permissions(&["Software.Read.All"], &["Software.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-inventory.md");

/// `mde.assessments.list_software_inventory_no_product_code`: List installed software that has
/// no CPE by device, paged.
pub static LIST_SOFTWARE_INVENTORY_NO_PRODUCT_CODE: Operation = Operation::get("mde.assessments.list_software_inventory_no_product_code", "/api/machines/SoftwareInventoryNoProductCodeByMachine").host("mde").summary("List installed software that has no CPE by device, paged").help("The JSON path says NoProductCode and the files path says NonCpe. \
rbacGroupId is typed string but is a number in the sample. No weaknesses or \
support dates exist for such software. Together with the CPE inventory it \
gives all software.").params(&[Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("pageSize").kind(Kind::Integer).help("rows in one page; 50000 unless given, 200000 at most; the service writes \
it back as pagesize in the next link"),
]).collection("value").paging(Paging::NextLink).page_size(200000).limits(&[RateLimit::per_minute(30),RateLimit::per_hour(1000),]).permissions(&["Software.Read.All"], &["Software.Read"]).source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-non-cpe-software-inventory.md");

/// `mde.assessments.list_software_vulnerabilities`: List known software vulnerabilities by
/// device, paged.
pub static LIST_SOFTWARE_VULNERABILITIES: Operation = Operation::get(
    "mde.assessments.list_software_vulnerabilities",
    "/api/machines/SoftwareVulnerabilitiesByMachine",
)
.host("mde")
.summary("List known software vulnerabilities by device, paged")
.help(
    "One row for each device, vendor, name, version and CVE. Software without a \
known CVE also comes back, with cveId and vulnerabilitySeverityLevel null. \
About 1 KB a row, so the largest page is near 200 MB. cvssScore is double \
on this page and string on the overview page; it is missing from the \
samples.",
)
.params(&[
    Param::query("$top").kind(Kind::Integer).help(
        "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
    ),
    Param::query("pageSize").kind(Kind::Integer).help(
        "rows in one page; 50000 unless given, 200000 at most; the service writes \
it back as pagesize in the next link",
    ),
])
.collection("value")
.paging(Paging::NextLink)
.page_size(200000)
.limits(&[RateLimit::per_minute(30), RateLimit::per_hour(1000)])
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source(
    "MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-vulnerabilities.md",
);

/// `mde.assessments.list_software_vulnerability_changes`: List vulnerability changes by device
/// since a time, paged.
pub static LIST_SOFTWARE_VULNERABILITY_CHANGES: Operation = Operation::get(
    "mde.assessments.list_software_vulnerability_changes",
    "/api/machines/SoftwareVulnerabilityChangesByMachine",
)
.host("mde")
.summary("List vulnerability changes by device since a time, paged")
.help(
    "Delta export; only as paged JSON, there is no files variant. Status is \
New, Fixed or Updated. A device that changes its group yields a Fixed row \
in the old group and a New row in the new one. A version update yields \
Fixed for the old and New for the new version, the New row keeping the old \
firstSeenTimestamp. See facts.md (part B) for the pull pattern.",
)
.params(&[
    Param::query("$top").kind(Kind::Integer).help(
        "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
    ),
    Param::query("sinceTime").kind(Kind::Time).required().help(
        "ISO 8601 UTC, colons percent-encoded; 14 days back at most; rounded down \
to the start of its 6-hour generation window",
    ),
    Param::query("pageSize").kind(Kind::Integer).help(
        "rows in one page; 50000 unless given, 200000 at most; the service writes \
it back as pagesize in the next link",
    ),
])
.collection("value")
.paging(Paging::NextLink)
.page_size(200000)
.limits(&[RateLimit::per_minute(30), RateLimit::per_hour(1000)])
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source(
    "MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-software-vulnerabilities.md",
);

/// The operations of assessments; each method begins a request.
#[derive(Clone, Debug)]
pub struct Assessments {
    client: Client,
}

impl Assessments {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get download URLs for installed browser extensions by device. See
    /// [`ExportBrowserExtensions`].
    pub fn export_browser_extensions(&self) -> ExportBrowserExtensions {
        ExportBrowserExtensions::new(&self.client)
    }

    /// Get download URLs for certificates by device. See [`ExportCertificates`].
    pub fn export_certificates(&self) -> ExportCertificates {
        ExportCertificates::new(&self.client)
    }

    /// Get download URLs for hardware and firmware components by device. See
    /// [`ExportHardwareFirmware`].
    pub fn export_hardware_firmware(&self) -> ExportHardwareFirmware {
        ExportHardwareFirmware::new(&self.client)
    }

    /// Get download URLs for information gathered by device. See [`ExportInformationGathering`].
    pub fn export_information_gathering(&self) -> ExportInformationGathering {
        ExportInformationGathering::new(&self.client)
    }

    /// Get download URLs for the state of every security configuration by device. See
    /// [`ExportSecureConfiguration`].
    pub fn export_secure_configuration(&self) -> ExportSecureConfiguration {
        ExportSecureConfiguration::new(&self.client)
    }

    /// Get download URLs for security baseline compliance by device. See
    /// [`ExportSecurityBaselines`].
    pub fn export_security_baselines(&self) -> ExportSecurityBaselines {
        ExportSecurityBaselines::new(&self.client)
    }

    /// Get download URLs for installed software that has a CPE by device. See
    /// [`ExportSoftwareInventory`].
    pub fn export_software_inventory(&self) -> ExportSoftwareInventory {
        ExportSoftwareInventory::new(&self.client)
    }

    /// Get download URLs for installed software that has no CPE by device. See
    /// [`ExportSoftwareInventoryNoProductCode`].
    pub fn export_software_inventory_no_product_code(
        &self,
    ) -> ExportSoftwareInventoryNoProductCode {
        ExportSoftwareInventoryNoProductCode::new(&self.client)
    }

    /// Get download URLs for known software vulnerabilities by device. See
    /// [`ExportSoftwareVulnerabilities`].
    pub fn export_software_vulnerabilities(&self) -> ExportSoftwareVulnerabilities {
        ExportSoftwareVulnerabilities::new(&self.client)
    }

    /// List installed browser extensions by device, paged. See [`ListAssessmentBrowserExtensions`].
    pub fn list_browser_extensions(&self) -> ListAssessmentBrowserExtensions {
        ListAssessmentBrowserExtensions::new(&self.client)
    }

    /// List certificates by device, paged. See [`ListAssessmentCertificates`].
    pub fn list_certificates(&self) -> ListAssessmentCertificates {
        ListAssessmentCertificates::new(&self.client)
    }

    /// List hardware and firmware components by device, paged. See
    /// [`ListAssessmentHardwareFirmware`].
    pub fn list_hardware_firmware(&self) -> ListAssessmentHardwareFirmware {
        ListAssessmentHardwareFirmware::new(&self.client)
    }

    /// List the state of every security configuration by device, paged. See
    /// [`ListAssessmentSecureConfiguration`].
    pub fn list_secure_configuration(&self) -> ListAssessmentSecureConfiguration {
        ListAssessmentSecureConfiguration::new(&self.client)
    }

    /// List security baseline compliance by device, paged. See [`ListAssessmentSecurityBaselines`].
    pub fn list_security_baselines(&self) -> ListAssessmentSecurityBaselines {
        ListAssessmentSecurityBaselines::new(&self.client)
    }

    /// List installed software that has a CPE by device, paged. See
    /// [`ListAssessmentSoftwareInventory`].
    pub fn list_software_inventory(&self) -> ListAssessmentSoftwareInventory {
        ListAssessmentSoftwareInventory::new(&self.client)
    }

    /// List installed software that has no CPE by device, paged. See
    /// [`ListAssessmentSoftwareInventoryNoProductCode`].
    pub fn list_software_inventory_no_product_code(
        &self,
    ) -> ListAssessmentSoftwareInventoryNoProductCode {
        ListAssessmentSoftwareInventoryNoProductCode::new(&self.client)
    }

    /// List known software vulnerabilities by device, paged. See
    /// [`ListAssessmentSoftwareVulnerabilities`].
    pub fn list_software_vulnerabilities(&self) -> ListAssessmentSoftwareVulnerabilities {
        ListAssessmentSoftwareVulnerabilities::new(&self.client)
    }

    /// List vulnerability changes by device since a time, paged. See
    /// [`ListAssessmentSoftwareVulnerabilityChanges`].
    pub fn list_software_vulnerability_changes(
        &self,
        since_time: impl Into<Timestamp>,
    ) -> ListAssessmentSoftwareVulnerabilityChanges {
        ListAssessmentSoftwareVulnerabilityChanges::new(&self.client, since_time)
    }
}
