//! `EmailPayloadDetail`.

use crate::graph::attack_simulation::PayloadCoachmark;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct EmailPayloadDetail {
        pub odata_type: Option<String> = "@odata.type",
        pub coachmarks: Vec<PayloadCoachmark> = "coachmarks",
        pub content: Option<String> = "content",
        pub phishing_url: Option<String> = "phishingUrl",
        pub from_email: Option<String> = "fromEmail",
        pub from_name: Option<String> = "fromName",
        pub is_external_sender: Option<bool> = "isExternalSender",
        pub subject: Option<String> = "subject",
    }
}
