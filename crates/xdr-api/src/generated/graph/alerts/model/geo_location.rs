//! `GeoLocation`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct GeoLocation {
        pub city: Option<String> = "city",
        pub country_name: Option<String> = "countryName",
        pub latitude: Option<f64> = "latitude",
        pub longitude: Option<f64> = "longitude",
        pub state: Option<String> = "state",
    }
}
