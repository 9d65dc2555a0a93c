//! `ActivityLocation`.

http_core::entity! {
    /// Activity location.
    ///
    /// Source: `observed`.
    pub struct ActivityLocation {
        /// Country code.
        pub country_code: Option<String> = "countryCode",
        /// City.
        pub city: Option<String> = "city",
        /// Region.
        pub region: Option<String> = "region",
        /// Region code.
        pub region_code: Option<String> = "regionCode",
        /// Postal code.
        pub postal_code: Option<String> = "postalCode",
        /// Carrier. May be percent-encoded.
        pub carrier: Option<String> = "carrier",
        /// Organization searchable. Internet provider.
        pub organization_searchable: Option<String> = "organizationSearchable",
        /// Latitude.
        pub latitude: Option<f64> = "latitude",
        /// Longitude.
        pub longitude: Option<f64> = "longitude",
        /// Anonymous proxy.
        pub anonymous_proxy: Option<bool> = "anonymousProxy",
        /// Is satellite provider.
        pub is_satellite_provider: Option<bool> = "isSatelliteProvider",
        /// Category. IP category, 0 for none: 1=Corporate; 2=Administrative; 3=Risky; 4=VPN; 5=Cloud
        /// provider; 6=Other.
        pub category: Option<i64> = "category",
        /// Category value. Such as NONE, `CLOUD_PROXY_NETWORK_IP`.
        pub category_value: Option<String> = "categoryValue",
    }
}
