//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::machines::Machine;

http_core::entity! {
    /// Machine vulnerability.
    ///
    /// OData type PublicAssetVulnerabilityDto.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-vulnerabilities-by-machines.md`.
    pub struct MachineVulnerability {
        /// Id. machineId, cveId, vendor, product, version and KB joined by "`-_-`"; the last part is
        /// empty without a KB.
        pub id: Id<MachineVulnerability> = "id",
        /// Cve id.
        pub cve_id: Option<String> = "cveId",
        /// Machine id.
        pub machine_id: Option<Id<Machine>> = "machineId",
        /// Fixing kb id.
        pub fixing_kb_id: Option<String> = "fixingKbId",
        /// Product name.
        pub product_name: Option<String> = "productName",
        /// Product vendor.
        pub product_vendor: Option<String> = "productVendor",
        /// Product version.
        pub product_version: Option<String> = "productVersion",
        /// Severity. Values as in Vulnerability.
        pub severity: Option<VulnerabilitySeverity> = "severity",
    }
}

http_core::entity! {
    /// Vulnerability.
    ///
    /// The per-device, per-software and per-recommendation lists give the same shape as
    /// PublicVulnerabilityDto with fewer members.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/vulnerability.md`.
    pub struct Vulnerability {
        /// Id. CVE id, at times a TVM- id.
        pub id: Id<Vulnerability> = "id",
        /// Name.
        pub name: Option<String> = "name",
        /// Description.
        pub description: Option<String> = "description",
        /// Severity.
        pub severity: Option<VulnerabilitySeverity> = "severity",
        /// Cvss v3. A whole number in some rows.
        pub cvss_v3: Option<f64> = "cvssV3",
        /// Cvss vector. May be empty.
        pub cvss_vector: Option<String> = "cvssVector",
        /// Exposed machines.
        pub exposed_machines: Option<i64> = "exposedMachines",
        /// Published on.
        pub published_on: Option<Timestamp> = "publishedOn",
        /// Updated on.
        pub updated_on: Option<Timestamp> = "updatedOn",
        /// First detected. In the sample, not in the table.
        pub first_detected: Option<Timestamp> = "firstDetected",
        /// Patch first available. Not documented; seen in real rows (elastic/integrations).
        pub patch_first_available: Option<Timestamp> = "patchFirstAvailable",
        /// Public exploit.
        pub public_exploit: Option<bool> = "publicExploit",
        /// Exploit verified.
        pub exploit_verified: Option<bool> = "exploitVerified",
        /// Exploit in kit.
        pub exploit_in_kit: Option<bool> = "exploitInKit",
        /// Exploit types. Documented: Local privilege escalation, Denial of service, Local; seen:
        /// PrivilegeEscalation; treat as open text.
        pub exploit_types: Vec<String> = "exploitTypes",
        /// Exploit uris.
        pub exploit_uris: Vec<String> = "exploitUris",
        /// Cve supportability. Typed String collection in the table, one string in the sample; an older
        /// sample had CveSupportability with "supported".
        pub cve_supportability: Option<VulnerabilityCveSupportability> = "cveSupportability",
        /// Tags. In the sample, not in the table.
        pub tags: Vec<String> = "tags",
        /// Epss. 0 to 1.
        pub epss: Option<f64> = "epss",
    }
}

http_core::open_enum! {
    /// Vulnerability cve supportability. An open set of words.
    pub enum VulnerabilityCveSupportability {
        Supported = "Supported",
        NotSupported = "Not Supported",
        SupportedInPremium = "SupportedInPremium",
    }
}

http_core::open_enum! {
    /// Vulnerability severity. An open set of words.
    pub enum VulnerabilitySeverity {
        Low = "Low",
        Medium = "Medium",
        High = "High",
        Critical = "Critical",
    }
}
