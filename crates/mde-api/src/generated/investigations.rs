//! Operations and types of investigations.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetInvestigation`] | `GET /api/investigations/{investigation_id}` | `Alert.Read.All` |
//! | [`ListInvestigations`] | `GET /api/investigations` | `Alert.Read.All` |

mod get;
mod list;
mod model;

use http_core::{Answer, Client, Id, Kind, Operation, Paging, Param, RateLimit};

pub use get::GetInvestigation;
pub use list::ListInvestigations;
pub use model::{Investigation, InvestigationState};

/// `mde.investigations.get`: Get one automated investigation.
pub static GET: Operation = Operation::get(
    "mde.investigations.get",
    "/api/investigations/{investigation_id}",
)
.host("mde")
.summary("Get one automated investigation")
.help(
    "The id may also be the triggering alert's id. The sample is that of \
investigation.md. Delegated callers need the role permission 'View Data'.",
)
.params(&[Param::path("investigation_id")])
.answer(Answer::Entity)
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &["Alert.Read.All", "Alert.ReadWrite.All"],
    &["Alert.Read", "Alert.ReadWrite"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-investigation-object.md");

/// `mde.investigations.list`: List automated investigations.
pub static LIST: Operation = Operation::get("mde.investigations.list", "/api/investigations")
    .host("mde")
    .summary("List automated investigations")
    .help(
        "The page writes $stop for $top. Delegated callers need the role permission \
'View Data'.",
    )
    .params(&[
        Param::query("$filter")
            .help("OData filter; text values in single quotes, a quote inside is doubled"),
        Param::query("$top").kind(Kind::Integer).help(
            "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
        ),
        Param::query("$skip")
            .kind(Kind::Integer)
            .help("how many rows the service leaves out"),
    ])
    .collection("value")
    .paging(Paging::NextLink)
    .page_size(10000)
    .filterable(&["startTime", "id", "state", "machineId", "triggeringAlertId"])
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Alert.Read.All", "Alert.ReadWrite.All"],
        &["Alert.Read", "Alert.ReadWrite"],
    )
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-investigation-collection.md");

/// The operations of investigations; each method begins a request.
#[derive(Clone, Debug)]
pub struct Investigations {
    client: Client,
}

impl Investigations {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one automated investigation. See [`GetInvestigation`].
    pub fn get(&self, investigation_id: impl Into<Id<Investigation>>) -> GetInvestigation {
        GetInvestigation::new(&self.client, investigation_id)
    }

    /// List automated investigations. See [`ListInvestigations`].
    pub fn list(&self) -> ListInvestigations {
        ListInvestigations::new(&self.client)
    }
}
