//! `AppTag`.

use http_core::Id;

http_core::entity! {
    /// App tag.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-discovery-list-app-tags.md@856e2857^
    /// (withdrawn)`.
    pub struct AppTag {
        /// Id. Optional.
        pub id: Option<String> = "id",
        /// Name.
        pub name: Id<AppTag> = "name",
        /// App ids. Apps that carry it.
        pub app_ids: Vec<i64> = "appIds",
        /// Built in. Optional.
        pub built_in: Option<bool> = "builtIn",
        /// Target. Sample only.
        pub target: Option<i64> = "target",
        /// Tid. Sample only.
        pub tid_: Option<i64> = "_tid",
    }
}
