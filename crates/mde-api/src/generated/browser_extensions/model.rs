//! The records and words of this group.

use http_core::Id;

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-browser-extensions-permission-info.md`.
    pub struct BrowserExtensionPermissionInfo {
        /// Joins with BrowserExtensionPermission.Id.
        pub key: Id<BrowserExtensionPermissionInfo> = "key",
        pub permission_name: Option<String> = "permissionName",
        pub description: Option<String> = "description",
    }
}
