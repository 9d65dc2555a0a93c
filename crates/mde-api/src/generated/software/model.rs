//! The records and words of this group.

use http_core::Id;

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/software.md; the $metadata of the
    /// service, by PyPI mde-client 0.4.0`.
    pub struct Software {
        /// Vendor, "`-_-`", name.
        pub id: Id<Software> = "id",
        pub name: Option<String> = "name",
        pub vendor: Option<String> = "vendor",
        /// Number of vulnerabilities found.
        pub weaknesses: Option<i64> = "weaknesses",
        /// A public exploit exists for one of them.
        pub public_exploit: Option<bool> = "publicExploit",
        /// An alert is tied to it.
        pub active_alert: Option<bool> = "activeAlert",
        pub exposed_machines: Option<i64> = "exposedMachines",
        /// Its part of the exposure score.
        pub impact_score: Option<f64> = "impactScore",
        pub installed_machines: Option<i64> = "installedMachines",
        pub is_normalized: Option<bool> = "isNormalized",
        pub category: Option<String> = "category",
        pub tags: Vec<String> = "tags",
        pub distributions: Vec<SoftwareDistribution> = "distributions",
    }
}

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-software-ver-distribution.md`.
    pub struct SoftwareDistribution {
        pub version: Id<SoftwareDistribution> = "version",
        pub installations: Option<i64> = "installations",
        pub vulnerabilities: Option<i64> = "vulnerabilities",
    }
}
