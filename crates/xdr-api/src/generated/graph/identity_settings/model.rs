//! The records and words of this group.

use http_core::Id;

http_core::entity! {
    /// Auto auditing configuration.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AutoAuditingConfiguration {
        /// Id.
        pub id: Id<AutoAuditingConfiguration> = "id",
        /// Is automatic.
        pub is_automatic: Option<bool> = "isAutomatic",
    }
}
