//! `AutomatedActionSet`.

use crate::graph::detection_rules::AccountObjectIdAction;
use crate::graph::detection_rules::AccountSidAction;
use crate::graph::detection_rules::DeviceAction;
use crate::graph::detection_rules::EmailAction;
use crate::graph::detection_rules::FileAction;
use crate::graph::detection_rules::IsolateDeviceAction;
use crate::graph::detection_rules::StopAndQuarantineFileAction;

http_core::entity! {
    /// Automated action set.
    ///
    /// Source: `learn.microsoft.com/graph/api/resources/security-automatedactionset (beta);
    /// microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-complex-types.json`.
    pub struct AutomatedActionSet {
        /// Allow files.
        pub allow_files: Vec<FileAction> = "allowFiles",
        /// Block files.
        pub block_files: Vec<FileAction> = "blockFiles",
        /// Collect investigation packages.
        pub collect_investigation_packages: Vec<DeviceAction> = "collectInvestigationPackages",
        /// Disable users.
        pub disable_users: Vec<AccountSidAction> = "disableUsers",
        /// Force user password resets.
        pub force_user_password_resets: Vec<AccountSidAction> = "forceUserPasswordResets",
        /// Hard delete emails. Element type inferred from the name.
        pub hard_delete_emails: Vec<EmailAction> = "hardDeleteEmails",
        /// Initiate investigations. Element type inferred from the name.
        pub initiate_investigations: Vec<DeviceAction> = "initiateInvestigations",
        /// Isolate devices.
        pub isolate_devices: Vec<IsolateDeviceAction> = "isolateDevices",
        /// Mark users as compromised. Element type inferred from the name.
        pub mark_users_as_compromised: Vec<AccountObjectIdAction> = "markUsersAsCompromised",
        /// Move emails to deleted items. Element type inferred from the name.
        pub move_emails_to_deleted_items: Vec<EmailAction> = "moveEmailsToDeletedItems",
        /// Move emails to inbox. Element type inferred from the name.
        pub move_emails_to_inbox: Vec<EmailAction> = "moveEmailsToInbox",
        /// Move emails to junk. Element type inferred from the name.
        pub move_emails_to_junk: Vec<EmailAction> = "moveEmailsToJunk",
        /// Restrict app executions. Element type inferred from the name.
        pub restrict_app_executions: Vec<DeviceAction> = "restrictAppExecutions",
        /// Run antivirus scans. Element type inferred from the name.
        pub run_antivirus_scans: Vec<DeviceAction> = "runAntivirusScans",
        /// Soft delete emails. Element type inferred from the name.
        pub soft_delete_emails: Vec<EmailAction> = "softDeleteEmails",
        /// Stop and quarantine files. Element type inferred from the name.
        pub stop_and_quarantine_files: Vec<StopAndQuarantineFileAction> = "stopAndQuarantineFiles",
    }
}
