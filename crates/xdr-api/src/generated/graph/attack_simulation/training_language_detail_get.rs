//! `graph.attack_simulation.training_language_detail_get`: Get a training in one language.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::attack_simulation::Training;
use crate::graph::attack_simulation::TrainingLanguageDetail;

/// `graph.attack_simulation.training_language_detail_get`: Get a training in one language.
pub static TRAINING_LANGUAGE_DETAIL_GET: Operation = Operation::get("graph.attack_simulation.training_language_detail_get", "/v1.0/security/attackSimulation/trainings/{training_id}/languageDetails/{language_detail_id}").host("graph").summary("Get a training in one language").help("The ids are in `languageDetails` of a training that is read with \
`$expand=languageDetails`.").inputs(&[Param::path("training_id").example("3c80a28a-359a-4dc0-b88b-bc2d02f43828"),
Param::path("language_detail_id").example("32fbd5e6-4ebb-4fd2-9db7-184b9de809bb"),
]).headers(&[Header::new("prefer", "include-unknown-enum-members"),]).answer(AnswerKind::Entity).permissions(&["AttackSimulation.Read.All"], &["AttackSimulation.Read.All"]).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/traininglanguagedetail-get.md");

/// Get a training in one language.
///
/// The ids are in `languageDetails` of a training that is read with `$expand=languageDetails`.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/traininglanguagedetail-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().attack_simulation().training_language_detail_get("3c80a28a-359a-4dc0-b88b-bc2d02f43828", "32fbd5e6-4ebb-4fd2-9db7-184b9de809bb").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct TrainingLanguageDetailGet {
    client: Client,
    request: Request,
}

impl TrainingLanguageDetailGet {
    pub(super) fn new(
        client: &Client,
        training_id: impl Into<Id<Training>>,
        language_detail_id: impl Into<Id<TrainingLanguageDetail>>,
    ) -> Self {
        let training_id: Id<Training> = training_id.into();
        let language_detail_id: Id<TrainingLanguageDetail> = language_detail_id.into();
        let request = Request::new(&TRAINING_LANGUAGE_DETAIL_GET)
            .set("training_id", training_id)
            .set("language_detail_id", language_detail_id);
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
    pub async fn send(self) -> Result<TrainingLanguageDetail> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(TrainingLanguageDetailGet);
