//! `CampaignStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum CampaignStatus {
        Unknown = "unknown",
        Draft = "draft",
        InProgress = "inProgress",
        Scheduled = "scheduled",
        Completed = "completed",
        Failed = "failed",
        Cancelled = "cancelled",
        Excluded = "excluded",
        Deleted = "deleted",
        UnknownFutureValue = "unknownFutureValue",
    }
}
