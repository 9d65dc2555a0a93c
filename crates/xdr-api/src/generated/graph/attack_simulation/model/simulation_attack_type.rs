//! `SimulationAttackType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum SimulationAttackType {
        Unknown = "unknown",
        Social = "social",
        Cloud = "cloud",
        Endpoint = "endpoint",
        UnknownFutureValue = "unknownFutureValue",
    }
}
