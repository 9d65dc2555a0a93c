//! `Hyperlink`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct Hyperlink {
        pub name: Option<String> = "name",
        pub url: Option<String> = "url",
    }
}
