//! The records and words of this group.

use http_core::{Timestamp, Value};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/common-errors.md`.
    pub struct ErrorBody {
        /// Open list. Errors of the OData parser carry an empty string.
        pub code: Option<String> = "code",
        /// Free text, may change.
        pub message: Option<String> = "message",
        /// Correlation id. Missing in errors of the OData parser.
        pub target: Option<String> = "target",
        /// Only in errors of the OData parser.
        pub details: Vec<Value> = "details",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/common-errors.md`.
    pub struct ErrorResponse {
        pub error: Option<ErrorBody> = "error",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/raw-data-export-event-hub.md`.
    pub struct StreamingEventHubMessage {
        pub records: Vec<StreamingRecord> = "records",
    }
}

http_core::entity! {
    /// Unique by time, category.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/raw-data-export-event-hub.md`.
    pub struct StreamingRecord {
        /// When the service received the event.
        pub time: Option<Timestamp> = "time",
        pub tenant_id: Option<String> = "tenantId",
        /// `AdvancedHunting-` and the name of the table, such as AdvancedHunting-DeviceProcessEvents.
        pub category: Option<String> = "category",
        /// The hunting row. MachineGroup is added to every row.
        pub properties: Option<Value> = "properties",
    }
}
