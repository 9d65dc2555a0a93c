//! Operations and types of remediation tasks.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetRemediationTask`] | `GET /api/remediationTasks/{task_id}` | `RemediationTasks.Read.All` |
//! | [`ListRemediationTasks`] | `GET /api/remediationTasks` | `RemediationTasks.Read.All` |
//! | [`ListRemediationTaskMachines`] | `GET /api/remediationTasks/{task_id}/machineReferences` | `RemediationTasks.Read.All` |

mod get;
mod list;
mod list_machines;
mod model;

use http_core::{Answer, Client, Id, Kind, Operation, Paging, Param};

pub use get::GetRemediationTask;
pub use list::ListRemediationTasks;
pub use list_machines::ListRemediationTaskMachines;
pub use model::{
    RemediationTask, RemediationTaskCategory, RemediationTaskPriority, RemediationTaskStatus,
};

/// `mde.remediation_tasks.get`: Get one remediation activity.
pub static GET: Operation = Operation::get(
    "mde.remediation_tasks.get",
    "/api/remediationTasks/{task_id}",
)
.host("mde")
.summary("Get one remediation activity")
.help(
    "The delegated permission is printed RemediationTask.Read.Read, a likely \
misprint of the RemediationTask.Read of the list page (application name: \
MicrosoftDocs/microsoft-365-docs#6058).",
)
.params(&[Param::path("task_id")])
.answer(Answer::Entity)
.permissions(
    &["RemediationTasks.Read.All"],
    &["RemediationTask.Read.Read"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-remediation-one-activity.md");

/// `mde.remediation_tasks.list`: List remediation activities.
pub static LIST: Operation = Operation::get("mde.remediation_tasks.list", "/api/remediationTasks")
    .host("mde")
    .summary("List remediation activities")
    .help(
        "Application permission confirmed with the plural Tasks \
(MicrosoftDocs/microsoft-365-docs#6059); the delegated one is printed in \
the singular. The sample path is lower-case with a trailing slash: paths \
are not case-sensitive. Remediation exceptions have no endpoint \
(MicrosoftDocs/microsoft-365-docs#9232).",
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
    .filterable(&["createdon", "status"])
    .permissions(&["RemediationTasks.Read.All"], &["RemediationTask.Read"])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-remediation-all-activities.md");

/// `mde.remediation_tasks.list_machines`: List exposed devices of one remediation activity.
pub static LIST_MACHINES: Operation = Operation::get("mde.remediation_tasks.list_machines", "/api/remediationTasks/{task_id}/machineReferences").host("mde").summary("List exposed devices of one remediation activity").help("Delegated permission printed RemediationTask.Read.Read, see \
mde.remediation_tasks.get (application name: \
MicrosoftDocs/microsoft-365-docs#6060).").params(&[Param::path("task_id"),
]).collection("value").permissions(&["RemediationTasks.Read.All"], &["RemediationTask.Read.Read"]).source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-remediation-exposed-devices-activities.md");

/// The operations of remediation tasks; each method begins a request.
#[derive(Clone, Debug)]
pub struct RemediationTasks {
    client: Client,
}

impl RemediationTasks {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one remediation activity. See [`GetRemediationTask`].
    pub fn get(&self, task_id: impl Into<Id<RemediationTask>>) -> GetRemediationTask {
        GetRemediationTask::new(&self.client, task_id)
    }

    /// List remediation activities. See [`ListRemediationTasks`].
    pub fn list(&self) -> ListRemediationTasks {
        ListRemediationTasks::new(&self.client)
    }

    /// List exposed devices of one remediation activity. See [`ListRemediationTaskMachines`].
    pub fn list_machines(
        &self,
        task_id: impl Into<Id<RemediationTask>>,
    ) -> ListRemediationTaskMachines {
        ListRemediationTaskMachines::new(&self.client, task_id)
    }
}
