//! `ImpactedMailboxAsset`.

use crate::graph::detection_rules::ImpactedMailboxAssetIdentifier;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct ImpactedMailboxAsset {
        pub odata_type: Option<String> = "@odata.type",
        pub identifier: Option<ImpactedMailboxAssetIdentifier> = "identifier",
    }
}
