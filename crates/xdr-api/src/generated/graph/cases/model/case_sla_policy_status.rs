//! `CaseSlaPolicyStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CaseSlaPolicyStatus {
        Active = "active",
        AtRisk = "atRisk",
        Breached = "breached",
        Paused = "paused",
        CompletedMet = "completedMet",
        CompletedBreached = "completedBreached",
        UnknownFutureValue = "unknownFutureValue",
    }
}
