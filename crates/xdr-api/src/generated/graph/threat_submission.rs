//! Operations and types of threat submission.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`EmailCreate`] | `POST /beta/security/threatSubmission/emailThreats` | `ThreatSubmission.ReadWrite.All` |
//! | [`EmailGet`] | `GET /beta/security/threatSubmission/emailThreats/{email_threat_id}` | `ThreatSubmission.Read.All` |
//! | [`EmailList`] | `GET /beta/security/threatSubmission/emailThreats` | `ThreatSubmission.Read.All` |
//! | [`EmailReview`] | `POST /beta/security/threatSubmission/emailThreats/{email_threat_id}/review` | `ThreatSubmission.ReadWrite.All` |
//! | [`FileCreate`] | `POST /beta/security/threatSubmission/fileThreats` | `ThreatSubmission.ReadWrite.All` |
//! | [`FileGet`] | `GET /beta/security/threatSubmission/fileThreats/{file_threat_id}` | `ThreatSubmission.Read.All` |
//! | [`FileList`] | `GET /beta/security/threatSubmission/fileThreats` | `ThreatSubmission.Read.All` |
//! | [`PolicyCreate`] | `POST /beta/security/threatSubmission/emailThreatSubmissionPolicies` | `ThreatSubmissionPolicy.ReadWrite.All` |
//! | [`PolicyDelete`] | `DELETE /beta/security/threatSubmission/emailThreatSubmissionPolicies/{policy_id}` | `ThreatSubmissionPolicy.ReadWrite.All` |
//! | [`PolicyGet`] | `GET /beta/security/threatSubmission/emailThreatSubmissionPolicies/{policy_id}` | `ThreatSubmission.Read.All` |
//! | [`PolicyList`] | `GET /beta/security/threatSubmission/emailThreatSubmissionPolicies` | `ThreatSubmission.Read.All` |
//! | [`PolicyUpdate`] | `PATCH /beta/security/threatSubmission/emailThreatSubmissionPolicies/{policy_id}` | `ThreatSubmissionPolicy.ReadWrite.All` |
//! | [`UrlCreate`] | `POST /beta/security/threatSubmission/urlThreats` | `ThreatSubmission.ReadWrite.All` |
//! | [`UrlGet`] | `GET /beta/security/threatSubmission/urlThreats/{url_threat_id}` | `ThreatSubmission.Read.All` |
//! | [`UrlList`] | `GET /beta/security/threatSubmission/urlThreats` | `ThreatSubmission.Read.All` |

mod email_create;
mod email_get;
mod email_list;
mod email_review;
mod file_create;
mod file_get;
mod file_list;
mod model;
mod policy_create;
mod policy_delete;
mod policy_get;
mod policy_list;
mod policy_update;
mod url_create;
mod url_get;
mod url_list;

use http_core::{Client, Id};

pub use email_create::{EMAIL_CREATE, EmailCreate};
pub use email_get::{EMAIL_GET, EmailGet};
pub use email_list::{EMAIL_LIST, EmailList};
pub use email_review::{EMAIL_REVIEW, EmailReview};
pub use file_create::{FILE_CREATE, FileCreate};
pub use file_get::{FILE_GET, FileGet};
pub use file_list::{FILE_LIST, FileList};
pub use model::{
    AttackSimulationInfo, EmailContentThreatSubmission, EmailContentThreatSubmissionStatus,
    EmailThreatSubmission, EmailThreatSubmissionBase, EmailThreatSubmissionPolicy,
    EmailUrlThreatSubmission, FileContentThreatSubmission, FileThreatSubmission,
    FileThreatSubmissionBase, FileUrlThreatSubmission, SubmissionAdminReview,
    SubmissionAdminReviewReviewResult, SubmissionDetectedFile, SubmissionResult,
    SubmissionResultCategory, SubmissionResultDetail, SubmissionResultUserMailboxSetting,
    SubmissionUserIdentity, TenantAllowBlockListEntryResult,
    TenantAllowBlockListEntryResultEntryType, TenantAllowOrBlockListAction,
    TenantAllowOrBlockListActionAction, ThreatSubmissionCategory, ThreatSubmissionClientSource,
    ThreatSubmissionContentType, ThreatSubmissionOriginalCategory, ThreatSubmissionSource,
    UrlThreatSubmission,
};
pub use policy_create::{POLICY_CREATE, PolicyCreate};
pub use policy_delete::{POLICY_DELETE, PolicyDelete};
pub use policy_get::{POLICY_GET, PolicyGet};
pub use policy_list::{POLICY_LIST, PolicyList};
pub use policy_update::{POLICY_UPDATE, PolicyUpdate};
pub use url_create::{URL_CREATE, UrlCreate};
pub use url_get::{URL_GET, UrlGet};
pub use url_list::{URL_LIST, UrlList};

/// The operations of threat submission; each method begins a request.
#[derive(Clone, Debug)]
pub struct ThreatSubmission {
    pub(crate) client: Client,
}

impl ThreatSubmission {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Submit an email. See [`EmailCreate`].
    pub fn email_create(
        &self,
        odata_type: impl Into<String>,
        category: impl Into<ThreatSubmissionCategory>,
        recipient_email_address: impl Into<String>,
    ) -> EmailCreate {
        EmailCreate::new(&self.client, odata_type, category, recipient_email_address)
    }

    /// Get one email submission. See [`EmailGet`].
    pub fn email_get(&self, email_threat_id: impl Into<Id<EmailThreatSubmission>>) -> EmailGet {
        EmailGet::new(&self.client, email_threat_id)
    }

    /// List email submissions. See [`EmailList`].
    pub fn email_list(&self) -> EmailList {
        EmailList::new(&self.client)
    }

    /// Set the verdict on a submission by a user. See [`EmailReview`].
    pub fn email_review(
        &self,
        email_threat_id: impl Into<Id<EmailThreatSubmission>>,
        category: impl Into<String>,
    ) -> EmailReview {
        EmailReview::new(&self.client, email_threat_id, category)
    }

    /// Submit a file. See [`FileCreate`].
    pub fn file_create(
        &self,
        category: impl Into<ThreatSubmissionCategory>,
        file_content: impl Into<String>,
    ) -> FileCreate {
        FileCreate::new(&self.client, category, file_content)
    }

    /// Get one file submission. See [`FileGet`].
    pub fn file_get(&self, file_threat_id: impl Into<Id<FileThreatSubmission>>) -> FileGet {
        FileGet::new(&self.client, file_threat_id)
    }

    /// List file submissions. See [`FileList`].
    pub fn file_list(&self) -> FileList {
        FileList::new(&self.client)
    }

    /// Create the user-reporting policy. See [`PolicyCreate`].
    pub fn policy_create(&self, is_report_to_microsoft_enabled: bool) -> PolicyCreate {
        PolicyCreate::new(&self.client, is_report_to_microsoft_enabled)
    }

    /// Delete the user-reporting policy. See [`PolicyDelete`].
    pub fn policy_delete(
        &self,
        policy_id: impl Into<Id<EmailThreatSubmissionPolicy>>,
    ) -> PolicyDelete {
        PolicyDelete::new(&self.client, policy_id)
    }

    /// Get one user-reporting policy. See [`PolicyGet`].
    pub fn policy_get(&self, policy_id: impl Into<Id<EmailThreatSubmissionPolicy>>) -> PolicyGet {
        PolicyGet::new(&self.client, policy_id)
    }

    /// List user-reporting policies. See [`PolicyList`].
    pub fn policy_list(&self) -> PolicyList {
        PolicyList::new(&self.client)
    }

    /// Change the user-reporting policy. See [`PolicyUpdate`].
    pub fn policy_update(
        &self,
        policy_id: impl Into<Id<EmailThreatSubmissionPolicy>>,
    ) -> PolicyUpdate {
        PolicyUpdate::new(&self.client, policy_id)
    }

    /// Submit a URL. See [`UrlCreate`].
    pub fn url_create(
        &self,
        category: impl Into<ThreatSubmissionCategory>,
        web_url: impl Into<String>,
    ) -> UrlCreate {
        UrlCreate::new(&self.client, category, web_url)
    }

    /// Get one URL submission. See [`UrlGet`].
    pub fn url_get(&self, url_threat_id: impl Into<Id<UrlThreatSubmission>>) -> UrlGet {
        UrlGet::new(&self.client, url_threat_id)
    }

    /// List URL submissions. See [`UrlList`].
    pub fn url_list(&self) -> UrlList {
        UrlList::new(&self.client)
    }
}
