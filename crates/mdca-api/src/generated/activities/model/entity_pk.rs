//! `EntityPk`.

use http_core::Id;

http_core::entity! {
    /// Entity pk.
    ///
    /// Source: `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-entities-fetch.md;
    /// MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities.md`.
    pub struct EntityPk {
        /// Id. Account or user id, for example an Entra object id.
        pub id: Id<EntityPk> = "id",
        /// Saas. App id, 11161 for Office 365; left out of most filter examples since 2023-09, still in
        /// owner.entity and in the fetch key.
        pub saas: Option<i64> = "saas",
        /// Inst. App instance, 0 for the first.
        pub inst: Option<i64> = "inst",
    }
}
