//! `LegacyAlertDetection`.

http_core::entity! {
    /// Legacy alert detection.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LegacyAlertDetection {
        /// Detection type.
        pub detection_type: Option<String> = "detectionType",
        /// Method.
        pub method: Option<String> = "method",
        /// Name.
        pub name: Option<String> = "name",
    }
}
