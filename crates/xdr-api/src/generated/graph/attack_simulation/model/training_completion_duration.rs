//! `TrainingCompletionDuration`.

http_core::open_enum! {
    /// An open set of words.
    pub enum TrainingCompletionDuration {
        Week = "week",
        Fortnite = "fortnite",
        Month = "month",
        UnknownFutureValue = "unknownFutureValue",
    }
}
