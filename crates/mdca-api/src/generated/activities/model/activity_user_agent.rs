//! `ActivityUserAgent`.

use crate::activities::ActivityOperatingSystem;
use crate::activities::ActivityUserAgentDeviceType;

http_core::entity! {
    /// Activity user agent.
    ///
    /// Source: `observed; MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities.md
    /// for deviceType`.
    pub struct ActivityUserAgent {
        /// Family.
        pub family: Option<String> = "family",
        /// Name.
        pub name: Option<String> = "name",
        /// Browser.
        pub browser: Option<String> = "browser",
        /// Type.
        pub r#type: Option<String> = "type",
        /// Type name.
        pub type_name: Option<String> = "typeName",
        /// Version.
        pub version: Option<String> = "version",
        /// Major. A string.
        pub major: Option<String> = "major",
        /// Minor. A string.
        pub minor: Option<String> = "minor",
        /// Device type.
        pub device_type: Option<ActivityUserAgentDeviceType> = "deviceType",
        /// Native browser.
        pub native_browser: Option<bool> = "nativeBrowser",
        /// Os. Case varies.
        pub os: Option<String> = "os",
        /// Operating system.
        pub operating_system: Option<ActivityOperatingSystem> = "operatingSystem",
        /// Tags. User agent tag ids.
        pub tags: Vec<String> = "tags",
    }
}
