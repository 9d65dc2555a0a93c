//! `DiscoveredCloudAppInfoCsaStarLevel`.

http_core::open_enum! {
    /// Discovered cloud app info csa star level. An open set of words.
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
