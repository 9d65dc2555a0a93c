//! `RestrictAppExecutionResponseAction`.

use http_core::Flags;

use crate::graph::detection_rules::ResponseActionIdentifier;

http_core::entity! {
    /// Restrict app execution response action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct RestrictAppExecutionResponseAction {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Identifier. Flags: several values come as one comma-separated string.
        pub identifier: Option<Flags<ResponseActionIdentifier>> = "identifier",
    }
}
