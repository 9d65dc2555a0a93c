//! `RunDetailsStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum RunDetailsStatus {
        Running = "running",
        Completed = "completed",
        Failed = "failed",
        PartiallyFailed = "partiallyFailed",
        UnknownFutureValue = "unknownFutureValue",
    }
}
