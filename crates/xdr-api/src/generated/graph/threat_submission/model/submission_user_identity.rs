//! `SubmissionUserIdentity`.

http_core::entity! {
    /// Submission user identity.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct SubmissionUserIdentity {
        /// Email.
        pub email: Option<String> = "email",
        /// Display name.
        pub display_name: Option<String> = "displayName",
        /// Id.
        pub id: Option<String> = "id",
    }
}
