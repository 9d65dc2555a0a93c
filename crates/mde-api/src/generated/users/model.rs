//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-user-info.md`.
    pub struct User {
        /// Domain and user with one backslash between. Operations of users take the user name alone.
        pub id: Id<User> = "id",
        pub account_name: Option<String> = "accountName",
        pub account_domain: Option<String> = "accountDomain",
        pub account_sid: Option<String> = "accountSid",
        pub first_seen: Option<Timestamp> = "firstSeen",
        pub last_seen: Option<Timestamp> = "lastSeen",
        pub most_prevalent_machine_id: Option<String> = "mostPrevalentMachineId",
        pub least_prevalent_machine_id: Option<String> = "leastPrevalentMachineId",
        /// One text. Such as Network or Interactive.
        pub logon_types: Option<String> = "logonTypes",
        pub log_on_machines_count: Option<i64> = "logOnMachinesCount",
        pub is_domain_admin: Option<bool> = "isDomainAdmin",
        pub is_only_network_user: Option<bool> = "isOnlyNetworkUser",
    }
}
