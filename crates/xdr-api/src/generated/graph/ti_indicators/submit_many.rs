//! `graph.ti_indicators.submit_many`: Upload up to 100 indicators.

use http_core::{
    BodyKind, Cell, Checks, Client, Column, Effect, EffectKind, ItemFailed, Kind, Operation,
    Outcome, Param, RateLimit, Request, Result, Status, Undo, Verdicts,
};

use crate::graph::ti_indicators::TiIndicator;

/// `graph.ti_indicators.submit_many`: Upload up to 100 indicators. Status: legacy.
pub static SUBMIT_MANY: Operation = Operation::post(
    "graph.ti_indicators.submit_many",
    "/beta/security/tiIndicators/submitTiIndicators",
)
.host("graph")
.summary("Upload up to 100 indicators")
.status(Status::Legacy)
.replaced_by(&["mde.indicators.import"])
.inputs(&[Param::body("value")
    .kind(Kind::Json)
    .required()
    .array()
    .checks(&Checks::new().until(&["expirationDateTime"]))
    .help("Indicators to upload; 100 at most.")
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
        "[{\"action\":\"block\",\"description\":\"Ticket 4711\",\"domainName\":",
        "\"contoso.example\",\"expirationDateTime\":\"2027-01-31T00:00:00Z",
        "\",\"targetProduct\":\"Microsoft Defender ATP\",\"threatType\":\"Mal",
        "ware\",\"tlpLevel\":\"amber\"}]"
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
.effect(
    Effect::new(EffectKind::Additive)
        .undo(&Undo::by("graph.ti_indicators.delete_many").created("value", "id")),
)
.batch("value", 100)
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("description", Cell::Name),
    Column::new("action", Cell::Text),
    Column::new("threatType", Cell::Text),
    Column::new("severity", Cell::Number),
    Column::new("expirationDateTime", Cell::Age),
])
.source(
    "microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-submittiindicators.md",
);

/// Upload up to 100 indicators.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/tiindicator-submittiindicators.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().ti_indicators().submit_many([Default::default()]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct SubmitMany {
    client: Client,
    request: Request,
}

impl SubmitMany {
    pub(super) fn new(client: &Client, value: impl IntoIterator<Item = TiIndicator>) -> Self {
        let request =
            Request::new(&SUBMIT_MANY).set_json("value", &value.into_iter().collect::<Vec<_>>());
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

http_core::call_options!(SubmitMany);
