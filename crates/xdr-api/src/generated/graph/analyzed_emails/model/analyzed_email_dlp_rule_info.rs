//! `AnalyzedEmailDlpRuleInfo`.

http_core::entity! {
    /// Analyzed email dlp rule info.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AnalyzedEmailDlpRuleInfo {
        /// Name.
        pub name: Option<String> = "name",
        /// Rule id.
        pub rule_id: Option<String> = "ruleId",
    }
}
