//! `PhysicalAddress`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct PhysicalAddress {
        pub city: Option<String> = "city",
        pub country_or_region: Option<String> = "countryOrRegion",
        pub postal_code: Option<String> = "postalCode",
        pub state: Option<String> = "state",
        pub street: Option<String> = "street",
    }
}
