//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-ip-info.md`.
    pub struct Ip {
        /// The address itself.
        pub id: Id<Ip> = "id",
    }
}

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-ip-statistics.md; the
    /// $metadata of the service, by PyPI mde-client 0.4.0`.
    pub struct IpStats {
        pub ip_address: Id<IpStats> = "ipAddress",
        /// Distinct devices that connected to it. 0 when unknown.
        pub organization_prevalence: Option<i64> = "organizationPrevalence",
        /// The same number as `organizationPrevalence`, as text.
        pub org_prevalence: Option<String> = "orgPrevalence",
        pub org_first_seen: Option<Timestamp> = "orgFirstSeen",
        pub org_last_seen: Option<Timestamp> = "orgLastSeen",
    }
}
