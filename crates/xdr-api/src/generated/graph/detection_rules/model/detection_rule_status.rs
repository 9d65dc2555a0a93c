//! `DetectionRuleStatus`.

http_core::open_enum! {
    /// An open set of words.
    pub enum DetectionRuleStatus {
        Enabled = "enabled",
        Disabled = "disabled",
        AutoDisabled = "autoDisabled",
        UnknownFutureValue = "unknownFutureValue",
    }
}
