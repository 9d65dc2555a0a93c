//! `AuditLogQueryStatus`.

http_core::open_enum! {
    /// Audit log query status. An open set of words.
    pub enum AuditLogQueryStatus {
        NotStarted = "notStarted",
        Running = "running",
        Succeeded = "succeeded",
        Failed = "failed",
        Cancelled = "cancelled",
        UnknownFutureValue = "unknownFutureValue",
    }
}
