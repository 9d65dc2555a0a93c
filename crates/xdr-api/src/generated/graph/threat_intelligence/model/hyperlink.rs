//! `Hyperlink`.

http_core::entity! {
    /// Hyperlink.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Hyperlink {
        /// Name.
        pub name: Option<String> = "name",
        /// Url.
        pub url: Option<String> = "url",
    }
}
