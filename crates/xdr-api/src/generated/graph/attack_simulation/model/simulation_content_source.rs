//! `SimulationContentSource`.

http_core::open_enum! {
    /// An open set of words.
    pub enum SimulationContentSource {
        Unknown = "unknown",
        Global = "global",
        Tenant = "tenant",
        UnknownFutureValue = "unknownFutureValue",
    }
}
