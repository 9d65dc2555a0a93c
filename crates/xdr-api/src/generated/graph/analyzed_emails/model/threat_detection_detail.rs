//! `ThreatDetectionDetail`.

http_core::entity! {
    /// Threat detection detail.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct ThreatDetectionDetail {
        /// Confidence level.
        pub confidence_level: Option<String> = "confidenceLevel",
        /// Priority account protection.
        pub priority_account_protection: Option<String> = "priorityAccountProtection",
        /// Threats.
        pub threats: Option<String> = "threats",
    }
}
