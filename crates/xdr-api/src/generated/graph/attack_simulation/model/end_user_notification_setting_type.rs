//! `EndUserNotificationSettingType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum EndUserNotificationSettingType {
        Unknown = "unknown",
        NoTraining = "noTraining",
        TrainingSelected = "trainingSelected",
        NoNotification = "noNotification",
        UnknownFutureValue = "unknownFutureValue",
    }
}
