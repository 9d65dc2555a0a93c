//! `IntelligenceProfileCountryOrRegionOfOrigin`.

http_core::entity! {
    /// Intelligence profile country or region of origin.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct IntelligenceProfileCountryOrRegionOfOrigin {
        /// Code.
        pub code: Option<String> = "code",
        /// Label.
        pub label: Option<String> = "label",
    }
}
