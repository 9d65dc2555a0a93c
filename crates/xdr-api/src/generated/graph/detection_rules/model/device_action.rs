//! `DeviceAction`.

http_core::entity! {
    /// Device action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct DeviceAction {
        /// Device id column.
        pub device_id_column: Option<String> = "deviceIdColumn",
    }
}
