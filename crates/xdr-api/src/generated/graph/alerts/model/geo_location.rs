//! `GeoLocation`.

http_core::entity! {
    /// Geo location.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct GeoLocation {
        /// City.
        pub city: Option<String> = "city",
        /// Country name.
        pub country_name: Option<String> = "countryName",
        /// Latitude.
        pub latitude: Option<f64> = "latitude",
        /// Longitude.
        pub longitude: Option<f64> = "longitude",
        /// State.
        pub state: Option<String> = "state",
    }
}
