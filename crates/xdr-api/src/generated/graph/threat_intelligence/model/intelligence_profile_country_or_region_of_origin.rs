//! `IntelligenceProfileCountryOrRegionOfOrigin`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct IntelligenceProfileCountryOrRegionOfOrigin {
        pub code: Option<String> = "code",
        pub label: Option<String> = "label",
    }
}
