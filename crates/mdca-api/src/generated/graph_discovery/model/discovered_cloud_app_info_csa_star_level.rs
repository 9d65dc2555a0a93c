//! `DiscoveredCloudAppInfoCsaStarLevel`.

http_core::open_enum! {
    /// Discovered cloud app info csa star level. An open set of words.
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
