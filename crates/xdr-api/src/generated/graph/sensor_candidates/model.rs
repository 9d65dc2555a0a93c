//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Sensor candidate.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SensorCandidate {
        /// Id.
        pub id: Id<SensorCandidate> = "id",
        /// Computer dns name.
        pub computer_dns_name: Option<String> = "computerDnsName",
        /// Domain name.
        pub domain_name: Option<String> = "domainName",
        /// Last seen date time.
        pub last_seen_date_time: Option<Timestamp> = "lastSeenDateTime",
        /// Sense client version.
        pub sense_client_version: Option<String> = "senseClientVersion",
    }
}

http_core::entity! {
    /// Sensor candidate activation configuration.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct SensorCandidateActivationConfiguration {
        /// Id.
        pub id: Id<SensorCandidateActivationConfiguration> = "id",
        /// Activation mode.
        pub activation_mode: Option<SensorCandidateActivationConfigurationActivationMode> = "activationMode",
    }
}

http_core::open_enum! {
    /// Sensor candidate activation configuration activation mode. An open set of words.
    pub enum SensorCandidateActivationConfigurationActivationMode {
        Manual = "manual",
        Automated = "automated",
        UnknownFutureValue = "unknownFutureValue",
    }
}
