//! `AttackSimulationOperationType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum AttackSimulationOperationType {
        CreateSimulation = "createSimulation",
        UpdateSimulation = "updateSimulation",
        UnknownFutureValue = "unknownFutureValue",
        CreateSimualation = "createSimualation",
        Unknown = "unknown",
    }
}
