//! `RegistryKeyState`.

use crate::graph::legacy_alerts::RegistryKeyStateHive;
use crate::graph::legacy_alerts::RegistryKeyStateOperation;
use crate::graph::legacy_alerts::RegistryKeyStateValueType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct RegistryKeyState {
        pub hive: Option<RegistryKeyStateHive> = "hive",
        pub key: Option<String> = "key",
        pub old_key: Option<String> = "oldKey",
        pub old_value_data: Option<String> = "oldValueData",
        pub old_value_name: Option<String> = "oldValueName",
        pub operation: Option<RegistryKeyStateOperation> = "operation",
        pub process_id: Option<i64> = "processId",
        pub value_data: Option<String> = "valueData",
        pub value_name: Option<String> = "valueName",
        pub value_type: Option<RegistryKeyStateValueType> = "valueType",
    }
}
