//! `VmMetadata`.

use crate::graph::alerts::VmMetadataCloudProvider;

http_core::entity! {
    /// Vm metadata.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct VmMetadata {
        /// Cloud provider.
        pub cloud_provider: Option<VmMetadataCloudProvider> = "cloudProvider",
        /// Resource id.
        pub resource_id: Option<String> = "resourceId",
        /// Subscription id.
        pub subscription_id: Option<String> = "subscriptionId",
        /// Vm id.
        pub vm_id: Option<String> = "vmId",
    }
}
