//! `DiscoveredCloudAppInfoCsaStarLevel`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DiscoveredCloudAppInfoCsaStarLevel {
        Attestation = "attestation",
        Certification = "certification",
        ContinuousMonitoring = "continuousMonitoring",
        CStarAssessment = "cStarAssessment",
        SelfAssessment = "selfAssessment",
        Unknown = "unknown",
        UnknownFutureValue = "unknownFutureValue",
    }
}
