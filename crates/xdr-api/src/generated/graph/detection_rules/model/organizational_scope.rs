//! `OrganizationalScope`.

use crate::graph::detection_rules::OrganizationalScopeScopeType;

http_core::entity! {
    /// Organizational scope.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/beta-USSec.csdl`.
    pub struct OrganizationalScope {
        /// Scope names.
        pub scope_names: Vec<String> = "scopeNames",
        /// Scope type.
        pub scope_type: Option<OrganizationalScopeScopeType> = "scopeType",
    }
}
