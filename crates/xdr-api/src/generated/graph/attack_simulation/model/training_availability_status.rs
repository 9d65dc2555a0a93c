//! `TrainingAvailabilityStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum TrainingAvailabilityStatus {
        Unknown = "unknown",
        NotAvailable = "notAvailable",
        Available = "available",
        Archive = "archive",
        Delete = "delete",
        UnknownFutureValue = "unknownFutureValue",
    }
}
