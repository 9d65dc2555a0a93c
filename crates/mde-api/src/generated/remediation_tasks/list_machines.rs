//! `mde.remediation_tasks.list_machines`: List exposed devices of one remediation activity.

use http_core::rows::Rows;
use http_core::{
    Cell, Client, Column, Continuation, Id, Items, Operation, Page, Pager, Param, RawItems, Record,
    RecordKind, Request, Result,
};

use crate::recommendations::MachineReference;
use crate::remediation_tasks::RemediationTask;

/// `mde.remediation_tasks.list_machines`: List exposed devices of one remediation activity.
pub static LIST_MACHINES: Operation = Operation::get("mde.remediation_tasks.list_machines", "/api/remediationTasks/{task_id}/machineReferences").host("mde").summary("List exposed devices of one remediation activity").inputs(&[Param::path("task_id").example("8031da0f-eed3-44a3-869c-d24edb55220b"),
]).collection("value").permissions(&["RemediationTasks.Read.All"], &["RemediationTasks.Read"]).record(&Record::new(RecordKind::Snapshot).key(&["id"])).columns(&[Column::new("id", Cell::Id),Column::new("computerDnsName", Cell::Name),Column::new("osPlatform", Cell::Text),Column::new("rbacGroupName", Cell::Text),]).source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-remediation-exposed-devices-activities.md");

/// List exposed devices of one remediation activity.
///
/// Source:
/// `MicrosoftDocs/defender-docs:defender-endpoint/api/get-remediation-exposed-devices-activities.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.remediation_tasks().list_machines("8031da0f-eed3-44a3-869c-d24edb55220b").items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ListRemediationTaskMachines {
    client: Client,
    request: Request,
}

impl ListRemediationTaskMachines {
    pub(super) fn new(client: &Client, task_id: impl Into<Id<RemediationTask>>) -> Self {
        let task_id: Id<RemediationTask> = task_id.into();
        let request = Request::new(&LIST_MACHINES).set("task_id", task_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Begins where another reading of the list stopped: on the page after the continuation's.
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        self.request = self.request.resume(continuation);
        self
    }

    /// Sends the request and decodes the first page.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Page<MachineReference>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<MachineReference> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<MachineReference> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<MachineReference> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(ListRemediationTaskMachines);
