//! `ActivityPage`.

use crate::activities::Activity;
use crate::common::FilterSet;

http_core::entity! {
    /// Activity page.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-list.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-investigate-script.md`.
    pub struct ActivityPage {
        /// Total. Approximate.
        pub total: Option<i64> = "total",
        /// Has next.
        pub has_next: Option<bool> = "hasNext",
        /// Data.
        pub data: Vec<Activity> = "data",
        /// Next query filters. Scan mode only.
        pub next_query_filters: Option<FilterSet> = "nextQueryFilters",
    }
}
