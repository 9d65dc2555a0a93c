//! The records and words of this group.

use http_core::Id;

http_core::entity! {
    /// Software.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/software.md`.
    pub struct Software {
        /// Id. Vendor, "`-_-`", name.
        pub id: Id<Software> = "id",
        /// Name.
        pub name: Option<String> = "name",
        /// Vendor.
        pub vendor: Option<String> = "vendor",
        /// Weaknesses. Number of vulnerabilities found.
        pub weaknesses: Option<i64> = "weaknesses",
        /// Public exploit. A public exploit exists for one of them.
        pub public_exploit: Option<bool> = "publicExploit",
        /// Active alert. An alert is tied to it.
        pub active_alert: Option<bool> = "activeAlert",
        /// Exposed machines.
        pub exposed_machines: Option<i64> = "exposedMachines",
        /// Impact score. Its part of the exposure score.
        pub impact_score: Option<f64> = "impactScore",
    }
}

http_core::entity! {
    /// Software distribution.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-software-ver-distribution.md`.
    pub struct SoftwareDistribution {
        /// Version.
        pub version: Id<SoftwareDistribution> = "version",
        /// Installations.
        pub installations: Option<i64> = "installations",
        /// Vulnerabilities.
        pub vulnerabilities: Option<i64> = "vulnerabilities",
    }
}
