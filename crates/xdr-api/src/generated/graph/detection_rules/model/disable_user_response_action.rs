//! `DisableUserResponseAction`.

use http_core::Flags;

use crate::graph::detection_rules::DisableUserResponseActionIdentifier;

http_core::entity! {
    /// Disable user response action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct DisableUserResponseAction {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Identifier. Flags: several values come as one comma-separated string.
        pub identifier: Option<Flags<DisableUserResponseActionIdentifier>> = "identifier",
    }
}
