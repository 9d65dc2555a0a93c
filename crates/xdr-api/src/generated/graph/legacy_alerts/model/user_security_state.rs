//! `UserSecurityState`.

use http_core::Timestamp;

use crate::graph::legacy_alerts::UserSecurityStateEmailRole;
use crate::graph::legacy_alerts::UserSecurityStateLogonType;
use crate::graph::legacy_alerts::UserSecurityStateUserAccountType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct UserSecurityState {
        pub aad_user_id: Option<String> = "aadUserId",
        pub account_name: Option<String> = "accountName",
        pub domain_name: Option<String> = "domainName",
        pub email_role: Option<UserSecurityStateEmailRole> = "emailRole",
        pub is_vpn: Option<bool> = "isVpn",
        pub logon_date_time: Option<Timestamp> = "logonDateTime",
        pub logon_id: Option<String> = "logonId",
        pub logon_ip: Option<String> = "logonIp",
        pub logon_location: Option<String> = "logonLocation",
        pub logon_type: Option<UserSecurityStateLogonType> = "logonType",
        pub on_premises_security_identifier: Option<String> = "onPremisesSecurityIdentifier",
        pub risk_score: Option<String> = "riskScore",
        pub user_account_type: Option<UserSecurityStateUserAccountType> = "userAccountType",
        pub user_principal_name: Option<String> = "userPrincipalName",
    }
}
