//! The records and words of this group.

use http_core::Id;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AutoAuditingConfiguration {
        pub id: Id<AutoAuditingConfiguration> = "id",
        pub is_automatic: Option<bool> = "isAutomatic",
    }
}
