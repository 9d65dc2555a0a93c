//! `ImpactedUserAsset`.

use crate::graph::detection_rules::ImpactedUserAssetIdentifier;

http_core::entity! {
    /// Impacted user asset.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct ImpactedUserAsset {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Identifier.
        pub identifier: Option<ImpactedUserAssetIdentifier> = "identifier",
    }
}
