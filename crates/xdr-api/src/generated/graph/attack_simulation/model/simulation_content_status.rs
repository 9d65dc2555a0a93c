//! `SimulationContentStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum SimulationContentStatus {
        Unknown = "unknown",
        Draft = "draft",
        Ready = "ready",
        Archive = "archive",
        Delete = "delete",
        UnknownFutureValue = "unknownFutureValue",
    }
}
