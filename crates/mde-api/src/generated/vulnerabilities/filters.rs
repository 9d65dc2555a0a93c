//! Conditions on the properties that the lists of this group filter by.

use http_core::{Id, Timestamp};

use crate::machines::Machine;
use crate::vulnerabilities::MachineVulnerability;
use crate::vulnerabilities::Vulnerability;
use crate::vulnerabilities::VulnerabilitySeverity;

http_core::odata_filter! {
    /// Conditions on the properties that
    /// [`ListVulnerabilitiesByMachineAndSoftware`](super::ListVulnerabilitiesByMachineAndSoftware)
    /// filters by, as far as the documents list them. Each method gives a
    /// [`Property`](http_core::odata::Property).
    pub struct MachineVulnerabilityFilter {
        cve_id: String = "cveId",
        fixing_kb_id: String = "fixingKbId",
        id: Id<MachineVulnerability> = "id",
        machine_id: Id<Machine> = "machineId",
        product_name: String = "productName",
        product_vendor: String = "productVendor",
        product_version: String = "productVersion",
        severity: VulnerabilitySeverity = "severity",
    }
}

http_core::odata_filter! {
    /// Conditions on the properties that [`ListVulnerabilities`](super::ListVulnerabilities)
    /// filters by, as far as the documents list them. Each method gives a
    /// [`Property`](http_core::odata::Property).
    pub struct VulnerabilityFilter {
        cvss_v3: f64 = "cvssV3",
        description: String = "description",
        id: Id<Vulnerability> = "id",
        name: String = "name",
        published_on: Timestamp = "publishedOn",
        severity: VulnerabilitySeverity = "severity",
        updated_on: Timestamp = "updatedOn",
    }
}
