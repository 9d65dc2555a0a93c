//! `CoachmarkLocation`.

use crate::graph::attack_simulation::CoachmarkLocationType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct CoachmarkLocation {
        pub length: Option<i64> = "length",
        pub offset: Option<i64> = "offset",
        pub r#type: Option<CoachmarkLocationType> = "type",
    }
}
