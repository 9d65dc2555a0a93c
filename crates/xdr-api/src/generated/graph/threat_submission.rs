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

use http_core::{Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param, Status};

pub use email_create::EmailCreate;
pub use email_get::EmailGet;
pub use email_list::EmailList;
pub use email_review::EmailReview;
pub use file_create::FileCreate;
pub use file_get::FileGet;
pub use file_list::FileList;
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
pub use policy_create::PolicyCreate;
pub use policy_delete::PolicyDelete;
pub use policy_get::PolicyGet;
pub use policy_list::PolicyList;
pub use policy_update::PolicyUpdate;
pub use url_create::UrlCreate;
pub use url_get::UrlGet;
pub use url_list::UrlList;

/// `graph.threat_submission.email_create`: Submit an email. Status: preview.
pub static EMAIL_CREATE: Operation = Operation::post("graph.threat_submission.email_create", "/beta/security/threatSubmission/emailThreats").host("graph").summary("Submit an email").status(Status::Preview).params(&[Param::body("@odata.type").required().help("samples leave out the security part"),
Param::body("category").kind(Kind::Enum(&["notJunk", "spam", "phishing", "malware"])).required().help("samples write notSpam"),
Param::body("recipientEmailAddress").required(),
Param::body("messageUrl").help("for the url type"),
Param::body("fileContent").help("base64, for the content type"),
Param::body("tenantAllowOrBlockListAction").kind(Kind::Json),
]).body(BodyKind::Json).answer(Answer::Entity).permissions(&["ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.ReadWrite", "ThreatSubmission.ReadWrite.All"]).long_running("poll graph.threat_submission.email_get until status is succeeded or failed").source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmission-post-emailthreats.md");

/// `graph.threat_submission.email_get`: Get one email submission. Status: preview.
pub static EMAIL_GET: Operation = Operation::get("graph.threat_submission.email_get", "/beta/security/threatSubmission/emailThreats/{email_threat_id}").host("graph").summary("Get one email submission").status(Status::Preview).params(&[Param::path("email_threat_id"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).answer(Answer::Entity).permissions(&["ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.Read", "ThreatSubmission.ReadWrite", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmission-get.md");

/// `graph.threat_submission.email_list`: List email submissions. Status: preview.
pub static EMAIL_LIST: Operation = Operation::get("graph.threat_submission.email_list", "/beta/security/threatSubmission/emailThreats").host("graph").summary("List email submissions").status(Status::Preview).params(&[Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("$skipToken").help("opaque continuation, taken from a next link"),
Param::query("$count").kind(Kind::Bool).help("also send the number of rows"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).permissions(&["ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.Read", "ThreatSubmission.ReadWrite", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmission-list.md");

/// `graph.threat_submission.email_review`: Give the admin verdict on a user submission. Status:
/// preview.
pub static EMAIL_REVIEW: Operation = Operation::post("graph.threat_submission.email_review", "/beta/security/threatSubmission/emailThreats/{email_threat_id}/review").host("graph").summary("Give the admin verdict on a user submission").help("Only for submissions made by end users.").status(Status::Preview).params(&[Param::path("email_threat_id"),
Param::body("category").required().help("case does not matter; page says notSpam"),
]).body(BodyKind::Json).permissions(&["ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmission-review.md");

/// `graph.threat_submission.file_create`: Submit a file. Status: preview.
pub static FILE_CREATE: Operation = Operation::post("graph.threat_submission.file_create", "/beta/security/threatSubmission/fileThreats").host("graph").summary("Submit a file").help("The request sample posts to fileThreatSubmissions; the path is \
fileThreats. The URL variant is reserved.").status(Status::Preview).params(&[Param::body("@odata.type").required(),
Param::body("category").kind(Kind::Enum(&["notJunk", "spam", "phishing", "malware"])).required(),
Param::body("fileName"),
Param::body("fileContent").required().help("base64"),
]).body(BodyKind::Json).answer(Answer::Entity).permissions(&["ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.ReadWrite", "ThreatSubmission.ReadWrite.All"]).long_running("poll graph.threat_submission.file_get until status is succeeded or failed").source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-filethreatsubmission-post-filethreats.md");

/// `graph.threat_submission.file_get`: Get one file submission. Status: preview.
pub static FILE_GET: Operation = Operation::get("graph.threat_submission.file_get", "/beta/security/threatSubmission/fileThreats/{file_threat_id}").host("graph").summary("Get one file submission").status(Status::Preview).params(&[Param::path("file_threat_id"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).answer(Answer::Entity).permissions(&["ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.Read", "ThreatSubmission.ReadWrite", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-filethreatsubmission-get.md");

/// `graph.threat_submission.file_list`: List file submissions. Status: preview.
pub static FILE_LIST: Operation = Operation::get("graph.threat_submission.file_list", "/beta/security/threatSubmission/fileThreats").host("graph").summary("List file submissions").status(Status::Preview).params(&[Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("$skipToken").help("opaque continuation, taken from a next link"),
Param::query("$count").kind(Kind::Bool).help("also send the number of rows"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).permissions(&["ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.Read", "ThreatSubmission.ReadWrite", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-filethreatsubmission-list.md");

/// `graph.threat_submission.policy_create`: Create the user-reporting policy. Status: preview.
pub static POLICY_CREATE: Operation = Operation::post("graph.threat_submission.policy_create", "/beta/security/threatSubmission/emailThreatSubmissionPolicies").host("graph").summary("Create the user-reporting policy").help("The delegated permission is misspelled \
ThreatSubmissionPolicies.ReadWrite.All on the page.").status(Status::Preview).params(&[Param::body("isReportToMicrosoftEnabled").kind(Kind::Bool).required(),
Param::body("isAlwaysReportEnabledForUsers").kind(Kind::Bool),
Param::body("isAskMeEnabledForUsers").kind(Kind::Bool),
Param::body("isCustomizedMessageEnabled").kind(Kind::Bool),
Param::body("isCustomizedMessageEnabledForPhishing").kind(Kind::Bool),
Param::body("isCustomizedNotificationSenderEnabled").kind(Kind::Bool),
Param::body("isNeverReportEnabledForUsers").kind(Kind::Bool),
Param::body("isOrganizationBrandingEnabled").kind(Kind::Bool),
Param::body("isReportFromQuarantineEnabled").kind(Kind::Bool),
Param::body("isReportToCustomizedEmailAddressEnabled").kind(Kind::Bool),
Param::body("isReviewEmailNotificationEnabled").kind(Kind::Bool),
Param::body("customizedNotificationSenderEmailAddress"),
Param::body("customizedReportRecipientEmailAddress"),
]).body(BodyKind::Json).answer(Answer::Entity).permissions(&["ThreatSubmissionPolicy.ReadWrite.All"], &["ThreatSubmissionPolicy.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmissionpolicy-post-emailthreatsubmissionpolicies.md");

/// `graph.threat_submission.policy_delete`: Delete the user-reporting policy. Status: preview.
pub static POLICY_DELETE: Operation = Operation::delete("graph.threat_submission.policy_delete", "/beta/security/threatSubmission/emailThreatSubmissionPolicies/{policy_id}").host("graph").summary("Delete the user-reporting policy").help("Page and permission file both spell the path emailThreatSubmissionPolices \
(letter i missing) for this verb only.").status(Status::Preview).params(&[Param::path("policy_id"),
]).permissions(&["ThreatSubmissionPolicy.ReadWrite.All"], &["ThreatSubmissionPolicy.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmissionpolicy-delete.md");

/// `graph.threat_submission.policy_get`: Get one user-reporting policy. Status: preview.
pub static POLICY_GET: Operation = Operation::get("graph.threat_submission.policy_get", "/beta/security/threatSubmission/emailThreatSubmissionPolicies/{policy_id}").host("graph").summary("Get one user-reporting policy").status(Status::Preview).params(&[Param::path("policy_id"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).answer(Answer::Entity).permissions(&["ThreatSubmission.Read.All", "ThreatSubmissionPolicy.ReadWrite.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmissionPolicy.ReadWrite.All", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmissionpolicy-get.md");

/// `graph.threat_submission.policy_list`: List user-reporting policies. Status: preview.
pub static POLICY_LIST: Operation = Operation::get("graph.threat_submission.policy_list", "/beta/security/threatSubmission/emailThreatSubmissionPolicies").host("graph").summary("List user-reporting policies").status(Status::Preview).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).permissions(&["ThreatSubmission.Read.All", "ThreatSubmissionPolicy.ReadWrite.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmissionPolicy.ReadWrite.All", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmissionpolicy-list.md");

/// `graph.threat_submission.policy_update`: Change the user-reporting policy. Status: preview.
pub static POLICY_UPDATE: Operation = Operation::patch("graph.threat_submission.policy_update", "/beta/security/threatSubmission/emailThreatSubmissionPolicies/{policy_id}").host("graph").summary("Change the user-reporting policy").status(Status::Preview).params(&[Param::path("policy_id"),
Param::body("isReportToMicrosoftEnabled").kind(Kind::Bool),
Param::body("isAlwaysReportEnabledForUsers").kind(Kind::Bool),
Param::body("isAskMeEnabledForUsers").kind(Kind::Bool),
Param::body("isCustomizedMessageEnabled").kind(Kind::Bool),
Param::body("isCustomizedMessageEnabledForPhishing").kind(Kind::Bool),
Param::body("isCustomizedNotificationSenderEnabled").kind(Kind::Bool),
Param::body("isNeverReportEnabledForUsers").kind(Kind::Bool),
Param::body("isOrganizationBrandingEnabled").kind(Kind::Bool),
Param::body("isReportFromQuarantineEnabled").kind(Kind::Bool),
Param::body("isReportToCustomizedEmailAddressEnabled").kind(Kind::Bool),
Param::body("isReviewEmailNotificationEnabled").kind(Kind::Bool),
Param::body("customizedNotificationSenderEmailAddress"),
Param::body("customizedReportRecipientEmailAddress"),
]).body(BodyKind::Json).permissions(&["ThreatSubmissionPolicy.ReadWrite.All"], &["ThreatSubmissionPolicy.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmissionpolicy-update.md");

/// `graph.threat_submission.url_create`: Submit a URL. Status: preview.
pub static URL_CREATE: Operation = Operation::post("graph.threat_submission.url_create", "/beta/security/threatSubmission/urlThreats").host("graph").summary("Submit a URL").status(Status::Preview).params(&[Param::body("category").kind(Kind::Enum(&["notJunk", "spam", "phishing", "malware"])).required(),
Param::body("webUrl").required(),
]).body(BodyKind::Json).answer(Answer::Entity).permissions(&["ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.ReadWrite", "ThreatSubmission.ReadWrite.All"]).long_running("poll graph.threat_submission.url_get until status is succeeded or failed").source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-urlthreatsubmission-post-urlthreats.md");

/// `graph.threat_submission.url_get`: Get one URL submission. Status: preview.
pub static URL_GET: Operation = Operation::get("graph.threat_submission.url_get", "/beta/security/threatSubmission/urlThreats/{url_threat_id}").host("graph").summary("Get one URL submission").status(Status::Preview).params(&[Param::path("url_threat_id"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).answer(Answer::Entity).permissions(&["ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.Read", "ThreatSubmission.ReadWrite", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-urlthreatsubmission-get.md");

/// `graph.threat_submission.url_list`: List URL submissions. Status: preview.
pub static URL_LIST: Operation = Operation::get("graph.threat_submission.url_list", "/beta/security/threatSubmission/urlThreats").host("graph").summary("List URL submissions").status(Status::Preview).params(&[Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("$skipToken").help("opaque continuation, taken from a next link"),
Param::query("$count").kind(Kind::Bool).help("also send the number of rows"),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).permissions(&["ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"], &["ThreatSubmission.Read", "ThreatSubmission.ReadWrite", "ThreatSubmission.Read.All", "ThreatSubmission.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-urlthreatsubmission-list.md");

/// The operations of threat submission; each method begins a request.
#[derive(Clone, Debug)]
pub struct ThreatSubmission {
    client: Client,
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

    /// Give the admin verdict on a user submission. See [`EmailReview`].
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
        odata_type: impl Into<String>,
        category: impl Into<ThreatSubmissionCategory>,
        file_content: impl Into<String>,
    ) -> FileCreate {
        FileCreate::new(&self.client, odata_type, category, file_content)
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
