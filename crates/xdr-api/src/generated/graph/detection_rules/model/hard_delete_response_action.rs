//! `HardDeleteResponseAction`.

use http_core::Flags;

use crate::graph::detection_rules::HardDeleteResponseActionIdentifier;

http_core::entity! {
    /// Hard delete response action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct HardDeleteResponseAction {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Identifier. Flags: several values come as one comma-separated string.
        pub identifier: Option<Flags<HardDeleteResponseActionIdentifier>> = "identifier",
    }
}
