//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::machines::Machine;

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-vulnerabilities-by-machines.md`.
    pub struct MachineVulnerability {
        /// machineId, cveId, vendor, product, version and KB joined by "`-_-`". The last part is empty
        /// without a KB.
        pub id: Id<MachineVulnerability> = "id",
        pub cve_id: Option<String> = "cveId",
        pub machine_id: Option<Id<Machine>> = "machineId",
        pub fixing_kb_id: Option<String> = "fixingKbId",
        pub product_name: Option<String> = "productName",
        pub product_vendor: Option<String> = "productVendor",
        pub product_version: Option<String> = "productVersion",
        /// Values as in Vulnerability.
        pub severity: Option<VulnerabilitySeverity> = "severity",
    }
}

http_core::entity! {
    /// Lists by device, software or recommendation return fewer members.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/vulnerability.md; the $metadata
    /// of the service, by PyPI mde-client 0.4.0`.
    pub struct Vulnerability {
        /// CVE id, at times a TVM- id.
        pub id: Id<Vulnerability> = "id",
        pub name: Option<String> = "name",
        pub description: Option<String> = "description",
        pub severity: Option<VulnerabilitySeverity> = "severity",
        /// A whole number in some rows.
        pub cvss_v3: Option<f64> = "cvssV3",
        /// May be empty.
        pub cvss_vector: Option<String> = "cvssVector",
        pub exposed_machines: Option<i64> = "exposedMachines",
        pub published_on: Option<Timestamp> = "publishedOn",
        pub updated_on: Option<Timestamp> = "updatedOn",
        pub first_detected: Option<Timestamp> = "firstDetected",
        pub patch_first_available: Option<Timestamp> = "patchFirstAvailable",
        pub public_exploit: Option<bool> = "publicExploit",
        pub exploit_verified: Option<bool> = "exploitVerified",
        pub exploit_in_kit: Option<bool> = "exploitInKit",
        /// Open list. Such as PrivilegeEscalation.
        pub exploit_types: Vec<String> = "exploitTypes",
        pub exploit_uris: Vec<String> = "exploitUris",
        pub cve_supportability: Option<VulnerabilityCveSupportability> = "cveSupportability",
        pub tags: Vec<String> = "tags",
        /// 0 to 1.
        pub epss: Option<f64> = "epss",
        pub status: Option<VulnerabilityStatus> = "status",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum VulnerabilityCveSupportability {
        Supported = "Supported",
        NotSupported = "Not Supported",
        SupportedInPremium = "SupportedInPremium",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum VulnerabilitySeverity {
        Low = "Low",
        Medium = "Medium",
        High = "High",
        Critical = "Critical",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum VulnerabilityStatus {
        RemediationRequired = "RemediationRequired",
        NoActionRequired = "NoActionRequired",
        UnderException = "UnderException",
        PartialException = "PartialException",
    }
}
