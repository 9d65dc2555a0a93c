//! `graph.incident_tasks.execute_response_action`: Carry out the action of an incident task.

use http_core::{
    Client, Effect, EffectKind, Id, Operation, Param, Request, Result, Status, Target,
};

use crate::graph::incidents::IncidentTask;

/// `graph.incident_tasks.execute_response_action`: Carry out the action of an incident task.
/// Status: preview.
pub static EXECUTE_RESPONSE_ACTION: Operation = Operation::post("graph.incident_tasks.execute_response_action", "/beta/security/incidentTasks/{incident_task_id}/executeResponseAction").host("graph").summary("Carry out the action of an incident task").help("Only for tasks whose `actionType` is a device or file action or \
`submitIocRule`. `actionStatus` of the task tells how far it is.").status(Status::Preview).inputs(&[Param::path("incident_task_id").example("c0f94fb8-9fcc-48c7-b7b5-581cd6ad7082"),
]).permissions(&["SecurityIncident.ReadWrite.All", "SecurityIncidentTask.ReadWrite.All", "SecurityIncidentTask-TakeAction.ReadWrite.All"], &["SecurityIncident.ReadWrite.All"]).target(&Target::new("incident_task_id", "graph.incident_tasks.list").key("id").name(&["displayName"]).shows(&["actionType", "actionStatus"])).effect(Effect::new(EffectKind::Irreversible).felt()).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-incidenttask-executeresponseaction.md");

/// Carry out the action of an incident task.
///
/// Only for tasks whose `actionType` is a device or file action or `submitIocRule`.
/// `actionStatus` of the task tells how far it is.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-incidenttask-executeresponseaction.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().incident_tasks().execute_response_action("c0f94fb8-9fcc-48c7-b7b5-581cd6ad7082").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ExecuteResponseAction {
    client: Client,
    request: Request,
}

impl ExecuteResponseAction {
    pub(super) fn new(client: &Client, incident_task_id: impl Into<Id<IncidentTask>>) -> Self {
        let incident_task_id: Id<IncidentTask> = incident_task_id.into();
        let request =
            Request::new(&EXECUTE_RESPONSE_ACTION).set("incident_task_id", incident_task_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}

http_core::call_options!(ExecuteResponseAction);
