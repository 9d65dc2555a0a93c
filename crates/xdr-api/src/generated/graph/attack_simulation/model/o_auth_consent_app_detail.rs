//! `OAuthConsentAppDetail`.

use crate::graph::attack_simulation::OAuthAppScope;

http_core::entity! {
    /// Source:
    /// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/resources/oauthconsentappdetail.md`.
    pub struct OAuthConsentAppDetail {
        pub app_scope: Option<OAuthAppScope> = "appScope",
        pub display_logo: Option<String> = "displayLogo",
        pub display_name: Option<String> = "displayName",
    }
}
