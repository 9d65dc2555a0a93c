//! `graph.ti_indicators.delete_many`: Delete several indicators.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, ItemFailed, Kind, Operation, Outcome, Param,
    RateLimit, Request, Result, Status, Target, Value, Verdicts,
};

/// `graph.ti_indicators.delete_many`: Delete several indicators. Status: legacy.
pub static DELETE_MANY: Operation = Operation::post(
    "graph.ti_indicators.delete_many",
    "/beta/security/tiIndicators/deleteTiIndicators",
)
.host("graph")
.summary("Delete several indicators")
.status(Status::Legacy)
.replaced_by(&["mde.indicators.batch_delete"])
.inputs(&[Param::body("value")
    .kind(Kind::List)
    .required()
    .help("Ids of the indicators.")
    .example("ec5e65ab-7795-4081-9770-4ea4af9680cd")])
.body(BodyKind::Json)
.answer(AnswerKind::Object)
.limits(&[RateLimit::per_minute(1000)])
.limit_class("graph.ti_indicators")
.permissions(
    &["ThreatIndicators.ReadWrite.OwnedBy"],
    &["ThreatIndicators.ReadWrite.OwnedBy"],
)
.verdicts(
    &Verdicts::new("value", ItemFailed::IsNot("code", "0"))
        .name(&["id", "externalId"])
        .reason(&["message", "subCode", "code"])
        .asked("value"),
)
.target(
    &Target::new("value", "graph.ti_indicators.get")
        .name(&["description"])
        .shows(&["action", "targetProduct", "expirationDateTime"]),
)
.effect(Effect::new(EffectKind::Irreversible))
.batch("value", 0)
.source(
    "microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-deletetiindicators.md",
);

/// Delete several indicators.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-deletetiindicators.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().ti_indicators().delete_many(["ec5e65ab-7795-4081-9770-4ea4af9680cd"]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteMany {
    client: Client,
    request: Request,
}

impl DeleteMany {
    pub(super) fn new(client: &Client, value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let request = Request::new(&DELETE_MANY).set(
            "value",
            value.into_iter().map(Into::into).collect::<Vec<String>>(),
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
    pub async fn send(self) -> Result<Outcome<Value>> {
        self.client.send_outcome(self.request).await
    }
}

http_core::call_options!(DeleteMany);
