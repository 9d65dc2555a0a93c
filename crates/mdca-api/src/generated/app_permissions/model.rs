//! The records and words of this group.

use http_core::{Id, Timestamp};

use crate::entities::GovernanceAction;

http_core::entity! {
    /// Source: `microsoft/MCAS:Functions/Get-MCASOauthApps.ps1;
    /// microsoft/MCAS:Functions/Get-MCASOauthApp.ps1`.
    pub struct AppPermission {
        pub id_: Id<AppPermission> = "_id",
        pub app_name: Option<String> = "appName",
        pub description: Option<String> = "description",
        pub publisher: Option<String> = "publisher",
        pub homepage: Option<String> = "homepage",
        /// Id of the application in Entra.
        pub client_id: Option<String> = "clientId",
        pub local_client_id: Option<String> = "localClientId",
        pub user_count: Option<i64> = "userCount",
        pub user_installation_count: Option<i64> = "userInstallationCount",
        pub severity: Option<i64> = "severity",
        pub community_usage: Option<i64> = "communityUsage",
        pub app_status: Option<i64> = "appStatus",
        /// Whether the app belongs to the tenant itself.
        pub is_internal: Option<bool> = "isInternal",
        /// Whether an administrator agreed for everybody.
        pub is_admin_consent: Option<bool> = "isAdminConsent",
        /// Epoch milliseconds.
        pub first_installed: Option<Timestamp> = "firstInstalled",
        /// Epoch milliseconds.
        pub last_installed: Option<Timestamp> = "lastInstalled",
        /// Epoch milliseconds.
        pub scan_time: Option<Timestamp> = "scanTime",
        pub snapshot_last_modified_date: Option<Timestamp> = "snapshotLastModifiedDate",
        /// What the app may do.
        pub scopes: Vec<AppPermissionScope> = "scopes",
        /// Governance actions that the app allows.
        pub actions: Vec<GovernanceAction> = "actions",
        /// App whose data the permissions are for, such as 11161 for Office 365.
        pub app_id: Option<i64> = "appId",
        /// As `appId`.
        pub saas_id: Option<i64> = "saasId",
        /// Instance of the app.
        pub inst_id: Option<i64> = "instId",
        pub instance_name: Option<String> = "instanceName",
        pub o365_app_type: Option<i64> = "o365AppType",
        pub should_ignored_in_score_calc: Option<bool> = "shouldIgnoredInScoreCalc",
        /// Tenant.
        pub tid_: Option<i64> = "_tid",
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

http_core::entity! {
    /// Source: `microsoft/MCAS:Functions/Get-MCASOauthApps.ps1`.
    pub struct AppPermissionScope {
        pub category: Option<String> = "category",
        pub description: Option<String> = "description",
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
