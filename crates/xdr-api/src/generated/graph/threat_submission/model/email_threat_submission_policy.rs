//! `EmailThreatSubmissionPolicy`.

use http_core::Id;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/type-mappings/beta-entity-types.json`.
    pub struct EmailThreatSubmissionPolicy {
        /// `DefaultReportSubmissionPolicy`.
        pub id: Id<EmailThreatSubmissionPolicy> = "id",
        pub customized_notification_sender_email_address: Option<String> = "customizedNotificationSenderEmailAddress",
        pub customized_report_recipient_email_address: Option<String> = "customizedReportRecipientEmailAddress",
        pub is_always_report_enabled_for_users: Option<bool> = "isAlwaysReportEnabledForUsers",
        pub is_ask_me_enabled_for_users: Option<bool> = "isAskMeEnabledForUsers",
        pub is_customized_message_enabled: Option<bool> = "isCustomizedMessageEnabled",
        pub is_customized_message_enabled_for_phishing: Option<bool> = "isCustomizedMessageEnabledForPhishing",
        pub is_customized_notification_sender_enabled: Option<bool> = "isCustomizedNotificationSenderEnabled",
        pub is_never_report_enabled_for_users: Option<bool> = "isNeverReportEnabledForUsers",
        pub is_organization_branding_enabled: Option<bool> = "isOrganizationBrandingEnabled",
        pub is_report_from_quarantine_enabled: Option<bool> = "isReportFromQuarantineEnabled",
        pub is_report_to_customized_email_address_enabled: Option<bool> = "isReportToCustomizedEmailAddressEnabled",
        pub is_report_to_microsoft_enabled: Option<bool> = "isReportToMicrosoftEnabled",
        pub is_review_email_notification_enabled: Option<bool> = "isReviewEmailNotificationEnabled",
    }
}
