//! `ActivityFeedback`.

http_core::entity! {
    /// Activity feedback.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-feedback.md`.
    pub struct ActivityFeedback {
        /// Feedback. The only field of the parameter table; absent from the example.
        pub feedback: Option<String> = "feedback",
        /// Feedback value. Example "0"; values not documented.
        pub feedback_value: Option<String> = "feedbackValue",
        /// Feedback text. Example only.
        pub feedback_text: Option<String> = "feedbackText",
        /// Allow contact. Example only.
        pub allow_contact: Option<bool> = "allowContact",
        /// Contact email. Example only.
        pub contact_email: Option<String> = "contactEmail",
    }
}
