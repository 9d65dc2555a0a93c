//! `TrainingStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum TrainingStatus {
        Unknown = "unknown",
        Assigned = "assigned",
        InProgress = "inProgress",
        Completed = "completed",
        Overdue = "overdue",
        UnknownFutureValue = "unknownFutureValue",
    }
}
