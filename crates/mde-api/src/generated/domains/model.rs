//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Domain.
    ///
    /// Source:
    /// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-domain-info.md`.
    pub struct Domain {
        /// Host.
        pub host: Id<Domain> = "host",
    }
}

http_core::entity! {
    /// Domain stats.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-domain-statistics.md`.
    pub struct DomainStats {
        /// Host.
        pub host: Id<DomainStats> = "host",
        /// Organization prevalence. 0 when the domain is unknown.
        pub organization_prevalence: Option<i64> = "organizationPrevalence",
        /// Org first seen.
        pub org_first_seen: Option<Timestamp> = "orgFirstSeen",
        /// Org last seen.
        pub org_last_seen: Option<Timestamp> = "orgLastSeen",
    }
}
