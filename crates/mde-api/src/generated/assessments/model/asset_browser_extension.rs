//! `AssetBrowserExtension`.

use crate::assessments::AssetBrowserExtensionExtensionRisk;
use crate::assessments::BrowserExtensionPermission;

http_core::entity! {
    /// Asset browser extension.
    ///
    /// Names are PascalCase in the sample; match without regard to case.
    ///
    /// Unique by DeviceId, BrowserName, ExtensionId.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md`.
    pub struct AssetBrowserExtension {
        /// Device id.
        pub device_id: Option<String> = "DeviceId",
        /// Device name.
        pub device_name: Option<String> = "DeviceName",
        /// Rbac group id.
        pub rbac_group_id: Option<i64> = "RbacGroupId",
        /// Rbac group name. "Unassigned" when the device is in no group, "None" when there are no
        /// groups; samples show "UnassignedGroup".
        pub rbac_group_name: Option<String> = "RbacGroupName",
        /// Installation time. ISO 8601 with milliseconds and Z in the sample.
        pub installation_time: Option<String> = "InstallationTime",
        /// Browser name. Chrome seen.
        pub browser_name: Option<String> = "BrowserName",
        /// Extension id.
        pub extension_id: Option<String> = "ExtensionId",
        /// Extension name.
        pub extension_name: Option<String> = "ExtensionName",
        /// Extension description.
        pub extension_description: Option<String> = "ExtensionDescription",
        /// Extension version.
        pub extension_version: Option<String> = "ExtensionVersion",
        /// Extension risk.
        pub extension_risk: Option<AssetBrowserExtensionExtensionRisk> = "ExtensionRisk",
        /// Is activated.
        pub is_activated: Option<bool> = "IsActivated",
        /// Permissions. Array of strings in the table.
        pub permissions: Vec<BrowserExtensionPermission> = "Permissions",
    }
}
