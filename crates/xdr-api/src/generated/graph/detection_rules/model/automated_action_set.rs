//! `AutomatedActionSet`.

use crate::graph::detection_rules::AccountObjectIdAction;
use crate::graph::detection_rules::AccountSidAction;
use crate::graph::detection_rules::DeviceAction;
use crate::graph::detection_rules::EmailAction;
use crate::graph::detection_rules::FileAction;
use crate::graph::detection_rules::IsolateDeviceAction;
use crate::graph::detection_rules::StopAndQuarantineFileAction;

http_core::entity! {
    /// Source: `learn.microsoft.com/graph/api/resources/security-automatedactionset (beta);
    /// microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AutomatedActionSet {
        pub allow_files: Vec<FileAction> = "allowFiles",
        pub block_files: Vec<FileAction> = "blockFiles",
        pub collect_investigation_packages: Vec<DeviceAction> = "collectInvestigationPackages",
        pub disable_users: Vec<AccountSidAction> = "disableUsers",
        pub force_user_password_resets: Vec<AccountSidAction> = "forceUserPasswordResets",
        pub hard_delete_emails: Vec<EmailAction> = "hardDeleteEmails",
        pub initiate_investigations: Vec<DeviceAction> = "initiateInvestigations",
        pub isolate_devices: Vec<IsolateDeviceAction> = "isolateDevices",
        pub mark_users_as_compromised: Vec<AccountObjectIdAction> = "markUsersAsCompromised",
        pub move_emails_to_deleted_items: Vec<EmailAction> = "moveEmailsToDeletedItems",
        pub move_emails_to_inbox: Vec<EmailAction> = "moveEmailsToInbox",
        pub move_emails_to_junk: Vec<EmailAction> = "moveEmailsToJunk",
        pub restrict_app_executions: Vec<DeviceAction> = "restrictAppExecutions",
        pub run_antivirus_scans: Vec<DeviceAction> = "runAntivirusScans",
        pub soft_delete_emails: Vec<EmailAction> = "softDeleteEmails",
        pub stop_and_quarantine_files: Vec<StopAndQuarantineFileAction> = "stopAndQuarantineFiles",
    }
}
