//! `graph.cases.create`: Open a case.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Kind, Operation, Param, Request, Result,
    Status, Timestamp, Undo, Value,
};

use crate::graph::cases::Case;

/// `graph.cases.create`: Open a case. Status: preview.
pub static CREATE: Operation = Operation::post("graph.cases.create", "/beta/security/caseManagement/cases").host("graph").summary("Open a case").help("Signed-in users need one of the roles Security Reader, Security Operator \
or Security Administrator.").status(Status::Preview).inputs(&[Param::body("@odata.type").required().help("Kind of case. Incident cases are opened by the service alone.").example("#microsoft.graph.security.caseManagement.genericCase"),
Param::body("displayName").required().help("Name of the case.").example("Ticket 4711"),
Param::body("status").required().help("Status of the case, one of those that `list-type-configurations` shows.").example("open"),
Param::body("description").help("Description of the case.").example("A user reported a mail with a link"),
Param::body("assignedTo").help("User who works on the case.").example("ada@contoso.com"),
Param::body("priority").help("Priority in words of your own.").example("high"),
Param::body("dueDateTime").kind(Kind::Time).help("When the case has to be done."),
Param::body("customFields").kind(Kind::Json).help("Fields of your tenant, by their ids.").example(concat!("{\"customerImpact\":{\"@odata.type\":\"#microsoft.graph.security.", "caseManagement.customFieldStringValue\",\"value\":\"One mailbox\"", "}}")),
]).body(BodyKind::Json).answer(AnswerKind::Entity).permissions(&["CaseManagement.ReadWrite.All"], &["CaseManagement.ReadWrite.All"]).effect(Effect::new(EffectKind::Additive).undo(&Undo::by("graph.cases.delete").created("case_id", "id"))).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagementroot-post-cases.md");

/// Open a case.
///
/// Signed-in users need one of the roles Security Reader, Security Operator or Security
/// Administrator.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-casemanagementroot-post-cases.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().cases().create("#microsoft.graph.security.caseManagement.genericCase", "Ticket 4711", "open").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateCase {
    client: Client,
    request: Request,
}

impl CreateCase {
    pub(super) fn new(
        client: &Client,
        odata_type: impl Into<String>,
        display_name: impl Into<String>,
        status: impl Into<String>,
    ) -> Self {
        let odata_type: String = odata_type.into();
        let display_name: String = display_name.into();
        let status: String = status.into();
        let request = Request::new(&CREATE)
            .set("@odata.type", odata_type)
            .set("displayName", display_name)
            .set("status", status);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Description of the case.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        let description: String = description.into();
        self.request = self.request.set("description", description);
        self
    }

    /// User who works on the case.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// Priority in words of your own.
    pub fn priority(mut self, priority: impl Into<String>) -> Self {
        let priority: String = priority.into();
        self.request = self.request.set("priority", priority);
        self
    }

    /// When the case has to be done.
    pub fn due_date_time(mut self, due_date_time: impl Into<Timestamp>) -> Self {
        let due_date_time: Timestamp = due_date_time.into();
        self.request = self.request.set("dueDateTime", due_date_time);
        self
    }

    /// Fields of your tenant, by their ids.
    pub fn custom_fields(mut self, custom_fields: impl Into<Value>) -> Self {
        let custom_fields: Value = custom_fields.into();
        self.request = self.request.set("customFields", custom_fields);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Case> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(CreateCase);
