//! `ImpactedDeviceAsset`.

use crate::graph::detection_rules::ImpactedDeviceAssetIdentifier;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct ImpactedDeviceAsset {
        pub odata_type: Option<String> = "@odata.type",
        pub identifier: Option<ImpactedDeviceAssetIdentifier> = "identifier",
    }
}
