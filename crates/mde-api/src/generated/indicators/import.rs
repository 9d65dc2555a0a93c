//! `mde.indicators.import`: Create or update many indicators.

use http_core::{
    BodyKind, Cell, Checks, Client, Column, Effect, EffectKind, Fits, Form, ItemFailed, Kind,
    Operation, Outcome, Param, RateLimit, Request, Result, Undo, Verdicts,
};

use crate::indicators::Indicator;
use crate::indicators::IndicatorImportResult;

/// `mde.indicators.import`: Create or update many indicators.
pub static IMPORT: Operation = Operation::post("mde.indicators.import", "/api/indicators/import")
    .host("mde")
    .summary("Create or update many indicators")
    .help(
        "Some indicators can fail although the call succeeds. A tenant holds 15,000 \
active indicators at most.",
    )
    .inputs(&[Param::body("Indicators")
        .kind(Kind::Json)
        .required()
        .array()
        .checks(
            &Checks::new()
                .required(&[
                    "indicatorValue",
                    "indicatorType",
                    "action",
                    "title",
                    "description",
                ])
                .until(&["expirationTime"])
                .fits(Fits::new(
                    "indicatorValue",
                    "indicatorType",
                    &[
                        ("CertificateThumbprint", Form::Hex(40)),
                        ("DomainName", Form::Domain),
                        ("FileMd5", Form::Hex(32)),
                        ("FileSha1", Form::Hex(40)),
                        ("FileSha256", Form::Hex(64)),
                        ("IpAddress", Form::Ip),
                        ("Url", Form::Url),
                    ],
                ))
                .needs(&[("action", "Audit", "generateAlert")]),
        )
        .help("Indicators to create or update; a call takes 500.")
        .words(&[
            (
                "indicatorType",
                &[
                    "FileSha1",
                    "FileSha256",
                    "FileMd5",
                    "CertificateThumbprint",
                    "IpAddress",
                    "DomainName",
                    "Url",
                    "ProcessMemorySimilarityHash",
                    "WebCategory",
                ],
            ),
            (
                "action",
                &[
                    "Warn",
                    "Block",
                    "Audit",
                    "Alert",
                    "AlertAndBlock",
                    "BlockAndRemediate",
                    "Allowed",
                ],
            ),
            ("sourceType", &["User", "AadApp"]),
            ("severity", &["Informational", "Low", "Medium", "High"]),
        ])
        .example(concat!(
            "[{\"action\":\"Block\",\"description\":\"Command and control\",\"indi",
            "catorType\":\"IpAddress\",\"indicatorValue\":\"203.0.113.7\",\"title",
            "\":\"Ticket 4711\"}]"
        ))])
    .body(BodyKind::Json)
    .collection("value")
    .limits(&[RateLimit::per_minute(30)])
    .permissions(&["Ti.ReadWrite", "Ti.ReadWrite.All"], &["Ti.ReadWrite"])
    .verdicts(
        &Verdicts::new("value", ItemFailed::Is("isFailed", "true"))
            .name(&["indicator"])
            .reason(&["failureReason"])
            .asked("Indicators"),
    )
    .effect(
        Effect::new(EffectKind::Reversible).felt().undo(
            &Undo::by("mde.indicators.batch_delete")
                .created("IndicatorIds", "id")
                .lost(
                    "an indicator of the same value was overwritten; its former content is not \
restored",
                ),
        ),
    )
    .batch("Indicators", 500)
    .item_of(&crate::indicators::SUBMIT)
    .columns(&[
        Column::new("id", Cell::Id),
        Column::new("indicator", Cell::Name),
        Column::new("isFailed", Cell::Text),
        Column::new("failureReason", Cell::Text),
    ])
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/import-ti-indicators.md");

/// Create or update many indicators.
///
/// Some indicators can fail although the call succeeds. A tenant holds 15,000 active indicators
/// at most.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/import-ti-indicators.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.indicators().import([Default::default()]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct ImportIndicators {
    client: Client,
    request: Request,
}

impl ImportIndicators {
    pub(super) fn new(client: &Client, indicators: impl IntoIterator<Item = Indicator>) -> Self {
        let request = Request::new(&IMPORT)
            .set_json("Indicators", &indicators.into_iter().collect::<Vec<_>>());
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
    pub async fn send(self) -> Result<Outcome<Vec<IndicatorImportResult>>> {
        self.client.send_outcome_rows(self.request).await
    }
}

http_core::call_options!(ImportIndicators);
