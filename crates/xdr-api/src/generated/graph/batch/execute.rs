//! `graph.batch.execute`: Send up to 20 requests at once.

use http_core::{
    AnswerKind, BodyKind, Client, ItemFailed, Kind, Operation, Outcome, Param, Request, Result,
    Verdicts,
};

use crate::graph::batch::BatchRequestItem;
use crate::graph::batch::BatchResponse;

/// `graph.batch.execute`: Send up to 20 requests at once.
pub static EXECUTE: Operation = Operation::post("graph.batch.execute", "/v1.0/$batch")
    .host("graph")
    .summary("Send up to 20 requests at once")
    .help("Each part has its own status. Needs the permissions of the parts.")
    .inputs(&[Param::body("requests")
        .kind(Kind::Json)
        .required()
        .array()
        .help("Requests to send; 20 at most.")
        .example(concat!(
            "[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/security/alerts_v2?$top=1\"",
            "}]"
        ))])
    .body(BodyKind::Json)
    .answer(AnswerKind::Object)
    .verdicts(
        &Verdicts::new("responses", ItemFailed::From("status", 400))
            .name(&["id"])
            .reason(&["body/error/message", "body/error/code", "status"])
            .asked("requests"),
    )
    .batch("requests", 20)
    .source("microsoftgraph/microsoft-graph-docs:concepts/json-batching.md");

/// Send up to 20 requests at once.
///
/// Each part has its own status. Needs the permissions of the parts.
///
/// Source: `microsoftgraph/microsoft-graph-docs:concepts/json-batching.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().batch().execute([Default::default()]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ExecuteBatch {
    client: Client,
    request: Request,
}

impl ExecuteBatch {
    pub(super) fn new(
        client: &Client,
        requests: impl IntoIterator<Item = BatchRequestItem>,
    ) -> Self {
        let request =
            Request::new(&EXECUTE).set_json("requests", &requests.into_iter().collect::<Vec<_>>());
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
    pub async fn send(self) -> Result<Outcome<BatchResponse>> {
        self.client.send_outcome(self.request).await
    }
}

http_core::call_options!(ExecuteBatch);
