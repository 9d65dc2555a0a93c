//! `RecommendedAction`.

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct RecommendedAction {
        pub action_web_url: Option<String> = "actionWebUrl",
        pub potential_score_impact: Option<f64> = "potentialScoreImpact",
        pub title: Option<String> = "title",
    }
}
