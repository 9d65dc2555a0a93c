//! `IsolateDeviceAction`.

use crate::graph::detection_rules::ActionIsolationType;

http_core::entity! {
    /// Isolate device action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct IsolateDeviceAction {
        /// Device id column.
        pub device_id_column: Option<String> = "deviceIdColumn",
        /// Isolation type.
        pub isolation_type: Option<ActionIsolationType> = "isolationType",
    }
}
