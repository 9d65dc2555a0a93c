//! `MitreTactic`.

use crate::graph::detection_rules::MitreTechnique;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct MitreTactic {
        pub tactic: Option<String> = "tactic",
        pub techniques: Vec<MitreTechnique> = "techniques",
    }
}
