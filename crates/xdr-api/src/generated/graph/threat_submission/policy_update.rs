//! `graph.threat_submission.policy_update`: Change the user-reporting policy.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, Request, Result, Status,
    Target, Undo,
};

use crate::graph::threat_submission::EmailThreatSubmissionPolicy;

/// `graph.threat_submission.policy_update`: Change the user-reporting policy. Status: preview.
pub static POLICY_UPDATE: Operation = Operation::patch("graph.threat_submission.policy_update", "/beta/security/threatSubmission/emailThreatSubmissionPolicies/{policy_id}").host("graph").summary("Change the user-reporting policy").status(Status::Preview).inputs(&[Param::path("policy_id").example("60103560-6871-4edb-9ead-7e06f565f341"),
Param::body("isReportToMicrosoftEnabled").kind(Kind::Bool).help("Whether reports of users go to Microsoft."),
Param::body("isAlwaysReportEnabledForUsers").kind(Kind::Bool).help("Whether users always report, without being asked."),
Param::body("isAskMeEnabledForUsers").kind(Kind::Bool).help("Whether users are asked before they report."),
Param::body("isCustomizedMessageEnabled").kind(Kind::Bool).help("Whether users see messages of your own."),
Param::body("isCustomizedMessageEnabledForPhishing").kind(Kind::Bool).help("Whether users see a message of your own when they report phishing."),
Param::body("isCustomizedNotificationSenderEnabled").kind(Kind::Bool).help("Whether notifications come from a sender of your own."),
Param::body("isNeverReportEnabledForUsers").kind(Kind::Bool).help("Whether users never report."),
Param::body("isOrganizationBrandingEnabled").kind(Kind::Bool).help("Whether messages carry the logo of the organization."),
Param::body("isReportFromQuarantineEnabled").kind(Kind::Bool).help("Whether users may report from quarantine."),
Param::body("isReportToCustomizedEmailAddressEnabled").kind(Kind::Bool).help("Whether reports go to a mailbox of your own."),
Param::body("isReviewEmailNotificationEnabled").kind(Kind::Bool).help("Whether users get an email with the result of the review."),
Param::body("customizedNotificationSenderEmailAddress").help("Address that notifications come from."),
Param::body("customizedReportRecipientEmailAddress").help("Mailbox that reports go to."),
]).body(BodyKind::Json).idempotent().permissions(&["ThreatSubmissionPolicy.ReadWrite.All"], &["ThreatSubmissionPolicy.ReadWrite.All"]).target(&Target::new("policy_id", "graph.threat_submission.policy_get").shows(&["isReportToMicrosoftEnabled"])).effect(Effect::new(EffectKind::Reversible).undo(&Undo::by("graph.threat_submission.policy_update").carried(&["policy_id"]).restored(&[("customizedNotificationSenderEmailAddress", "customizedNotificationSenderEmailAddress"), ("customizedReportRecipientEmailAddress", "customizedReportRecipientEmailAddress"), ("isAlwaysReportEnabledForUsers", "isAlwaysReportEnabledForUsers"), ("isAskMeEnabledForUsers", "isAskMeEnabledForUsers"), ("isCustomizedMessageEnabled", "isCustomizedMessageEnabled"), ("isCustomizedMessageEnabledForPhishing", "isCustomizedMessageEnabledForPhishing"), ("isCustomizedNotificationSenderEnabled", "isCustomizedNotificationSenderEnabled"), ("isNeverReportEnabledForUsers", "isNeverReportEnabledForUsers"), ("isOrganizationBrandingEnabled", "isOrganizationBrandingEnabled"), ("isReportFromQuarantineEnabled", "isReportFromQuarantineEnabled"), ("isReportToCustomizedEmailAddressEnabled", "isReportToCustomizedEmailAddressEnabled"), ("isReportToMicrosoftEnabled", "isReportToMicrosoftEnabled"), ("isReviewEmailNotificationEnabled", "isReviewEmailNotificationEnabled")]))).source("microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmissionpolicy-update.md");

/// Change the user-reporting policy.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs.zh-CN:api-reference/beta/api/security-emailthreatsubmissionpolicy-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().threat_submission().policy_update("60103560-6871-4edb-9ead-7e06f565f341").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct PolicyUpdate {
    client: Client,
    request: Request,
}

impl PolicyUpdate {
    pub(super) fn new(
        client: &Client,
        policy_id: impl Into<Id<EmailThreatSubmissionPolicy>>,
    ) -> Self {
        let policy_id: Id<EmailThreatSubmissionPolicy> = policy_id.into();
        let request = Request::new(&POLICY_UPDATE).set("policy_id", policy_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Whether reports of users go to Microsoft.
    pub fn is_report_to_microsoft_enabled(mut self, is_report_to_microsoft_enabled: bool) -> Self {
        self.request = self
            .request
            .set("isReportToMicrosoftEnabled", is_report_to_microsoft_enabled);
        self
    }

    /// Whether users always report, without being asked.
    pub fn is_always_report_enabled_for_users(
        mut self,
        is_always_report_enabled_for_users: bool,
    ) -> Self {
        self.request = self.request.set(
            "isAlwaysReportEnabledForUsers",
            is_always_report_enabled_for_users,
        );
        self
    }

    /// Whether users are asked before they report.
    pub fn is_ask_me_enabled_for_users(mut self, is_ask_me_enabled_for_users: bool) -> Self {
        self.request = self
            .request
            .set("isAskMeEnabledForUsers", is_ask_me_enabled_for_users);
        self
    }

    /// Whether users see messages of your own.
    pub fn is_customized_message_enabled(mut self, is_customized_message_enabled: bool) -> Self {
        self.request = self
            .request
            .set("isCustomizedMessageEnabled", is_customized_message_enabled);
        self
    }

    /// Whether users see a message of your own when they report phishing.
    pub fn is_customized_message_enabled_for_phishing(
        mut self,
        is_customized_message_enabled_for_phishing: bool,
    ) -> Self {
        self.request = self.request.set(
            "isCustomizedMessageEnabledForPhishing",
            is_customized_message_enabled_for_phishing,
        );
        self
    }

    /// Whether notifications come from a sender of your own.
    pub fn is_customized_notification_sender_enabled(
        mut self,
        is_customized_notification_sender_enabled: bool,
    ) -> Self {
        self.request = self.request.set(
            "isCustomizedNotificationSenderEnabled",
            is_customized_notification_sender_enabled,
        );
        self
    }

    /// Whether users never report.
    pub fn is_never_report_enabled_for_users(
        mut self,
        is_never_report_enabled_for_users: bool,
    ) -> Self {
        self.request = self.request.set(
            "isNeverReportEnabledForUsers",
            is_never_report_enabled_for_users,
        );
        self
    }

    /// Whether messages carry the logo of the organization.
    pub fn is_organization_branding_enabled(
        mut self,
        is_organization_branding_enabled: bool,
    ) -> Self {
        self.request = self.request.set(
            "isOrganizationBrandingEnabled",
            is_organization_branding_enabled,
        );
        self
    }

    /// Whether users may report from quarantine.
    pub fn is_report_from_quarantine_enabled(
        mut self,
        is_report_from_quarantine_enabled: bool,
    ) -> Self {
        self.request = self.request.set(
            "isReportFromQuarantineEnabled",
            is_report_from_quarantine_enabled,
        );
        self
    }

    /// Whether reports go to a mailbox of your own.
    pub fn is_report_to_customized_email_address_enabled(
        mut self,
        is_report_to_customized_email_address_enabled: bool,
    ) -> Self {
        self.request = self.request.set(
            "isReportToCustomizedEmailAddressEnabled",
            is_report_to_customized_email_address_enabled,
        );
        self
    }

    /// Whether users get an email with the result of the review.
    pub fn is_review_email_notification_enabled(
        mut self,
        is_review_email_notification_enabled: bool,
    ) -> Self {
        self.request = self.request.set(
            "isReviewEmailNotificationEnabled",
            is_review_email_notification_enabled,
        );
        self
    }

    /// Address that notifications come from.
    pub fn customized_notification_sender_email_address(
        mut self,
        customized_notification_sender_email_address: impl Into<String>,
    ) -> Self {
        let customized_notification_sender_email_address: String =
            customized_notification_sender_email_address.into();
        self.request = self.request.set(
            "customizedNotificationSenderEmailAddress",
            customized_notification_sender_email_address,
        );
        self
    }

    /// Mailbox that reports go to.
    pub fn customized_report_recipient_email_address(
        mut self,
        customized_report_recipient_email_address: impl Into<String>,
    ) -> Self {
        let customized_report_recipient_email_address: String =
            customized_report_recipient_email_address.into();
        self.request = self.request.set(
            "customizedReportRecipientEmailAddress",
            customized_report_recipient_email_address,
        );
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}

http_core::call_options!(PolicyUpdate);
