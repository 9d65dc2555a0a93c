//! `RuleSchedule`.

use http_core::Timestamp;

use crate::graph::detection_rules::RuleSchedulePeriod;

http_core::entity! {
    /// Source: `learn.microsoft.com/graph/api/resources/security-ruleschedule (beta);
    /// microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct RuleSchedule {
        /// ISO 8601 duration such as PT1H or P1D. Zero means near real time.
        pub frequency: Option<String> = "frequency",
        /// ISO 8601 duration, at least `frequency`.
        pub lookback: Option<String> = "lookback",
        /// Deprecated: removed on 2026-10-01.
        pub next_run_date_time: Option<Timestamp> = "nextRunDateTime",
        /// Deprecated: removed on 2026-10-01. 0 is continuous.
        pub period: Option<RuleSchedulePeriod> = "period",
    }
}
