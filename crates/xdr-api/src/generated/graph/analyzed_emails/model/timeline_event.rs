//! `TimelineEvent`.

use http_core::Timestamp;

use crate::graph::analyzed_emails::TimelineEventEventSource;
use crate::graph::analyzed_emails::TimelineEventEventType;

http_core::entity! {
    /// Timeline event.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct TimelineEvent {
        /// Event date time.
        pub event_date_time: Option<Timestamp> = "eventDateTime",
        /// Event details.
        pub event_details: Option<String> = "eventDetails",
        /// Event result.
        pub event_result: Option<String> = "eventResult",
        /// Event source.
        pub event_source: Option<TimelineEventEventSource> = "eventSource",
        /// Event threats.
        pub event_threats: Vec<String> = "eventThreats",
        /// Event type.
        pub event_type: Option<TimelineEventEventType> = "eventType",
    }
}
