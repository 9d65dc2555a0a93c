//! Operations and types of analyzed emails.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetAnalyzedEmail`] | `GET /v1.0/security/collaboration/analyzedEmails/{analyzed_email_id}` | `SecurityAnalyzedMessage.Read.All` |
//! | [`ListAnalyzedEmails`] | `GET /v1.0/security/collaboration/analyzedEmails` | `SecurityAnalyzedMessage.Read.All` |
//! | [`RemediateAnalyzedEmail`] | `POST /v1.0/security/collaboration/analyzedEmails/remediate` | `SecurityAnalyzedMessage.ReadWrite.All` |
//! | [`SetVerdict`] | `POST /beta/security/collaboration/analyzedEmails/setVerdict` | `SecurityAnalyzedMessage.ReadWrite.All` |

mod filters;
mod get;
mod list;
mod model;
mod remediate;
mod set_verdict;

use http_core::{Client, Id};

pub use filters::AnalyzedEmailFilter;
pub use get::{GET, GetAnalyzedEmail};
pub use list::{LIST, ListAnalyzedEmails};
pub use model::{
    AnalyzedEmail, AnalyzedEmailAction, AnalyzedEmailAttachment, AnalyzedEmailAuthenticationDetail,
    AnalyzedEmailDeliveryDetail, AnalyzedEmailDeliveryDetailAction,
    AnalyzedEmailDeliveryDetailLocation, AnalyzedEmailDirectionality, AnalyzedEmailDlpRuleInfo,
    AnalyzedEmailExchangeTransportRuleInfo, AnalyzedEmailRecipientDetail,
    AnalyzedEmailSenderDetail, AnalyzedEmailSeverity, AnalyzedEmailThreatType, AnalyzedEmailUrl,
    CompromiseIndicator, CompromiseIndicatorVerdict, DetonationBehaviourDetails, DetonationChain,
    DetonationDetails, DetonationObservables, ThreatDetectionDetail, ThreatType, TimelineEvent,
    TimelineEventEventSource, TimelineEventEventType,
};
pub use remediate::{REMEDIATE, RemediateAnalyzedEmail};
pub use set_verdict::{SET_VERDICT, SetVerdict};

/// The operations of analyzed emails; each method begins a request.
#[derive(Clone, Debug)]
pub struct AnalyzedEmails {
    pub(crate) client: Client,
}

impl AnalyzedEmails {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one analysed email. See [`GetAnalyzedEmail`].
    pub fn get(&self, analyzed_email_id: impl Into<Id<AnalyzedEmail>>) -> GetAnalyzedEmail {
        GetAnalyzedEmail::new(&self.client, analyzed_email_id)
    }

    /// Search analysed emails. See [`ListAnalyzedEmails`].
    pub fn list(&self) -> ListAnalyzedEmails {
        ListAnalyzedEmails::new(&self.client)
    }

    /// Move or delete delivered emails. See [`RemediateAnalyzedEmail`].
    pub fn remediate(&self) -> RemediateAnalyzedEmail {
        RemediateAnalyzedEmail::new(&self.client)
    }

    /// Set a verdict on analysed emails. See [`SetVerdict`].
    pub fn set_verdict(&self) -> SetVerdict {
        SetVerdict::new(&self.client)
    }
}
