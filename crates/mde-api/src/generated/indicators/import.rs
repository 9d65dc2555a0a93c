//! `mde.indicators.import`: Create or update up to 500 indicators.

use http_core::{
    BodyKind, Client, Items, Kind, Operation, Page, Pager, Param, RateLimit, RawItems, Request,
    Result,
};

use crate::indicators::Indicator;
use crate::indicators::IndicatorImportResult;

/// `mde.indicators.import`: Create or update up to 500 indicators.
pub static IMPORT: Operation = Operation::post("mde.indicators.import", "/api/indicators/import")
    .host("mde")
    .summary("Create or update up to 500 indicators")
    .help(
        "A 200 may hold failures: look at isFailed of every item. No hourly limit \
is given. 15,000 active indicators a tenant. No CIDR.",
    )
    .params(&[Param::body("Indicators")
        .kind(Kind::Json)
        .required()
        .help("1 to 500 items, each as in mde.indicators.submit")
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
    .source("MicrosoftDocs/defender-docs:defender-endpoint/api/import-ti-indicators.md");

/// Create or update up to 500 indicators.
///
/// A 200 may hold failures: look at isFailed of every item. No hourly limit is given. 15,000
/// active indicators a tenant. No CIDR.
///
/// Source: `MicrosoftDocs/defender-docs:defender-endpoint/api/import-ti-indicators.md`.
///
/// ```
/// # use mde_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.indicators().import([Default::default()]).items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
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

    /// Sends the request and decodes the first page.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Page<IndicatorImportResult>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<IndicatorImportResult> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<IndicatorImportResult> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<IndicatorImportResult> {
        self.client.rows(self.request).into_raw_items()
    }
}
