//! `BrowserExtensionPermission`.

use http_core::Id;

use crate::assessments::BrowserExtensionPermissionRisk;

http_core::entity! {
    /// Browser extension permission.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md`.
    pub struct BrowserExtensionPermission {
        /// Id. Permission key or URL pattern.
        pub id: Id<BrowserExtensionPermission> = "Id",
        /// Is required.
        pub is_required: Option<bool> = "IsRequired",
        /// Risk.
        pub risk: Option<BrowserExtensionPermissionRisk> = "Risk",
    }
}
