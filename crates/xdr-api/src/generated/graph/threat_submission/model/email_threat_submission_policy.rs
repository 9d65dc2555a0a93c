//! `EmailThreatSubmissionPolicy`.

use http_core::Id;

http_core::entity! {
    /// Email threat submission policy.
    ///
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct EmailThreatSubmissionPolicy {
        /// Id. DefaultReportSubmissionPolicy in the samples.
        pub id: Id<EmailThreatSubmissionPolicy> = "id",
        /// Customized notification sender email address.
        pub customized_notification_sender_email_address: Option<String> = "customizedNotificationSenderEmailAddress",
        /// Customized report recipient email address.
        pub customized_report_recipient_email_address: Option<String> = "customizedReportRecipientEmailAddress",
        /// Is always report enabled for users.
        pub is_always_report_enabled_for_users: Option<bool> = "isAlwaysReportEnabledForUsers",
        /// Is ask me enabled for users.
        pub is_ask_me_enabled_for_users: Option<bool> = "isAskMeEnabledForUsers",
        /// Is customized message enabled.
        pub is_customized_message_enabled: Option<bool> = "isCustomizedMessageEnabled",
        /// Is customized message enabled for phishing.
        pub is_customized_message_enabled_for_phishing: Option<bool> = "isCustomizedMessageEnabledForPhishing",
        /// Is customized notification sender enabled.
        pub is_customized_notification_sender_enabled: Option<bool> = "isCustomizedNotificationSenderEnabled",
        /// Is never report enabled for users.
        pub is_never_report_enabled_for_users: Option<bool> = "isNeverReportEnabledForUsers",
        /// Is organization branding enabled.
        pub is_organization_branding_enabled: Option<bool> = "isOrganizationBrandingEnabled",
        /// Is report from quarantine enabled.
        pub is_report_from_quarantine_enabled: Option<bool> = "isReportFromQuarantineEnabled",
        /// Is report to customized email address enabled.
        pub is_report_to_customized_email_address_enabled: Option<bool> = "isReportToCustomizedEmailAddressEnabled",
        /// Is report to microsoft enabled.
        pub is_report_to_microsoft_enabled: Option<bool> = "isReportToMicrosoftEnabled",
        /// Is review email notification enabled.
        pub is_review_email_notification_enabled: Option<bool> = "isReviewEmailNotificationEnabled",
    }
}
