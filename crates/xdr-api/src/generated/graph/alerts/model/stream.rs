//! `Stream`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Stream {
        pub name: Option<String> = "name",
    }
}
