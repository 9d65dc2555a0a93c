//! `StopAndQuarantineFileResponseAction`.

use http_core::Flags;

use crate::graph::detection_rules::StopAndQuarantineFileResponseActionIdentifier;

http_core::entity! {
    /// Stop and quarantine file response action.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct StopAndQuarantineFileResponseAction {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Identifier. Flags: several values come as one comma-separated string.
        pub identifier: Option<Flags<StopAndQuarantineFileResponseActionIdentifier>> = "identifier",
    }
}
