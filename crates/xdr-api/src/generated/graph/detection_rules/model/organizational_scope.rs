//! `OrganizationalScope`.

use crate::graph::detection_rules::OrganizationalScopeScopeType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct OrganizationalScope {
        pub scope_names: Vec<String> = "scopeNames",
        pub scope_type: Option<OrganizationalScopeScopeType> = "scopeType",
        pub device_groups: Vec<String> = "deviceGroups",
    }
}
