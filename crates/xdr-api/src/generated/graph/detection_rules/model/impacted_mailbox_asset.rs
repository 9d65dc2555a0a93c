//! `ImpactedMailboxAsset`.

use crate::graph::detection_rules::ImpactedMailboxAssetIdentifier;

http_core::entity! {
    /// Impacted mailbox asset.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct ImpactedMailboxAsset {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Identifier.
        pub identifier: Option<ImpactedMailboxAssetIdentifier> = "identifier",
    }
}
