//! `DeviceEvidenceOnboardingStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DeviceEvidenceOnboardingStatus {
        InsufficientInfo = "insufficientInfo",
        Onboarded = "onboarded",
        CanBeOnboarded = "canBeOnboarded",
        Unsupported = "unsupported",
        UnknownFutureValue = "unknownFutureValue",
    }
}
