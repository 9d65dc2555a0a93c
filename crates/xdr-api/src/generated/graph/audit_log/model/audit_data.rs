//! `AuditData`.

use http_core::Value;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AuditData {
        /// One of about three hundred `*AuditRecord` types, or
        /// #microsoft.graph.security.defaultAuditData.
        pub odata_type: Option<String> = "@odata.type",
        pub dynamic_properties: Option<Value> = "dynamicProperties",
    }
}
