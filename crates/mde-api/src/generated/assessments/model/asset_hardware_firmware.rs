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
        pub device_id: Option<String> = "deviceId",
        /// Rbac group id. Typed Int though described with the texts Unassigned and None.
        pub rbac_group_id: Option<i64> = "rbacGroupId",
        /// Rbac group name. "Unassigned" when the device is in no group, "None" when there are no
        /// groups; samples show "UnassignedGroup".
        pub rbac_group_name: Option<String> = "rbacGroupName",
        /// Device name.
        pub device_name: Option<String> = "deviceName",
        /// Component type. Hardware seen; no list given.
        pub component_type: Option<String> = "componentType",
        /// Manufacturer.
        pub manufacturer: Option<String> = "manufacturer",
        /// Component name.
        pub component_name: Option<String> = "componentName",
        /// Component version.
        pub component_version: Option<String> = "componentVersion",
        /// Additional fields. JSON object in a string; the table says array.
        pub additional_fields: Option<String> = "additionalFields",
    }
}
