//! `DetonationBehaviourDetails`.

use http_core::Timestamp;

http_core::entity! {
    /// Detonation behaviour details.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct DetonationBehaviourDetails {
        /// Action status.
        pub action_status: Option<String> = "actionStatus",
        /// Behaviour capability.
        pub behaviour_capability: Option<String> = "behaviourCapability",
        /// Behaviour group.
        pub behaviour_group: Option<String> = "behaviourGroup",
        /// Details.
        pub details: Option<String> = "details",
        /// Event date time.
        pub event_date_time: Option<Timestamp> = "eventDateTime",
        /// Operation.
        pub operation: Option<String> = "operation",
        /// Process id.
        pub process_id: Option<String> = "processId",
        /// Process name.
        pub process_name: Option<String> = "processName",
        /// Target.
        pub target: Option<String> = "target",
    }
}
