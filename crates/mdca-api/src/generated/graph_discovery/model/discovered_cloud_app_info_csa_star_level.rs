//! `DiscoveredCloudAppInfoCsaStarLevel`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoCsaStarLevel {
        SelfAssessment = "selfAssessment",
        Certification = "certification",
        Attestation = "attestation",
        CStarAssessment = "cStarAssessment",
        ContinuousMonitoring = "continuousMonitoring",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
