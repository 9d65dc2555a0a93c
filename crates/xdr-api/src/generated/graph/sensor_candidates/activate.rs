//! `graph.sensor_candidates.activate`: Turn candidates into sensors.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Kind, Operation, Param, Request, Result, Target,
};

/// `graph.sensor_candidates.activate`: Turn candidates into sensors.
pub static ACTIVATE: Operation = Operation::post("graph.sensor_candidates.activate", "/v1.0/security/identities/sensorCandidates/activate").host("graph").summary("Turn candidates into sensors").inputs(&[Param::body("serverIds").kind(Kind::List).required().help("Ids of the candidates to turn into sensors.").example(concat!("29c86945-b14e-48f6-888f-ed466f716cb4,ba517d5f-7f02-4f42-8c82", "-087f09240b9f")),
]).body(BodyKind::Json).permissions(&["SecurityIdentitiesSensors.ReadWrite.All"], &["SecurityIdentitiesSensors.ReadWrite.All"]).target(&Target::new("serverIds", "graph.sensor_candidates.list").key("id").name(&["computerDnsName"]).shows(&["domainName"])).effect(Effect::new(EffectKind::Irreversible)).batch("serverIds", 0).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensorcandidate-activate.md");

/// Turn candidates into sensors.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-sensorcandidate-activate.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().sensor_candidates().activate(["29c86945-b14e-48f6-888f-ed466f716cb4", "ba517d5f-7f02-4f42-8c82-087f09240b9f"]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ActivateSensorCandidate {
    client: Client,
    request: Request,
}

impl ActivateSensorCandidate {
    pub(super) fn new(
        client: &Client,
        server_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let request = Request::new(&ACTIVATE).set(
            "serverIds",
            server_ids
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

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}

http_core::call_options!(ActivateSensorCandidate);
