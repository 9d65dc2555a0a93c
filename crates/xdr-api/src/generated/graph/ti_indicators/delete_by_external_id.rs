//! `graph.ti_indicators.delete_by_external_id`: Delete indicators by external id.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, ItemFailed, Kind, Operation, Outcome, Param,
    RateLimit, Request, Result, Status, Value, Verdicts,
};

/// `graph.ti_indicators.delete_by_external_id`: Delete indicators by external id. Status:
/// legacy.
pub static DELETE_BY_EXTERNAL_ID: Operation = Operation::post("graph.ti_indicators.delete_by_external_id", "/beta/security/tiIndicators/deleteTiIndicatorsByExternalId").host("graph").summary("Delete indicators by external id").status(Status::Legacy).replaced_by(&["mde.indicators.batch_delete"]).inputs(&[Param::body("value").kind(Kind::List).required().help("External ids of the indicators.").example("d083fd54-891c-410d-9604-38ef7caabba3"),
]).body(BodyKind::Json).answer(AnswerKind::Object).limits(&[RateLimit::per_minute(1000),]).limit_class("graph.ti_indicators").permissions(&["ThreatIndicators.ReadWrite.OwnedBy"], &["ThreatIndicators.ReadWrite.OwnedBy"]).verdicts(&Verdicts::new("value", ItemFailed::IsNot("code", "0")).name(&["id", "externalId"]).reason(&["message", "subCode", "code"]).asked("value")).effect(Effect::new(EffectKind::Irreversible)).batch("value", 0).source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-deletetiindicatorsbyexternalid.md");

/// Delete indicators by external id.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-deletetiindicatorsbyexternalid.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().ti_indicators().delete_by_external_id(["d083fd54-891c-410d-9604-38ef7caabba3"]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct DeleteTiIndicatorByExternalId {
    client: Client,
    request: Request,
}

impl DeleteTiIndicatorByExternalId {
    pub(super) fn new(client: &Client, value: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let request = Request::new(&DELETE_BY_EXTERNAL_ID).set(
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

http_core::call_options!(DeleteTiIndicatorByExternalId);
