//! `SecurityVendorInformation`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SecurityVendorInformation {
        pub provider: Option<String> = "provider",
        pub provider_version: Option<String> = "providerVersion",
        pub sub_provider: Option<String> = "subProvider",
        pub vendor: Option<String> = "vendor",
    }
}
