//! `AssetBrowserExtension`.

use http_core::Timestamp;

use crate::assessments::AssetBrowserExtensionExtensionRisk;
use crate::assessments::BrowserExtensionPermission;

http_core::entity! {
    /// Unique by deviceId, browserName, extensionId.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md; the
    /// $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct AssetBrowserExtension {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        pub installation_time: Option<Timestamp> = "installationTime" | "InstallationTime",
        /// Such as chrome.
        pub browser_name: Option<String> = "browserName" | "BrowserName",
        pub extension_id: Option<String> = "extensionId" | "ExtensionId",
        pub extension_name: Option<String> = "extensionName" | "ExtensionName",
        pub extension_description: Option<String> = "extensionDescription" | "ExtensionDescription",
        pub extension_version: Option<String> = "extensionVersion" | "ExtensionVersion",
        pub extension_vendor: Option<String> = "extensionVendor" | "ExtensionVendor",
        pub extension_risk: Option<AssetBrowserExtensionExtensionRisk> = "extensionRisk" | "ExtensionRisk",
        pub is_activated: Option<bool> = "isActivated" | "IsActivated",
        pub permissions: Vec<BrowserExtensionPermission> = "permissions" | "Permissions",
    }
}
