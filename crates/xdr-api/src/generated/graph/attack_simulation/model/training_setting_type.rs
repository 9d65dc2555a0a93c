//! `TrainingSettingType`.

http_core::open_enum! {
    /// An open set of words.
    pub enum TrainingSettingType {
        MicrosoftCustom = "microsoftCustom",
        MicrosoftManaged = "microsoftManaged",
        NoTraining = "noTraining",
        Custom = "custom",
        UnknownFutureValue = "unknownFutureValue",
    }
}
