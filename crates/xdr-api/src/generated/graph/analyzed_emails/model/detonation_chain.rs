//! `DetonationChain`.

http_core::entity! {
    /// Detonation chain.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct DetonationChain {
        /// Child nodes.
        pub child_nodes: Vec<DetonationChain> = "childNodes",
        /// Value.
        pub value: Option<String> = "value",
    }
}
