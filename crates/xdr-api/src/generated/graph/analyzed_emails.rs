//! Operations and types of analyzed emails.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetAnalyzedEmail`] | `GET /v1.0/security/collaboration/analyzedEmails/{analyzed_email_id}` | `SecurityAnalyzedMessage.Read.All` |
//! | [`ListAnalyzedEmails`] | `GET /v1.0/security/collaboration/analyzedEmails` | `SecurityAnalyzedMessage.Read.All` |
//! | [`RemediateAnalyzedEmail`] | `POST /v1.0/security/collaboration/analyzedEmails/remediate` | `SecurityAnalyzedMessage.ReadWrite.All` |
//! | [`SetVerdict`] | `POST /beta/security/collaboration/analyzedEmails/setVerdict` | `SecurityAnalyzedMessage.ReadWrite.All` |

mod get;
mod list;
mod model;
mod remediate;
mod set_verdict;

use http_core::{Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param, Status};

pub use get::GetAnalyzedEmail;
pub use list::ListAnalyzedEmails;
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
pub use remediate::RemediateAnalyzedEmail;
pub use set_verdict::SetVerdict;

/// `graph.analyzed_emails.get`: Get one analysed email.
pub static GET: Operation = Operation::get(
    "graph.analyzed_emails.get",
    "/v1.0/security/collaboration/analyzedEmails/{analyzed_email_id}",
)
.host("graph")
.summary("Get one analysed email")
.params(&[Param::path("analyzed_email_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.permissions(
    &[
        "SecurityAnalyzedMessage.Read.All",
        "SecurityAnalyzedMessage.ReadWrite.All",
    ],
    &[],
)
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// `graph.analyzed_emails.list`: Search analysed emails.
pub static LIST: Operation = Operation::get("graph.analyzed_emails.list", "/v1.0/security/collaboration/analyzedEmails").host("graph").summary("Search analysed emails").help("Application permission only. Global cloud only.").params(&[Param::query("$count").kind(Kind::Bool).help("also send the number of rows"),
Param::query("$filter").help("OData filter; text values in single quotes, a quote inside is doubled"),
Param::query("$skiptoken").help("opaque continuation, taken from a next link"),
Param::query("$top").kind(Kind::Integer).help("how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that"),
Param::query("startTime").kind(Kind::Time).help("plain parameter without $; the sample gives a date"),
Param::query("endTime").kind(Kind::Time),
]).headers(&[Header { name: "prefer", value: "include-unknown-enum-members" },]).collection("value").paging(Paging::NextLink).filterable(&["networkMessageId", "recipientEmailAddress"]).permissions(&["SecurityAnalyzedMessage.Read.All", "SecurityAnalyzedMessage.ReadWrite.All"], &[]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-collaborationroot-list-analyzedemails.md");

/// `graph.analyzed_emails.remediate`: Move or delete delivered emails.
pub static REMEDIATE: Operation = Operation::post("graph.analyzed_emails.remediate", "/v1.0/security/collaboration/analyzedEmails/remediate").host("graph").summary("Move or delete delivered emails").params(&[Param::body("displayName").required(),
Param::body("description").required(),
Param::body("severity").kind(Kind::Enum(&["low", "medium", "high"])).required(),
Param::body("action").kind(Kind::Enum(&["moveToJunk", "moveToInbox", "hardDelete", "softDelete", "moveToDeletedItems", "moveToQuarantine"])).required().help("moveToQuarantine is not supported yet"),
Param::body("remediateSendersCopy").kind(Kind::Bool).required().help("sample sends the text \"false\""),
Param::body("analyzedEmails").kind(Kind::Json).required().help("networkMessageId and recipientEmailAddress of each"),
]).body(BodyKind::Json).permissions(&["SecurityAnalyzedMessage.ReadWrite.All"], &[]).long_running("no API to poll; tracked in the portal action center").source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-analyzedemail-remediate.md");

/// `graph.analyzed_emails.set_verdict`: Set a verdict on analysed emails. Status: preview.
pub static SET_VERDICT: Operation = Operation::post(
    "graph.analyzed_emails.set_verdict",
    "/beta/security/collaboration/analyzedEmails/setVerdict",
)
.host("graph")
.summary("Set a verdict on analysed emails")
.help("Only in the permission file; body not known.")
.status(Status::Preview)
.answer(Answer::Object)
.permissions(&["SecurityAnalyzedMessage.ReadWrite.All"], &[])
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// The operations of analyzed emails; each method begins a request.
#[derive(Clone, Debug)]
pub struct AnalyzedEmails {
    client: Client,
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
