//! `UserTrainingContentEventInfo`.

use http_core::Timestamp;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct UserTrainingContentEventInfo {
        pub browser: Option<String> = "browser",
        pub content_date_time: Option<Timestamp> = "contentDateTime",
        pub ip_address: Option<String> = "ipAddress",
        pub os_platform_device_details: Option<String> = "osPlatformDeviceDetails",
        pub potential_score_impact: Option<f64> = "potentialScoreImpact",
    }
}
