//! `ImpactedAsset`.

use crate::graph::detection_rules::ImpactedDeviceAsset;
use crate::graph::detection_rules::ImpactedMailboxAsset;
use crate::graph::detection_rules::ImpactedUserAsset;

http_core::family! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub enum ImpactedAsset {
        ImpactedDevice(ImpactedDeviceAsset) = "#microsoft.graph.security.impactedDeviceAsset",
        ImpactedMailbox(ImpactedMailboxAsset) = "#microsoft.graph.security.impactedMailboxAsset",
        ImpactedUser(ImpactedUserAsset) = "#microsoft.graph.security.impactedUserAsset",
    }
}
