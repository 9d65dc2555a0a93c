//! `UserSecurityState`.

use http_core::Timestamp;

use crate::graph::legacy_alerts::UserSecurityStateEmailRole;
use crate::graph::legacy_alerts::UserSecurityStateLogonType;
use crate::graph::legacy_alerts::UserSecurityStateUserAccountType;

http_core::entity! {
    /// User security state.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct UserSecurityState {
        /// Aad user id.
        pub aad_user_id: Option<String> = "aadUserId",
        /// Account name.
        pub account_name: Option<String> = "accountName",
        /// Domain name.
        pub domain_name: Option<String> = "domainName",
        /// Email role.
        pub email_role: Option<UserSecurityStateEmailRole> = "emailRole",
        /// Is vpn.
        pub is_vpn: Option<bool> = "isVpn",
        /// Logon date time.
        pub logon_date_time: Option<Timestamp> = "logonDateTime",
        /// Logon id.
        pub logon_id: Option<String> = "logonId",
        /// Logon ip.
        pub logon_ip: Option<String> = "logonIp",
        /// Logon location.
        pub logon_location: Option<String> = "logonLocation",
        /// Logon type.
        pub logon_type: Option<UserSecurityStateLogonType> = "logonType",
        /// On premises security identifier.
        pub on_premises_security_identifier: Option<String> = "onPremisesSecurityIdentifier",
        /// Risk score.
        pub risk_score: Option<String> = "riskScore",
        /// User account type.
        pub user_account_type: Option<UserSecurityStateUserAccountType> = "userAccountType",
        /// User principal name.
        pub user_principal_name: Option<String> = "userPrincipalName",
    }
}
