//! `AnalyzedEmailExchangeTransportRuleInfo`.

http_core::entity! {
    /// Analyzed email exchange transport rule info.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailExchangeTransportRuleInfo {
        /// Name.
        pub name: Option<String> = "name",
        /// Rule id.
        pub rule_id: Option<String> = "ruleId",
    }
}
