//! `DiscoveryCategory`.

use crate::discovery::DiscoveryCategoryId;

http_core::entity! {
    /// Discovery category.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-for-cloud-apps/api-discovery-list-categories.md`.
    pub struct DiscoveryCategory {
        /// Id. Category id.
        pub id: Option<DiscoveryCategoryId> = "id",
        /// Total. Apps in it.
        pub total: Option<i64> = "total",
    }
}
