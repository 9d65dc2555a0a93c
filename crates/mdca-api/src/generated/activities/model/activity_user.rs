//! `ActivityUser`.

http_core::entity! {
    /// Activity user.
    ///
    /// Source: `observed`.
    pub struct ActivityUser {
        /// User name.
        pub user_name: Option<String> = "userName",
        /// User tags. Group ids.
        pub user_tags: Vec<String> = "userTags",
    }
}
