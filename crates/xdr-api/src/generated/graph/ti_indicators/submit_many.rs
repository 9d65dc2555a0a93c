//! `graph.ti_indicators.submit_many`: Upload up to 100 indicators.

use http_core::{
    BodyKind, Client, Items, Kind, Operation, Page, Pager, Param, RateLimit, RawItems, Request,
    Result, Status,
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
.params(&[Param::body("value")
    .kind(Kind::Json)
    .required()
    .help("100 at most")
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
/// let mut items = client.graph().ti_indicators().submit_many([Default::default()]).items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
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

    /// Sends the request and decodes the first page.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Page<TiIndicator>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<TiIndicator> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<TiIndicator> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<TiIndicator> {
        self.client.rows(self.request).into_raw_items()
    }
}
