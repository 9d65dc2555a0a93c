//! `DeviceEvidenceOnboardingStatus`.

http_core::open_enum! {
    /// Device evidence onboarding status. An open set of words.
    pub enum DeviceEvidenceOnboardingStatus {
        InsufficientInfo = "insufficientInfo",
        Onboarded = "onboarded",
        CanBeOnboarded = "canBeOnboarded",
        Unsupported = "unsupported",
        UnknownFutureValue = "unknownFutureValue",
    }
}
