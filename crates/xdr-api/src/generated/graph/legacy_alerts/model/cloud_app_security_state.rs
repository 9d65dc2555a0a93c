//! `CloudAppSecurityState`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct CloudAppSecurityState {
        pub destination_service_ip: Option<String> = "destinationServiceIp",
        pub destination_service_name: Option<String> = "destinationServiceName",
        pub risk_score: Option<String> = "riskScore",
    }
}
