//! `CaseImpactedAssets`.

http_core::entity! {
    /// Source: `PyPI msgraph-beta-sdk 1.66.0: models/security/case_management`.
    pub struct CaseImpactedAssets {
        pub total: Option<i64> = "total",
        pub machines: Option<i64> = "machines",
        pub users: Option<i64> = "users",
        pub mailboxes: Option<i64> = "mailboxes",
        pub files: Option<i64> = "files",
        pub processes: Option<i64> = "processes",
        pub registry_keys: Option<i64> = "registryKeys",
        pub ips: Option<i64> = "ips",
        pub urls: Option<i64> = "urls",
        pub apps: Option<i64> = "apps",
        pub oauth_apps: Option<i64> = "oauthApps",
        pub cloud_resources: Option<i64> = "cloudResources",
        pub security_groups: Option<i64> = "securityGroups",
        pub ai_agents: Option<i64> = "aiAgents",
    }
}
