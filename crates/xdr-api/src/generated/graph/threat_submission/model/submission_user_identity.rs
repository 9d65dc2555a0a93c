//! `SubmissionUserIdentity`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct SubmissionUserIdentity {
        pub email: Option<String> = "email",
        pub display_name: Option<String> = "displayName",
        pub id: Option<String> = "id",
    }
}
