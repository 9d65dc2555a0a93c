//! `mde.machines.get`: Get one device by id or DNS name.

use http_core::{AnswerKind, Client, Id, Operation, Param, RateLimit, Request, Result};

use crate::machines::Machine;

/// `mde.machines.get`: Get one device by id or DNS name.
pub static GET: Operation = Operation::get("mde.machines.get", "/api/machines/{machine_id}")
    .host("mde")
    .summary("Get one device by id or DNS name")
    .help(
        "The path part may also be the computer name. Transient 404 \
(ResourceNotFound) for a device that exists was reported \
(microsoft-365-docs#13047). Delegated callers need the role permission \
'View Data' and see only devices of their device groups.",
    )
    .inputs(&[Param::path("machine_id")])
    .answer(AnswerKind::Entity)
    .limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
    .permissions(
        &["Machine.Read.All", "Machine.ReadWrite.All"],
        &["Machine.Read", "Machine.ReadWrite"],
    )
    .role("View Data")
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/get-machine-by-id.md");

/// Get one device by id or DNS name.
///
/// The path part may also be the computer name. Transient 404 (ResourceNotFound) for a device
/// that exists was reported (microsoft-365-docs#13047). Delegated callers need the role
/// permission 'View Data' and see only devices of their device groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-machine-by-id.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().get("machine-id").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct GetMachine {
    client: Client,
    request: Request,
}

impl GetMachine {
    pub(super) fn new(client: &Client, machine_id: impl Into<Id<Machine>>) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let request = Request::new(&GET).set("machine_id", machine_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Machine> {
        self.client.send(self.request).await
    }
}
