//! `IsolateDeviceAction`.

use crate::graph::detection_rules::ActionIsolationType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct IsolateDeviceAction {
        pub device_id_column: Option<String> = "deviceIdColumn",
        pub isolation_type: Option<ActionIsolationType> = "isolationType",
    }
}
