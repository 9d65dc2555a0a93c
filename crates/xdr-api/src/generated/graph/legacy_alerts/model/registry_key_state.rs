//! `RegistryKeyState`.

use crate::graph::legacy_alerts::RegistryKeyStateHive;
use crate::graph::legacy_alerts::RegistryKeyStateOperation;
use crate::graph::legacy_alerts::RegistryKeyStateValueType;

http_core::entity! {
    /// Registry key state.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct RegistryKeyState {
        /// Hive.
        pub hive: Option<RegistryKeyStateHive> = "hive",
        /// Key.
        pub key: Option<String> = "key",
        /// Old key.
        pub old_key: Option<String> = "oldKey",
        /// Old value data.
        pub old_value_data: Option<String> = "oldValueData",
        /// Old value name.
        pub old_value_name: Option<String> = "oldValueName",
        /// Operation.
        pub operation: Option<RegistryKeyStateOperation> = "operation",
        /// Process id.
        pub process_id: Option<i64> = "processId",
        /// Value data.
        pub value_data: Option<String> = "valueData",
        /// Value name.
        pub value_name: Option<String> = "valueName",
        /// Value type.
        pub value_type: Option<RegistryKeyStateValueType> = "valueType",
    }
}
