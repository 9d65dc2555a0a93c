//! `GraphInnerError`.

http_core::entity! {
    /// Graph inner error.
    ///
    /// Source: `microsoftgraph/microsoft-graph-docs#19084`.
    pub struct GraphInnerError {
        /// Date. Local timestamp without zone, e.g. 2022-11-02T13:22:02.
        pub date: Option<String> = "date",
        /// Request id.
        pub request_id: Option<String> = "request-id",
        /// Client request id.
        pub client_request_id: Option<String> = "client-request-id",
        /// Code.
        pub code: Option<String> = "code",
    }
}
