//! `ImpactedUserAsset`.

use crate::graph::detection_rules::ImpactedUserAssetIdentifier;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct ImpactedUserAsset {
        pub odata_type: Option<String> = "@odata.type",
        pub identifier: Option<ImpactedUserAssetIdentifier> = "identifier",
    }
}
