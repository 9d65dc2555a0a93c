//! `Stream`.

http_core::entity! {
    /// Stream.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Stream {
        /// Name.
        pub name: Option<String> = "name",
    }
}
