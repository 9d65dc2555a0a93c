//! `LongRunningOperationStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum LongRunningOperationStatus {
        NotStarted = "notStarted",
        Running = "running",
        Succeeded = "succeeded",
        Failed = "failed",
        UnknownFutureValue = "unknownFutureValue",
    }
}
