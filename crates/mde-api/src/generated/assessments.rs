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

use http_core::{Client, Timestamp};

pub use export_browser_extensions::{EXPORT_BROWSER_EXTENSIONS, ExportBrowserExtensions};
pub use export_certificates::{EXPORT_CERTIFICATES, ExportCertificates};
pub use export_hardware_firmware::{EXPORT_HARDWARE_FIRMWARE, ExportHardwareFirmware};
pub use export_information_gathering::{EXPORT_INFORMATION_GATHERING, ExportInformationGathering};
pub use export_secure_configuration::{EXPORT_SECURE_CONFIGURATION, ExportSecureConfiguration};
pub use export_security_baselines::{EXPORT_SECURITY_BASELINES, ExportSecurityBaselines};
pub use export_software_inventory::{EXPORT_SOFTWARE_INVENTORY, ExportSoftwareInventory};
pub use export_software_inventory_no_product_code::{
    EXPORT_SOFTWARE_INVENTORY_NO_PRODUCT_CODE, ExportSoftwareInventoryNoProductCode,
};
pub use export_software_vulnerabilities::{
    EXPORT_SOFTWARE_VULNERABILITIES, ExportSoftwareVulnerabilities,
};
pub use list_browser_extensions::{LIST_BROWSER_EXTENSIONS, ListAssessmentBrowserExtensions};
pub use list_certificates::{LIST_CERTIFICATES, ListAssessmentCertificates};
pub use list_hardware_firmware::{LIST_HARDWARE_FIRMWARE, ListAssessmentHardwareFirmware};
pub use list_secure_configuration::{LIST_SECURE_CONFIGURATION, ListAssessmentSecureConfiguration};
pub use list_security_baselines::{LIST_SECURITY_BASELINES, ListAssessmentSecurityBaselines};
pub use list_software_inventory::{LIST_SOFTWARE_INVENTORY, ListAssessmentSoftwareInventory};
pub use list_software_inventory_no_product_code::{
    LIST_SOFTWARE_INVENTORY_NO_PRODUCT_CODE, ListAssessmentSoftwareInventoryNoProductCode,
};
pub use list_software_vulnerabilities::{
    LIST_SOFTWARE_VULNERABILITIES, ListAssessmentSoftwareVulnerabilities,
};
pub use list_software_vulnerability_changes::{
    LIST_SOFTWARE_VULNERABILITY_CHANGES, ListAssessmentSoftwareVulnerabilityChanges,
};
pub use model::{
    AssetBaselineAssessment, AssetBrowserExtension, AssetBrowserExtensionExtensionRisk,
    AssetCertificateAssessment, AssetConfiguration, AssetConfigurationConfigurationCategory,
    AssetHardwareFirmware, AssetNonCpeSoftware, AssetSoftware, AssetSoftwareEndOfSupportStatus,
    AssetVulnerability, AssetVulnerabilityExploitabilityLevel, BrowserExtensionPermission,
    BrowserExtensionPermissionRisk, DeltaAssetVulnerability, DeltaAssetVulnerabilityStatus,
    ExportFilesResponse, InfoGatheringFileRecord,
};

/// The operations of assessments; each method begins a request.
#[derive(Clone, Debug)]
pub struct Assessments {
    pub(crate) client: Client,
}

impl Assessments {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Export installed browser extensions by device, in rows. See [`ExportBrowserExtensions`].
    pub fn export_browser_extensions(&self) -> ExportBrowserExtensions {
        ExportBrowserExtensions::new(&self.client)
    }

    /// Export certificates by device, in rows. See [`ExportCertificates`].
    pub fn export_certificates(&self) -> ExportCertificates {
        ExportCertificates::new(&self.client)
    }

    /// Export hardware and firmware components by device, in rows. See [`ExportHardwareFirmware`].
    pub fn export_hardware_firmware(&self) -> ExportHardwareFirmware {
        ExportHardwareFirmware::new(&self.client)
    }

    /// Export information gathered by device, in rows. See [`ExportInformationGathering`].
    pub fn export_information_gathering(&self) -> ExportInformationGathering {
        ExportInformationGathering::new(&self.client)
    }

    /// Export the state of every security configuration by device, in rows. See
    /// [`ExportSecureConfiguration`].
    pub fn export_secure_configuration(&self) -> ExportSecureConfiguration {
        ExportSecureConfiguration::new(&self.client)
    }

    /// Export security baseline compliance by device, in rows. See [`ExportSecurityBaselines`].
    pub fn export_security_baselines(&self) -> ExportSecurityBaselines {
        ExportSecurityBaselines::new(&self.client)
    }

    /// Export installed software that has a CPE by device, in rows. See
    /// [`ExportSoftwareInventory`].
    pub fn export_software_inventory(&self) -> ExportSoftwareInventory {
        ExportSoftwareInventory::new(&self.client)
    }

    /// Export installed software that has no CPE by device, in rows. See
    /// [`ExportSoftwareInventoryNoProductCode`].
    pub fn export_software_inventory_no_product_code(
        &self,
    ) -> ExportSoftwareInventoryNoProductCode {
        ExportSoftwareInventoryNoProductCode::new(&self.client)
    }

    /// Export known software vulnerabilities by device, in rows. See
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
