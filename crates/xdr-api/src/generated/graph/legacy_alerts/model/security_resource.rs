//! `SecurityResource`.

use crate::graph::legacy_alerts::SecurityResourceResourceType;

http_core::entity! {
    /// Security resource.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SecurityResource {
        /// Resource.
        pub resource: Option<String> = "resource",
        /// Resource type.
        pub resource_type: Option<SecurityResourceResourceType> = "resourceType",
    }
}
