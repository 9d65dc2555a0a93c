//! The records and words of this group.

use http_core::{Timestamp, Value};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/common-errors.md`.
    pub struct ErrorBody {
        /// Open set: ActiveRequestAlreadyExists is documented for live response only; OData parser
        /// errors carry an empty string.
        pub code: Option<String> = "code",
        /// Free text, may change.
        pub message: Option<String> = "message",
        /// Correlation id; missing in OData parser errors; a `'|…'` form was reported beside the GUID
        /// form.
        pub target: Option<String> = "target",
        /// Only in OData parser errors (microsoft-365-docs#12682).
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
        /// AdvancedHunting- and the table name: AdvancedHunting-DeviceProcessEvents.
        pub category: Option<String> = "category",
        /// The hunting row; MachineGroup is added to every row.
        pub properties: Option<Value> = "properties",
    }
}
