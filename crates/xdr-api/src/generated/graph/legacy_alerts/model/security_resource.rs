//! `SecurityResource`.

use crate::graph::legacy_alerts::SecurityResourceResourceType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SecurityResource {
        pub resource: Option<String> = "resource",
        pub resource_type: Option<SecurityResourceResourceType> = "resourceType",
    }
}
