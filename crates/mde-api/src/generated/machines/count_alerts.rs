//! `mde.machines.count_alerts`: Count a device's alerts.

use http_core::odata::Filter;
use http_core::{AnswerKind, Client, Id, Operation, Param, RateLimit, Request, Result};

use crate::machines::Machine;

/// `mde.machines.count_alerts`: Count a device's alerts.
pub static COUNT_ALERTS: Operation = Operation::get(
    "mde.machines.count_alerts",
    "/api/machines/{machine_id}/alerts/$count",
)
.host("mde")
.summary("Count a device's alerts")
.inputs(&[
    Param::path("machine_id").example("0f4d7265a9d03fc22b960d84c410343d7e432091"),
    Param::query("$filter")
        .help("OData filter. Text stands in single quotes; a quote inside is doubled.")
        .example("status eq 'New'"),
])
.answer(AnswerKind::Scalar)
.filterable(&["status"])
.limits(&[RateLimit::per_minute(100), RateLimit::per_hour(1500)])
.permissions(
    &["Alert.Read.All", "Alert.ReadWrite.All"],
    &["Alert.Read", "Alert.ReadWrite"],
)
.source("MicrosoftDocs/defender-docs:defender-endpoint/api/exposed-apis-odata-samples.md");

/// Count a device's alerts.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/exposed-apis-odata-samples.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.machines().count_alerts("0f4d7265a9d03fc22b960d84c410343d7e432091").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CountMachineAlerts {
    client: Client,
    request: Request,
}

impl CountMachineAlerts {
    pub(super) fn new(client: &Client, machine_id: impl Into<Id<Machine>>) -> Self {
        let machine_id: Id<Machine> = machine_id.into();
        let request = Request::new(&COUNT_ALERTS).set("machine_id", machine_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// OData filter. Text stands in single quotes; a quote inside is doubled.
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter: Filter = filter.into();
        self.request = self.request.filter(filter);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and gives the single value of the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<i64> {
        self.client.send_scalar(self.request).await
    }
}

http_core::call_options!(CountMachineAlerts);
