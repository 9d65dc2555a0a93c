//! `BrowserExtensionPermission`.

use http_core::Id;

use crate::assessments::BrowserExtensionPermissionRisk;

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-assessment-browser-extensions.md; the
    /// $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct BrowserExtensionPermission {
        /// Permission key or URL pattern.
        pub id: Id<BrowserExtensionPermission> = "id",
        pub is_required: Option<bool> = "isRequired",
        pub risk: Option<BrowserExtensionPermissionRisk> = "risk",
    }
}
