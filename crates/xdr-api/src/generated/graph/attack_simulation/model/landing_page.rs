//! `LandingPage`.

use http_core::{Id, Timestamp};

use crate::graph::attack_simulation::EmailIdentity;
use crate::graph::attack_simulation::LandingPageDetail;
use crate::graph::attack_simulation::SimulationContentSource;
use crate::graph::attack_simulation::SimulationContentStatus;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LandingPage {
        pub id: Id<LandingPage> = "id",
        pub created_by: Option<EmailIdentity> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub description: Option<String> = "description",
        /// Absent unless expanded.
        pub details: Vec<LandingPageDetail> = "details",
        pub display_name: Option<String> = "displayName",
        pub last_modified_by: Option<EmailIdentity> = "lastModifiedBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub locale: Option<String> = "locale",
        pub source: Option<SimulationContentSource> = "source",
        pub status: Option<SimulationContentStatus> = "status",
        pub supported_locales: Vec<String> = "supportedLocales",
    }
}
