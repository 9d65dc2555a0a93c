//! `graph.sensor_migration.migrate`: Migrate sensors.

use http_core::{
    AnswerKind, Client, Effect, EffectKind, ItemFailed, Operation, Outcome, Request, Result,
    Status, Value, Verdicts,
};

/// `graph.sensor_migration.migrate`: Migrate sensors. Status: preview.
pub static MIGRATE: Operation = Operation::post(
    "graph.sensor_migration.migrate",
    "/beta/security/identities/sensorMigration/migrate",
)
.host("graph")
.summary("Migrate sensors")
.help("The members of the body are not documented.")
.status(Status::Preview)
.answer(AnswerKind::Object)
.permissions(
    &["SecurityIdentitiesMigration.ReadWrite.All"],
    &["SecurityIdentitiesMigration.ReadWrite.All"],
)
.verdicts(
    &Verdicts::new("failedMigrationSensorIds", ItemFailed::Listed)
        .note("the sensor was not migrated"),
)
.effect(Effect::new(EffectKind::Irreversible))
.source("microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json");

/// Migrate sensors.
///
/// The members of the body are not documented.
///
/// Source: `microsoftgraph/microsoft-graph-devx-content:permissions/new/permissions.json`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().sensor_migration().migrate().send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct MigrateSensorMigration {
    client: Client,
    request: Request,
}

impl MigrateSensorMigration {
    pub(super) fn new(client: &Client) -> Self {
        let request = Request::new(&MIGRATE);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer; what failed stands beside it.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind). Items that failed are no error of this call.
    pub async fn send(self) -> Result<Outcome<Value>> {
        self.client.send_outcome(self.request).await
    }
}

http_core::call_options!(MigrateSensorMigration);
