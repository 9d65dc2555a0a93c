//! `Payload`.

use http_core::{Id, Timestamp};

use crate::graph::attack_simulation::EmailIdentity;
use crate::graph::attack_simulation::PayloadBrand;
use crate::graph::attack_simulation::PayloadComplexity;
use crate::graph::attack_simulation::PayloadDetail;
use crate::graph::attack_simulation::PayloadIndustry;
use crate::graph::attack_simulation::PayloadTheme;
use crate::graph::attack_simulation::SimulationAttackTechnique;
use crate::graph::attack_simulation::SimulationAttackType;
use crate::graph::attack_simulation::SimulationContentSource;
use crate::graph::attack_simulation::SimulationContentStatus;
use crate::graph::attack_simulation::SimulationPayloadDeliveryPlatform;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/payload.md`.
    pub struct Payload {
        pub id: Id<Payload> = "id",
        pub brand: Option<PayloadBrand> = "brand" | "Brand",
        pub complexity: Option<PayloadComplexity> = "complexity",
        pub created_by: Option<EmailIdentity> = "createdBy",
        pub created_date_time: Option<Timestamp> = "createdDateTime",
        pub description: Option<String> = "description",
        pub detail: Option<PayloadDetail> = "detail",
        pub display_name: Option<String> = "displayName" | "name",
        pub industry: Option<PayloadIndustry> = "industry" | "payloadIndustry",
        pub is_automated: Option<bool> = "isAutomated",
        pub is_controversial: Option<bool> = "isControversial",
        pub is_current_event: Option<bool> = "isCurrentEvent",
        pub language: Option<String> = "language",
        pub last_modified_by: Option<EmailIdentity> = "lastModifiedBy",
        pub last_modified_date_time: Option<Timestamp> = "lastModifiedDateTime",
        pub payload_tags: Vec<String> = "payloadTags",
        pub platform: Option<SimulationPayloadDeliveryPlatform> = "platform",
        /// Share of recipients, in percent, that Microsoft expects to fall for it.
        pub predicted_compromise_rate: Option<f64> = "predictedCompromiseRate",
        pub simulation_attack_type: Option<SimulationAttackType> = "simulationAttackType",
        pub source: Option<SimulationContentSource> = "source",
        pub status: Option<SimulationContentStatus> = "status",
        pub technique: Option<SimulationAttackTechnique> = "technique",
        pub theme: Option<PayloadTheme> = "theme",
    }
}
