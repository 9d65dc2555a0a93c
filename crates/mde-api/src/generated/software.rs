//! Operations and types of software.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetSoftware`] | `GET /api/Software/{software_id}` | `Software.Read.All` |
//! | [`ListSoftware`] | `GET /api/Software` | `Software.Read.All` |
//! | [`ListSoftwareDistributions`] | `GET /api/Software/{software_id}/distributions` | `Software.Read.All` |
//! | [`ListSoftwareMachines`] | `GET /api/Software/{software_id}/machineReferences` | `Software.Read.All` |
//! | [`ListSoftwareMissingKbs`] | `GET /api/Software/{software_id}/getmissingkbs` | `Software.Read.All` |
//! | [`ListSoftwareVulnerabilities`] | `GET /api/Software/{software_id}/vulnerabilities` | `Vulnerability.Read.All` |

mod get;
mod list;
mod list_distributions;
mod list_machines;
mod list_missing_kbs;
mod list_vulnerabilities;
mod model;

use http_core::{Answer, Client, Id, Kind, Operation, Paging, Param};

pub use get::GetSoftware;
pub use list::ListSoftware;
pub use list_distributions::ListSoftwareDistributions;
pub use list_machines::ListSoftwareMachines;
pub use list_missing_kbs::ListSoftwareMissingKbs;
pub use list_vulnerabilities::ListSoftwareVulnerabilities;
pub use model::{Software, SoftwareDistribution};

/// `mde.software.get`: Get one software by its id.
pub static GET: Operation = Operation::get("mde.software.get", "/api/Software/{software_id}")
    .host("mde")
    .summary("Get one software by its id")
    .help(
        "The id is vendor, \"-_-\", name (microsoft-_-edge). Percent-encode it: \
names may hold characters such as the registered sign, \"+\" or \"#\". The \
page carries the generic pre-release banner.",
    )
    .params(&[Param::path("software_id")])
    .answer(Answer::Entity)
    .permissions(&["Software.Read.All"], &["Software.Read"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-software-by-id.md");

/// `mde.software.list`: List the software inventory of the organisation.
pub static LIST: Operation = Operation::get("mde.software.list", "/api/Software")
    .host("mde")
    .summary("List the software inventory of the organisation")
    .help(
        "Only software with a CPE appears. The same id can come back twice with \
different numbers, and some ids have an empty distribution list \
(MicrosoftDocs/microsoft-365-docs#11186). Key by id and expect repeats.",
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
    .paging(Paging::Skip)
    .page_size(10000)
    .filterable(&["id", "name", "vendor"])
    .permissions(&["Software.Read.All"], &["Software.Read"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-software.md");

/// `mde.software.list_distributions`: List installed versions of one software with counts.
pub static LIST_DISTRIBUTIONS: Operation = Operation::get(
    "mde.software.list_distributions",
    "/api/Software/{software_id}/distributions",
)
.host("mde")
.summary("List installed versions of one software with counts")
.help(
    "Rows have no key but the version text. The page carries the generic \
pre-release banner.",
)
.params(&[Param::path("software_id")])
.collection("value")
.permissions(&["Software.Read.All"], &["Software.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-software-ver-distribution.md");

/// `mde.software.list_machines`: List devices that have one software.
pub static LIST_MACHINES: Operation = Operation::get(
    "mde.software.list_machines",
    "/api/Software/{software_id}/machineReferences",
)
.host("mde")
.summary("List devices that have one software")
.help(
    "Light device references, not Machine entities. No paging or OData is \
documented although the list can be long.",
)
.params(&[Param::path("software_id")])
.collection("value")
.permissions(&["Software.Read.All"], &["Software.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machines-by-software.md");

/// `mde.software.list_missing_kbs`: List missing security updates of one software.
pub static LIST_MISSING_KBS: Operation = Operation::get(
    "mde.software.list_missing_kbs",
    "/api/Software/{software_id}/getmissingkbs",
)
.host("mde")
.summary("List missing security updates of one software")
.help("machineMissedOn counts devices of the whole organisation here.")
.params(&[Param::path("software_id")])
.collection("value")
.permissions(&["Software.Read.All"], &["Software.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-missing-kbs-software.md");

/// `mde.software.list_vulnerabilities`: List vulnerabilities of one software.
pub static LIST_VULNERABILITIES: Operation = Operation::get(
    "mde.software.list_vulnerabilities",
    "/api/Software/{software_id}/vulnerabilities",
)
.host("mde")
.summary("List vulnerabilities of one software")
.help(
    "Needs the Vulnerability permission, not the Software one \
(MicrosoftDocs/microsoft-365-docs#6061); the display name on the page still \
says Software.",
)
.params(&[Param::path("software_id")])
.collection("value")
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-vuln-by-software.md");

/// The operations of software; each method begins a request.
#[derive(Clone, Debug)]
pub struct SoftwareOperations {
    client: Client,
}

impl SoftwareOperations {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one software by its id. See [`GetSoftware`].
    pub fn get(&self, software_id: impl Into<Id<Software>>) -> GetSoftware {
        GetSoftware::new(&self.client, software_id)
    }

    /// List the software inventory of the organisation. See [`ListSoftware`].
    pub fn list(&self) -> ListSoftware {
        ListSoftware::new(&self.client)
    }

    /// List installed versions of one software with counts. See [`ListSoftwareDistributions`].
    pub fn list_distributions(
        &self,
        software_id: impl Into<Id<Software>>,
    ) -> ListSoftwareDistributions {
        ListSoftwareDistributions::new(&self.client, software_id)
    }

    /// List devices that have one software. See [`ListSoftwareMachines`].
    pub fn list_machines(&self, software_id: impl Into<Id<Software>>) -> ListSoftwareMachines {
        ListSoftwareMachines::new(&self.client, software_id)
    }

    /// List missing security updates of one software. See [`ListSoftwareMissingKbs`].
    pub fn list_missing_kbs(&self, software_id: impl Into<Id<Software>>) -> ListSoftwareMissingKbs {
        ListSoftwareMissingKbs::new(&self.client, software_id)
    }

    /// List vulnerabilities of one software. See [`ListSoftwareVulnerabilities`].
    pub fn list_vulnerabilities(
        &self,
        software_id: impl Into<Id<Software>>,
    ) -> ListSoftwareVulnerabilities {
        ListSoftwareVulnerabilities::new(&self.client, software_id)
    }
}
