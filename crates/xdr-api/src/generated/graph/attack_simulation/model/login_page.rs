//! `LoginPage`.

use http_core::{Id, Timestamp};

use crate::graph::attack_simulation::EmailIdentity;
use crate::graph::attack_simulation::SimulationContentSource;
use crate::graph::attack_simulation::SimulationContentStatus;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct LoginPage {
        pub id: Id<LoginPage> = "id",
        pub content: Option<String> = "content",
        pub created_by: Option<EmailIdentity> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub description: Option<String> = "description",
        pub display_name: Option<String> = "displayName" | "diplayName",
        pub language: Option<String> = "language",
        pub last_modified_by: Option<EmailIdentity> = "lastModifiedBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub source: Option<SimulationContentSource> = "source",
        pub status: Option<SimulationContentStatus> = "status",
    }
}
