//! `CloudAppSecurityState`.

http_core::entity! {
    /// Cloud app security state.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct CloudAppSecurityState {
        /// Destination service ip.
        pub destination_service_ip: Option<String> = "destinationServiceIp",
        /// Destination service name.
        pub destination_service_name: Option<String> = "destinationServiceName",
        /// Risk score.
        pub risk_score: Option<String> = "riskScore",
    }
}
