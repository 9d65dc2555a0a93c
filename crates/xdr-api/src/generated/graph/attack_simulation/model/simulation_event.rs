//! `SimulationEvent`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SimulationEvent {
        pub count: Option<i64> = "count",
        pub event_name: Option<String> = "eventName",
    }
}
