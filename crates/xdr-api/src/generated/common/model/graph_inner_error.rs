//! `GraphInnerError`.

http_core::entity! {
    /// Source: `microsoftgraph/microsoft-graph-docs#19084`.
    pub struct GraphInnerError {
        /// Local timestamp without zone, e.g. 2022-11-02T13:22:02.
        pub date: Option<String> = "date",
        pub request_id: Option<String> = "request-id",
        pub client_request_id: Option<String> = "client-request-id",
        pub code: Option<String> = "code",
    }
}
