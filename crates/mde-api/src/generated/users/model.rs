//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-user-info.md`.
    pub struct User {
        /// `domain\user`, with one backslash; the path of users operations takes the bare user name
        /// instead.
        pub id: Id<User> = "id",
        pub account_name: Option<String> = "accountName",
        pub account_domain: Option<String> = "accountDomain",
        /// Left out of the logon-users sample.
        pub account_sid: Option<String> = "accountSid",
        pub first_seen: Option<Timestamp> = "firstSeen",
        pub last_seen: Option<Timestamp> = "lastSeen",
        /// Left out of the logon-users sample.
        pub most_prevalent_machine_id: Option<String> = "mostPrevalentMachineId",
        /// Left out of the logon-users sample.
        pub least_prevalent_machine_id: Option<String> = "leastPrevalentMachineId",
        /// One string; seen: Network, Interactive; how several are joined is not documented.
        pub logon_types: Option<String> = "logonTypes",
        /// Left out of the logon-users sample; mind the capital O.
        pub log_on_machines_count: Option<i64> = "logOnMachinesCount",
        pub is_domain_admin: Option<bool> = "isDomainAdmin",
        pub is_only_network_user: Option<bool> = "isOnlyNetworkUser",
    }
}
