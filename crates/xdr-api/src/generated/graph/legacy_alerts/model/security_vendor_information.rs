//! `SecurityVendorInformation`.

http_core::entity! {
    /// Security vendor information.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SecurityVendorInformation {
        /// Provider.
        pub provider: Option<String> = "provider",
        /// Provider version.
        pub provider_version: Option<String> = "providerVersion",
        /// Sub provider.
        pub sub_provider: Option<String> = "subProvider",
        /// Vendor.
        pub vendor: Option<String> = "vendor",
    }
}
