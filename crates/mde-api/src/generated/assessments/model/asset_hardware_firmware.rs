//! `AssetHardwareFirmware`.

http_core::entity! {
    /// Asset hardware firmware.
    ///
    /// Unique by deviceId, componentType, componentName.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/export-firmware-hardware-assessment.md`.
    pub struct AssetHardwareFirmware {
        /// Device id.
        pub device_id: Option<String> = "deviceId" | "DeviceId",
        /// Rbac group id. Typed Int though described with the texts Unassigned and None.
        pub rbac_group_id: Option<i64> = "rbacGroupId" | "RbacGroupId",
        /// Rbac group name. "Unassigned" when the device is in no group, "None" when there are no
        /// groups; samples show "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName" | "RbacGroupName",
        /// Device name.
        pub device_name: Option<String> = "deviceName" | "DeviceName",
        /// Component type. Hardware seen; no list given.
        pub component_type: Option<String> = "componentType" | "ComponentType",
        /// Manufacturer.
        pub manufacturer: Option<String> = "manufacturer" | "Manufacturer",
        /// Component name.
        pub component_name: Option<String> = "componentName" | "ComponentName",
        /// Component version.
        pub component_version: Option<String> = "componentVersion" | "ComponentVersion",
        /// Additional fields. JSON object in a string; the table says array.
        pub additional_fields: Option<String> = "additionalFields" | "AdditionalFields",
    }
}
