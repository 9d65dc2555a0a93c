//! `UserSimulationEventInfo`.

use http_core::Timestamp;

use crate::graph::attack_simulation::ClickSource;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct UserSimulationEventInfo {
        pub browser: Option<String> = "browser",
        pub click_source: Option<ClickSource> = "clickSource",
        pub event_date_time: Option<Timestamp> = "eventDateTime",
        pub event_name: Option<String> = "eventName",
        pub ip_address: Option<String> = "ipAddress",
        pub os_platform_device_details: Option<String> = "osPlatformDeviceDetails",
    }
}
