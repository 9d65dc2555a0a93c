//! `StreamingRecord`.

use http_core::{Timestamp, Value};

http_core::entity! {
    /// Streaming record.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/streaming-api-event-hub.md`.
    pub struct StreamingRecord {
        /// Time. When the service received the event, not when it happened.
        pub time: Option<Timestamp> = "time",
        /// Tenant id.
        pub tenant_id: Option<String> = "tenantId",
        /// Category. Hunting table name with the prefix AdvancedHunting-.
        pub category: Option<String> = "category",
        /// Properties. The hunting row; every event also carries MachineGroup.
        pub properties: Option<Value> = "properties",
    }
}
