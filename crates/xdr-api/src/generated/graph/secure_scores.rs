//! Operations and types of secure scores.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetSecureScore`] | `GET /v1.0/security/secureScores/{secure_score_id}` | `SecurityEvents.Read.All` |
//! | [`ListSecureScores`] | `GET /v1.0/security/secureScores` | `SecurityEvents.Read.All` |

mod get;
mod list;
mod model;

use http_core::{Answer, Client, Header, Id, Kind, Operation, Paging, Param, RateLimit};

pub use get::GetSecureScore;
pub use list::ListSecureScores;
pub use model::{AverageComparativeScore, ControlScore, SecureScore};

/// `graph.secure_scores.get`: Get one daily secure score.
pub static GET: Operation = Operation::get(
    "graph.secure_scores.get",
    "/v1.0/security/secureScores/{secure_score_id}",
)
.host("graph")
.summary("Get one daily secure score")
.help("The id is tenant id, underscore, date.")
.params(&[Param::path("secure_score_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(150), RateLimit::new(10000, 600)])
.limit_class("graph.secure_scores")
.permissions(
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/securescore-get.md");

/// `graph.secure_scores.list`: List daily secure scores.
pub static LIST: Operation = Operation::get(
    "graph.secure_scores.list",
    "/v1.0/security/secureScores",
)
.host("graph")
.summary("List daily secure scores")
.help(
    "90 days are kept, newest first: $top=1 is today. $top is spread over \
providers. Also 4 requests at once at most. Errors of one provider come as \
206 with a Warning header.",
)
.params(&[
    Param::query("$count")
        .kind(Kind::Bool)
        .help("also send the number of rows"),
    Param::query("$filter")
        .help("OData filter; text values in single quotes, a quote inside is doubled"),
    Param::query("$skip")
        .kind(Kind::Integer)
        .help("how many rows the service leaves out"),
    Param::query("$top").kind(Kind::Integer).help(
        "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
    ),
])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.collection("value")
.paging(Paging::NextLink)
.limits(&[RateLimit::per_minute(150), RateLimit::new(10000, 600)])
.limit_class("graph.secure_scores")
.permissions(
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.Read.All", "SecurityEvents.ReadWrite.All"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/security-list-securescores.md");

/// The operations of secure scores; each method begins a request.
#[derive(Clone, Debug)]
pub struct SecureScores {
    client: Client,
}

impl SecureScores {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one daily secure score. See [`GetSecureScore`].
    pub fn get(&self, secure_score_id: impl Into<Id<SecureScore>>) -> GetSecureScore {
        GetSecureScore::new(&self.client, secure_score_id)
    }

    /// List daily secure scores. See [`ListSecureScores`].
    pub fn list(&self) -> ListSecureScores {
        ListSecureScores::new(&self.client)
    }
}
