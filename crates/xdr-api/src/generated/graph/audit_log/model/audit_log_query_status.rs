//! `AuditLogQueryStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum AuditLogQueryStatus {
        NotStarted = "notStarted",
        Running = "running",
        Succeeded = "succeeded",
        Failed = "failed",
        Cancelled = "cancelled",
        UnknownFutureValue = "unknownFutureValue",
    }
}
