//! `HostSecurityState`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct HostSecurityState {
        pub fqdn: Option<String> = "fqdn",
        pub is_azure_ad_joined: Option<bool> = "isAzureAdJoined",
        pub is_azure_ad_registered: Option<bool> = "isAzureAdRegistered",
        pub is_hybrid_azure_domain_joined: Option<bool> = "isHybridAzureDomainJoined",
        pub net_bios_name: Option<String> = "netBiosName",
        pub os: Option<String> = "os",
        pub private_ip_address: Option<String> = "privateIpAddress",
        pub public_ip_address: Option<String> = "publicIpAddress",
        pub risk_score: Option<String> = "riskScore",
    }
}
