//! `ImpactedDeviceAsset`.

use crate::graph::detection_rules::ImpactedDeviceAssetIdentifier;

http_core::entity! {
    /// Impacted device asset.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct ImpactedDeviceAsset {
        /// Odata type. Discriminator.
        pub odata_type: Option<String> = "@odata.type",
        /// Identifier.
        pub identifier: Option<ImpactedDeviceAssetIdentifier> = "identifier",
    }
}
