//! `SimulationAutomationStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum SimulationAutomationStatus {
        Unknown = "unknown",
        Draft = "draft",
        NotRunning = "notRunning",
        Running = "running",
        Completed = "completed",
        UnknownFutureValue = "unknownFutureValue",
    }
}
