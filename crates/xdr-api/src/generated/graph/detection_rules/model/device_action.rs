//! `DeviceAction`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct DeviceAction {
        pub device_id_column: Option<String> = "deviceIdColumn",
    }
}
