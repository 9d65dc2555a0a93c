//! `Status`.

http_core::open_enum! {
    /// Status. An open set of words.
    pub enum Status {
        Failed = "failed",
        NotStarted = "notStarted",
        Running = "running",
        Skipped = "skipped",
        Succeeded = "succeeded",
        UnknownFutureValue = "unknownFutureValue",
    }
}
