//! Conditions on the properties that the lists of this group filter by.

http_core::odata_filter! {
    /// Conditions on the properties that [`ListAnalyzedEmails`](super::ListAnalyzedEmails) filters
    /// by, as far as the documents list them. Each method gives a
    /// [`Property`](http_core::odata::Property).
    pub struct AnalyzedEmailFilter {
        network_message_id: String = "networkMessageId",
        recipient_email_address: String = "recipientEmailAddress",
    }
}
