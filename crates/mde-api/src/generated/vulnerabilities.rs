//! Operations and types of vulnerabilities.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetVulnerability`] | `GET /api/vulnerabilities/{cve_id}` | `Vulnerability.Read.All` |
//! | [`ListVulnerabilities`] | `GET /api/vulnerabilities` | `Vulnerability.Read.All` |
//! | [`ListVulnerabilitiesByMachineAndSoftware`] | `GET /api/vulnerabilities/machinesVulnerabilities` | `Vulnerability.Read.All` |
//! | [`ListVulnerabilityMachines`] | `GET /api/vulnerabilities/{cve_id}/machineReferences` | `Vulnerability.Read.All` |

mod get;
mod list;
mod list_by_machine_and_software;
mod list_machines;
mod model;

use http_core::{Answer, Client, Id, Kind, Operation, Paging, Param};

pub use get::GetVulnerability;
pub use list::ListVulnerabilities;
pub use list_by_machine_and_software::ListVulnerabilitiesByMachineAndSoftware;
pub use list_machines::ListVulnerabilityMachines;
pub use model::{
    MachineVulnerability, Vulnerability, VulnerabilityCveSupportability, VulnerabilitySeverity,
};

/// `mde.vulnerabilities.get`: Get one vulnerability by its id.
pub static GET: Operation =
    Operation::get("mde.vulnerabilities.get", "/api/vulnerabilities/{cve_id}")
        .host("mde")
        .summary("Get one vulnerability by its id")
        .params(&[Param::path("cve_id")])
        .answer(Answer::Entity)
        .permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
        .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-vulnerability-by-id.md");

/// `mde.vulnerabilities.list`: List known vulnerabilities.
pub static LIST: Operation = Operation::get("mde.vulnerabilities.list", "/api/vulnerabilities")
    .host("mde")
    .summary("List known vulnerabilities")
    .help(
        "$top stops at 8000 here, not 10000. Returns the whole vulnerability \
catalogue, not only what affects the organisation, so exposedMachines is \
often 0 (MicrosoftDocs/microsoft-365-docs#4627). Ids are not always CVE ids \
(TVM-2020-0002 was seen).",
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
    .page_size(8000)
    .filterable(&[
        "id",
        "name",
        "description",
        "cvssV3",
        "publishedOn",
        "severity",
        "updatedOn",
    ])
    .permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-vulnerabilities.md");

/// `mde.vulnerabilities.list_by_machine_and_software`: List vulnerabilities per device and
/// software.
pub static LIST_BY_MACHINE_AND_SOFTWARE: Operation = Operation::get(
    "mde.vulnerabilities.list_by_machine_and_software",
    "/api/vulnerabilities/machinesVulnerabilities",
)
.host("mde")
.summary("List vulnerabilities per device and software")
.help(
    "The page misspells $top as $stop. The full listing and a $filter by cveId \
were seen to disagree by rows (MicrosoftDocs/microsoft-365-docs#12012): \
paging by $skip is not over a stable snapshot. For whole-tenant pulls use \
mde.assessments.export_software_vulnerabilities; others met memory trouble \
with this one (elastic/integrations#15521).",
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
.filterable(&[
    "id",
    "cveId",
    "machineId",
    "fixingKbId",
    "productName",
    "productVersion",
    "severity",
    "productVendor",
])
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-all-vulnerabilities-by-machines.md");

/// `mde.vulnerabilities.list_machines`: List devices affected by one vulnerability.
pub static LIST_MACHINES: Operation = Operation::get(
    "mde.vulnerabilities.list_machines",
    "/api/vulnerabilities/{cve_id}/machineReferences",
)
.host("mde")
.summary("List devices affected by one vulnerability")
.help(
    "Light device references, not Machine entities. No paging or OData is \
documented.",
)
.params(&[Param::path("cve_id")])
.collection("value")
.permissions(&["Vulnerability.Read.All"], &["Vulnerability.Read"])
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machines-by-vulnerability.md");

/// The operations of vulnerabilities; each method begins a request.
#[derive(Clone, Debug)]
pub struct Vulnerabilities {
    client: Client,
}

impl Vulnerabilities {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one vulnerability by its id. See [`GetVulnerability`].
    pub fn get(&self, cve_id: impl Into<Id<Vulnerability>>) -> GetVulnerability {
        GetVulnerability::new(&self.client, cve_id)
    }

    /// List known vulnerabilities. See [`ListVulnerabilities`].
    pub fn list(&self) -> ListVulnerabilities {
        ListVulnerabilities::new(&self.client)
    }

    /// List vulnerabilities per device and software. See
    /// [`ListVulnerabilitiesByMachineAndSoftware`].
    pub fn list_by_machine_and_software(&self) -> ListVulnerabilitiesByMachineAndSoftware {
        ListVulnerabilitiesByMachineAndSoftware::new(&self.client)
    }

    /// List devices affected by one vulnerability. See [`ListVulnerabilityMachines`].
    pub fn list_machines(&self, cve_id: impl Into<Id<Vulnerability>>) -> ListVulnerabilityMachines {
        ListVulnerabilityMachines::new(&self.client, cve_id)
    }
}
