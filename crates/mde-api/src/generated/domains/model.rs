//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-domain-info.md`.
    pub struct Domain {
        pub host: Id<Domain> = "host",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-domain-statistics.md; the
    /// $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct DomainStats {
        pub host: Id<DomainStats> = "host",
        /// 0 when the domain is unknown.
        pub organization_prevalence: Option<i64> = "organizationPrevalence",
        /// The same number as `organizationPrevalence`, as text.
        pub org_prevalence: Option<String> = "orgPrevalence",
        pub org_first_seen: Option<Timestamp> = "orgFirstSeen",
        pub org_last_seen: Option<Timestamp> = "orgLastSeen",
    }
}
