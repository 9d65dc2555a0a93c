//! The records and words of this group.

use http_core::{Id, Timestamp};

http_core::entity! {
    /// Source: `microsoft/MCAS:Functions/Get-MCASAppPermission.ps1`.
    pub struct AppPermission {
        pub id_: Id<AppPermission> = "_id",
        pub app_name: Option<String> = "appName",
        pub user_count: Option<i64> = "userCount",
        pub severity: Option<i64> = "severity",
        /// Epoch milliseconds.
        pub last_installed: Option<Timestamp> = "lastInstalled",
    }
}

crate::filter_set::filter_set! {
    /// Conditions of a filter, one method for each field and operator.
    ///
    /// Source: `microsoft/MCAS:Functions/Get-MCASAppPermission.ps1`.
    pub struct AppPermissionFilters {
        /// Level of what the app may do.
        "permission": Integer { eq => permission_eq, }
    }
}

http_core::open_enum! {
    /// An open set of words.
    pub enum AppPermissionSortField {
        Name = "name",
        UserCount = "userCount",
        Severity = "severity",
        LastInstalled = "lastInstalled",
    }
}
