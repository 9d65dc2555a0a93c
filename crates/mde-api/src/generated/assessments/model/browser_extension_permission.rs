//! `BrowserExtensionPermission`.

use http_core::Id;

use crate::assessments::BrowserExtensionPermissionRisk;

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md`.
    pub struct BrowserExtensionPermission {
        /// Permission key or URL pattern.
        pub id: Id<BrowserExtensionPermission> = "Id",
        pub is_required: Option<bool> = "IsRequired",
        pub risk: Option<BrowserExtensionPermissionRisk> = "Risk",
    }
}
