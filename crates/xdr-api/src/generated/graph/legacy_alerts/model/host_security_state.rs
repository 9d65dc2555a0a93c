//! `HostSecurityState`.

http_core::entity! {
    /// Host security state.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostSecurityState {
        /// Fqdn.
        pub fqdn: Option<String> = "fqdn",
        /// Is azure ad joined.
        pub is_azure_ad_joined: Option<bool> = "isAzureAdJoined",
        /// Is azure ad registered.
        pub is_azure_ad_registered: Option<bool> = "isAzureAdRegistered",
        /// Is hybrid azure domain joined.
        pub is_hybrid_azure_domain_joined: Option<bool> = "isHybridAzureDomainJoined",
        /// Net bios name.
        pub net_bios_name: Option<String> = "netBiosName",
        /// Os.
        pub os: Option<String> = "os",
        /// Private ip address.
        pub private_ip_address: Option<String> = "privateIpAddress",
        /// Public ip address.
        pub public_ip_address: Option<String> = "publicIpAddress",
        /// Risk score.
        pub risk_score: Option<String> = "riskScore",
    }
}
