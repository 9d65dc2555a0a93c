//! `graph.ti_indicators.update_many`: Change several indicators.

use http_core::{
    BodyKind, Cell, Checks, Client, Column, Effect, EffectKind, ItemFailed, Kind, Operation,
    Outcome, Param, RateLimit, Request, Result, Status, Verdicts,
};

use crate::graph::ti_indicators::TiIndicator;

/// `graph.ti_indicators.update_many`: Change several indicators. Status: legacy.
pub static UPDATE_MANY: Operation = Operation::post(
    "graph.ti_indicators.update_many",
    "/beta/security/tiIndicators/updateTiIndicators",
)
.host("graph")
.summary("Change several indicators")
.status(Status::Legacy)
.replaced_by(&["mde.indicators.import"])
.inputs(&[Param::body("value")
    .kind(Kind::Json)
    .required()
    .array()
    .checks(&Checks::new().until(&["expirationDateTime"]))
    .help(
        "Indicators to change, each with `id`, `expirationDateTime` and \
`targetProduct`.",
    )
    .words(&[
        (
            "action",
            &["unknown", "allow", "block", "alert", "unknownFutureValue"],
        ),
        (
            "diamondModel",
            &[
                "unknown",
                "adversary",
                "capability",
                "infrastructure",
                "victim",
                "unknownFutureValue",
            ],
        ),
        (
            "fileHashType",
            &[
                "unknown",
                "sha1",
                "sha256",
                "md5",
                "authenticodeHash256",
                "lsHash",
                "ctph",
                "unknownFutureValue",
            ],
        ),
        (
            "tlpLevel",
            &[
                "unknown",
                "white",
                "green",
                "amber",
                "red",
                "unknownFutureValue",
            ],
        ),
    ])
    .example(concat!(
        "[{\"expirationDateTime\":\"2027-01-31T00:00:00Z\",\"id\":\"ec5e65ab",
        "-7795-4081-9770-4ea4af9680cd\",\"targetProduct\":\"Microsoft Def",
        "ender ATP\"}]"
    ))])
.body(BodyKind::Json)
.collection("value")
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
.effect(Effect::new(EffectKind::Irreversible))
.batch("value", 0)
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("description", Cell::Name),
    Column::new("action", Cell::Text),
    Column::new("threatType", Cell::Text),
    Column::new("severity", Cell::Number),
    Column::new("expirationDateTime", Cell::Age),
])
.source(
    "microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-updatetiindicators.md",
);

/// Change several indicators.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-updatetiindicators.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().ti_indicators().update_many([Default::default()]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateMany {
    client: Client,
    request: Request,
}

impl UpdateMany {
    pub(super) fn new(client: &Client, value: impl IntoIterator<Item = TiIndicator>) -> Self {
        let request =
            Request::new(&UPDATE_MANY).set_json("value", &value.into_iter().collect::<Vec<_>>());
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
    pub async fn send(self) -> Result<Outcome<Vec<TiIndicator>>> {
        self.client.send_outcome_rows(self.request).await
    }
}

http_core::call_options!(UpdateMany);
