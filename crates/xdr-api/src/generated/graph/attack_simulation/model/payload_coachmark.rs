//! `PayloadCoachmark`.

use crate::graph::attack_simulation::CoachmarkLocation;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct PayloadCoachmark {
        pub coachmark_location: Option<CoachmarkLocation> = "coachmarkLocation",
        pub description: Option<String> = "description",
        pub indicator: Option<String> = "indicator",
        pub is_valid: Option<bool> = "isValid",
        pub language: Option<String> = "language",
        pub order: Option<String> = "order",
    }
}
