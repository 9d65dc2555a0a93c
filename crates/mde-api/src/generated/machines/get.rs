//! `mde.machines.get`: Get one device by id or DNS name.

use http_core::{AnswerKind, Client, Id, Operation, Param, RateLimit, Request, Result};

use crate::machines::Machine;

/// `mde.machines.get`: Get one device by id or DNS name.
pub static GET: Operation = Operation::get("mde.machines.get", "/api/machines/{machine_id}")
    .host("mde")
    .summary("Get one device by id or DNS name")
    .help(
        "Takes the id or the DNS name of the device. Signed-in users see only \
devices of their device groups.",
    )
    .inputs(&[Param::path("machine_id").example("0f4d7265a9d03fc22b960d84c410343d7e432091")])
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
/// Takes the id or the DNS name of the device. Signed-in users see only devices of their device
/// groups.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/get-machine-by-id.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().get("0f4d7265a9d03fc22b960d84c410343d7e432091").send().await?;
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

http_core::call_options!(GetMachine);
