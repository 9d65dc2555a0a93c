//! `LegacyAlertDetection`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LegacyAlertDetection {
        pub detection_type: Option<String> = "detectionType",
        pub method: Option<String> = "method",
        pub name: Option<String> = "name",
    }
}
