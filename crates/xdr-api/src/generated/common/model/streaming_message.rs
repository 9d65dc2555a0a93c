//! `StreamingMessage`.

use crate::common::StreamingRecord;

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-xdr/streaming-api-event-hub.md`.
    pub struct StreamingMessage {
        /// One Event Hubs message carries many records.
        pub records: Vec<StreamingRecord> = "records",
    }
}
