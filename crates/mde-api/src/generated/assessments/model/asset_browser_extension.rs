//! `AssetBrowserExtension`.

use crate::assessments::AssetBrowserExtensionExtensionRisk;
use crate::assessments::BrowserExtensionPermission;

http_core::entity! {
    /// Names are PascalCase in the sample; match without regard to case.
    ///
    /// Unique by DeviceId, BrowserName, ExtensionId.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md`.
    pub struct AssetBrowserExtension {
        pub device_id: Option<String> = "DeviceId",
        pub device_name: Option<String> = "DeviceName",
        pub rbac_group_id: Option<i64> = "RbacGroupId",
        /// "Unassigned" when the device is in no group, "None" when there are no groups; samples show
        /// "UnassignedGroup".
        pub rbac_group_name: Option<String> = "RbacGroupName",
        /// ISO 8601 with milliseconds and Z in the sample.
        pub installation_time: Option<String> = "InstallationTime",
        /// Chrome seen.
        pub browser_name: Option<String> = "BrowserName",
        pub extension_id: Option<String> = "ExtensionId",
        pub extension_name: Option<String> = "ExtensionName",
        pub extension_description: Option<String> = "ExtensionDescription",
        pub extension_version: Option<String> = "ExtensionVersion",
        pub extension_risk: Option<AssetBrowserExtensionExtensionRisk> = "ExtensionRisk",
        pub is_activated: Option<bool> = "IsActivated",
        /// Array of strings in the table.
        pub permissions: Vec<BrowserExtensionPermission> = "Permissions",
    }
}
