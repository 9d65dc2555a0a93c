//! `SimulationAutomationRunStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum SimulationAutomationRunStatus {
        Unknown = "unknown",
        Running = "running",
        Succeeded = "succeeded",
        Failed = "failed",
        Skipped = "skipped",
        UnknownFutureValue = "unknownFutureValue",
    }
}
