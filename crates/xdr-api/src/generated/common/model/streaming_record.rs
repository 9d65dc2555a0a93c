//! `StreamingRecord`.

use http_core::{Timestamp, Value};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/streaming-api-event-hub.md`.
    pub struct StreamingRecord {
        /// When the service received the event, not when it happened.
        pub time: Option<Timestamp> = "time",
        pub tenant_id: Option<String> = "tenantId",
        /// `AdvancedHunting-` and the name of the hunting table.
        pub category: Option<String> = "category",
        /// The hunting row. Every event also carries MachineGroup.
        pub properties: Option<Value> = "properties",
    }
}
