//! `MoveToJunkResponseAction`.

use http_core::Flags;

use crate::graph::detection_rules::HardDeleteResponseActionIdentifier;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct MoveToJunkResponseAction {
        /// Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Flags: several values come as one comma-separated string.
        pub identifier: Option<Flags<HardDeleteResponseActionIdentifier>> = "identifier",
    }
}
