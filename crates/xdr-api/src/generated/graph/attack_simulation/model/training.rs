//! `Training`.

use http_core::{Id, Timestamp};

use crate::graph::attack_simulation::EmailIdentity;
use crate::graph::attack_simulation::SimulationContentSource;
use crate::graph::attack_simulation::TrainingAvailabilityStatus;
use crate::graph::attack_simulation::TrainingLanguageDetail;
use crate::graph::attack_simulation::TrainingType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Training {
        pub id: Id<Training> = "id",
        pub availability_status: Option<TrainingAvailabilityStatus> = "availabilityStatus",
        pub created_by: Option<EmailIdentity> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub description: Option<String> = "description",
        pub display_name: Option<String> = "displayName",
        pub duration_in_minutes: Option<i64> = "durationInMinutes" | "duratonInMinutes",
        pub has_evaluation: Option<bool> = "hasEvaluation",
        /// Absent unless expanded.
        pub language_details: Vec<TrainingLanguageDetail> = "languageDetails",
        pub last_modified_by: Option<EmailIdentity> = "lastModifiedBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub source: Option<SimulationContentSource> = "source",
        pub supported_locales: Vec<String> = "supportedLocales",
        pub tags: Vec<String> = "tags",
        pub r#type: Option<TrainingType> = "type",
    }
}
