//! `EmailIdentity`.

use http_core::Id;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct EmailIdentity {
        pub odata_type: Option<String> = "@odata.type",
        pub display_name: Option<String> = "displayName",
        pub id: Id<EmailIdentity> = "id",
        pub email: Option<String> = "email",
    }
}
