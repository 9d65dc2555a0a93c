//! `VmMetadata`.

use crate::graph::alerts::VmMetadataCloudProvider;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct VmMetadata {
        pub cloud_provider: Option<VmMetadataCloudProvider> = "cloudProvider",
        pub resource_id: Option<String> = "resourceId",
        pub subscription_id: Option<String> = "subscriptionId",
        pub vm_id: Option<String> = "vmId",
    }
}
