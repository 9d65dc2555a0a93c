//! `AssetHardwareFirmware`.

http_core::entity! {
    /// Unique by deviceId, componentType, componentName.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-firmware-hardware-assessment.md`.
    pub struct AssetHardwareFirmware {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// `Unassigned` if the device is in no group, `None` if there are no groups.
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        /// Such as Hardware.
        pub component_type: Option<String> = "componentType" | "ComponentType",
        pub manufacturer: Option<String> = "manufacturer" | "Manufacturer",
        pub component_name: Option<String> = "componentName" | "ComponentName",
        pub component_version: Option<String> = "componentVersion" | "ComponentVersion",
        /// JSON object in a string.
        pub additional_fields: Option<String> = "additionalFields" | "AdditionalFields",
    }
}
