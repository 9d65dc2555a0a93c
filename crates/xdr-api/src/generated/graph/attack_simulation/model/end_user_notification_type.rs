//! `EndUserNotificationType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum EndUserNotificationType {
        Unknown = "unknown",
        PositiveReinforcement = "positiveReinforcement",
        NoTraining = "noTraining",
        TrainingAssignment = "trainingAssignment",
        TrainingReminder = "trainingReminder",
        UnknownFutureValue = "unknownFutureValue",
    }
}
