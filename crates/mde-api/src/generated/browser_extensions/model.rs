//! The records and words of this group.

use http_core::Id;

http_core::entity! {
    /// Browser extension permission info.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-browser-extensions-permission-info.md`.
    pub struct BrowserExtensionPermissionInfo {
        /// Key. Joins with BrowserExtensionPermission.Id.
        pub key: Id<BrowserExtensionPermissionInfo> = "key",
        /// Permission name.
        pub permission_name: Option<String> = "permissionName",
        /// Description.
        pub description: Option<String> = "description",
    }
}
