//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SensorCandidate {
        pub id: Id<SensorCandidate> = "id",
        pub computer_dns_name: Option<String> = "computerDnsName",
        pub domain_name: Option<String> = "domainName",
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        pub sense_client_version: Option<String> = "senseClientVersion",
    }
}

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SensorCandidateActivationConfiguration {
        pub id: Id<SensorCandidateActivationConfiguration> = "id",
        pub activation_mode: Option<SensorCandidateActivationConfigurationActivationMode> = "activationMode",
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum SensorCandidateActivationConfigurationActivationMode {
        Manual = "manual",
        Automated = "automated",
        UnknownFutureValue = "unknownFutureValue",
    }
}
