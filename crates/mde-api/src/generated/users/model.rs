//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// User.
    ///
    /// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-alert-related-user-info.md`.
    pub struct User {
        /// Id. `domain\user`, with one backslash; the path of users operations takes the bare user name
        /// instead.
        pub id: Id<User> = "id",
        /// Account name.
        pub account_name: Option<String> = "accountName",
        /// Account domain.
        pub account_domain: Option<String> = "accountDomain",
        /// Account sid. Left out of the logon-users sample.
        pub account_sid: Option<String> = "accountSid",
        /// First seen.
        pub first_seen: Option<Timestamp> = "firstSeen",
        /// Last seen.
        pub last_seen: Option<Timestamp> = "lastSeen",
        /// Most prevalent machine id. Left out of the logon-users sample.
        pub most_prevalent_machine_id: Option<String> = "mostPrevalentMachineId",
        /// Least prevalent machine id. Left out of the logon-users sample.
        pub least_prevalent_machine_id: Option<String> = "leastPrevalentMachineId",
        /// Logon types. One string; seen: Network, Interactive; how several are joined is not
        /// documented.
        pub logon_types: Option<String> = "logonTypes",
        /// Log on machines count. Left out of the logon-users sample; mind the capital O.
        pub log_on_machines_count: Option<i64> = "logOnMachinesCount",
        /// Is domain admin.
        pub is_domain_admin: Option<bool> = "isDomainAdmin",
        /// Is only network user.
        pub is_only_network_user: Option<bool> = "isOnlyNetworkUser",
    }
}
