//! `PhysicalAddress`.

http_core::entity! {
    /// Physical address.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct PhysicalAddress {
        /// City.
        pub city: Option<String> = "city",
        /// Country or region.
        pub country_or_region: Option<String> = "countryOrRegion",
        /// Postal code.
        pub postal_code: Option<String> = "postalCode",
        /// State.
        pub state: Option<String> = "state",
        /// Street.
        pub street: Option<String> = "street",
    }
}
