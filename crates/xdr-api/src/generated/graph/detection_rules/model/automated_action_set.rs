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
        /// Element type inferred from the name.
        pub hard_delete_emails: Vec<EmailAction> = "hardDeleteEmails",
        /// Element type inferred from the name.
        pub initiate_investigations: Vec<DeviceAction> = "initiateInvestigations",
        pub isolate_devices: Vec<IsolateDeviceAction> = "isolateDevices",
        /// Element type inferred from the name.
        pub mark_users_as_compromised: Vec<AccountObjectIdAction> = "markUsersAsCompromised",
        /// Element type inferred from the name.
        pub move_emails_to_deleted_items: Vec<EmailAction> = "moveEmailsToDeletedItems",
        /// Element type inferred from the name.
        pub move_emails_to_inbox: Vec<EmailAction> = "moveEmailsToInbox",
        /// Element type inferred from the name.
        pub move_emails_to_junk: Vec<EmailAction> = "moveEmailsToJunk",
        /// Element type inferred from the name.
        pub restrict_app_executions: Vec<DeviceAction> = "restrictAppExecutions",
        /// Element type inferred from the name.
        pub run_antivirus_scans: Vec<DeviceAction> = "runAntivirusScans",
        /// Element type inferred from the name.
        pub soft_delete_emails: Vec<EmailAction> = "softDeleteEmails",
        /// Element type inferred from the name.
        pub stop_and_quarantine_files: Vec<StopAndQuarantineFileAction> = "stopAndQuarantineFiles",
    }
}
