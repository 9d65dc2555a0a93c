//! `RunDetailsStatus`.

http_core::open_enum! {
    /// Run details status. An open set of words.
    pub enum RunDetailsStatus {
        Running = "running",
        Completed = "completed",
        Failed = "failed",
        PartiallyFailed = "partiallyFailed",
        UnknownFutureValue = "unknownFutureValue",
    }
}
