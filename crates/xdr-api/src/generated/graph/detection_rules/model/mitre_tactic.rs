//! `MitreTactic`.

use crate::graph::detection_rules::MitreTechnique;

http_core::entity! {
    /// Mitre tactic.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct MitreTactic {
        /// Tactic.
        pub tactic: Option<String> = "tactic",
        /// Techniques.
        pub techniques: Vec<MitreTechnique> = "techniques",
    }
}
