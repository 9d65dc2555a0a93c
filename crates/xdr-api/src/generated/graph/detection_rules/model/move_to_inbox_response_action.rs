//! `MoveToInboxResponseAction`.

use crate::graph::detection_rules::HardDeleteResponseActionIdentifier;

http_core::entity! {
    /// Move to inbox response action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct MoveToInboxResponseAction {
        /// Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Flags: several values come as one comma-separated string.
        pub identifier: Option<HardDeleteResponseActionIdentifier> = "identifier",
    }
}
