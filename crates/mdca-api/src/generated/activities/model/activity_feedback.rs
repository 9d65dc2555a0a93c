//! `ActivityFeedback`.

http_core::entity! {
    /// Activity feedback.
    ///
    /// Source:
    /// `MicrosoftDocs/CloudAppSecurityDocs:CloudAppSecurityDocs/api-activities-feedback.md`.
    pub struct ActivityFeedback {
        /// The only field of the parameter table; absent from the example.
        pub feedback: Option<String> = "feedback",
        /// Example "0"; values not documented.
        pub feedback_value: Option<String> = "feedbackValue",
        /// Example only.
        pub feedback_text: Option<String> = "feedbackText",
        /// Example only.
        pub allow_contact: Option<bool> = "allowContact",
        /// Example only.
        pub contact_email: Option<String> = "contactEmail",
    }
}
