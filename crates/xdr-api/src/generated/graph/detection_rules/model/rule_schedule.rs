//! `RuleSchedule`.

http_core::entity! {
    /// Source: `learn.microsoft.com/graph/api/resources/security-ruleschedule (v1.0 and beta)`.
    pub struct RuleSchedule {
        /// ISO 8601 duration such as PT1H or P1D. Zero means near real time.
        pub frequency: Option<String> = "frequency",
        /// ISO 8601 duration, at least `frequency`.
        pub lookback: Option<String> = "lookback",
    }
}
