//! `graph.sensor_migration.migrate`: Migrate sensors.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, ItemFailed, Kind, Operation, Outcome, Param,
    Request, Result, Status, Target, Verdicts,
};

use crate::graph::sensor_migration::MigrateSensorsResult;

/// `graph.sensor_migration.migrate`: Migrate sensors. Status: preview.
pub static MIGRATE: Operation = Operation::post("graph.sensor_migration.migrate", "/beta/security/identities/sensorMigration/migrate").host("graph").summary("Migrate sensors").status(Status::Preview).inputs(&[Param::body("sensorIds").kind(Kind::List).required().help("Ids of the sensors to migrate.").example("dfa3df9c-bddf-4f5b-9153-5866055e1ee5"),
]).body(BodyKind::Json).answer(AnswerKind::Object).permissions(&["SecurityIdentitiesMigration.ReadWrite.All"], &["SecurityIdentitiesMigration.ReadWrite.All"]).verdicts(&Verdicts::new("failedMigrationSensorIds", ItemFailed::Listed).asked("sensorIds").note("the sensor was not migrated")).target(&Target::new("sensorIds", "graph.sensor_migration.list").key("id").name(&["displayName"]).shows(&["domainName", "migrationState"])).effect(Effect::new(EffectKind::Irreversible)).batch("sensorIds", 0).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-sensormigration-migrate.md");

/// Migrate sensors.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/beta/api/security-sensormigration-migrate.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().sensor_migration().migrate(["dfa3df9c-bddf-4f5b-9153-5866055e1ee5"]).send().await?;
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
    pub(super) fn new(
        client: &Client,
        sensor_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let request = Request::new(&MIGRATE).set(
            "sensorIds",
            sensor_ids
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
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
    pub async fn send(self) -> Result<Outcome<MigrateSensorsResult>> {
        self.client.send_outcome(self.request).await
    }
}

http_core::call_options!(MigrateSensorMigration);
