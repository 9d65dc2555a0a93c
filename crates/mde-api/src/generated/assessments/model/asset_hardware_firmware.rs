//! `AssetHardwareFirmware`.

http_core::entity! {
    /// Unique by deviceId, componentType, componentName.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-firmware-hardware-assessment.md`.
    pub struct AssetHardwareFirmware {
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// Typed Int though described with the texts Unassigned and None.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// "Unassigned" when the device is in no group, "None" when there are no groups; samples show
        /// "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        /// Hardware seen; no list given.
        pub component_type: Option<String> = "componentType" | "ComponentType",
        pub manufacturer: Option<String> = "manufacturer" | "Manufacturer",
        pub component_name: Option<String> = "componentName" | "ComponentName",
        pub component_version: Option<String> = "componentVersion" | "ComponentVersion",
        /// JSON object in a string; the table says array.
        pub additional_fields: Option<String> = "additionalFields" | "AdditionalFields",
    }
}
