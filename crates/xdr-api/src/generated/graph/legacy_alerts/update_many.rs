//! `graph.legacy_alerts.update_many`: Update several first-generation alerts.

use http_core::rows::Rows;
use http_core::{
    BodyKind, Cell, Client, Column, Continuation, Effect, EffectKind, Items, Kind, Operation, Page,
    Pager, Param, RateLimit, RawItems, Request, Result, Status,
};

use crate::graph::legacy_alerts::LegacyAlert;

/// `graph.legacy_alerts.update_many`: Update several first-generation alerts. Status: legacy.
pub static UPDATE_MANY: Operation = Operation::post(
    "graph.legacy_alerts.update_many",
    "/beta/security/alerts/updateAlerts",
)
.host("graph")
.summary("Update several first-generation alerts")
.help("The service has returned no data since 15 October 2026.")
.status(Status::Legacy)
.replaced_by(&["graph.alerts.update"])
.inputs(&[Param::body("value")
    .kind(Kind::Json)
    .required()
    .array()
    .help("Alerts to change, each with `id` and `vendorInformation`.")
    .words(&[
        (
            "feedback",
            &[
                "unknown",
                "truePositive",
                "falsePositive",
                "benignPositive",
                "unknownFutureValue",
            ],
        ),
        (
            "fileStates/fileHash/hashType",
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
            "historyStates/feedback",
            &[
                "unknown",
                "truePositive",
                "falsePositive",
                "benignPositive",
                "unknownFutureValue",
            ],
        ),
        (
            "historyStates/status",
            &[
                "unknown",
                "newAlert",
                "inProgress",
                "resolved",
                "dismissed",
                "unknownFutureValue",
            ],
        ),
        (
            "networkConnections/direction",
            &["unknown", "inbound", "outbound", "unknownFutureValue"],
        ),
        (
            "networkConnections/protocol",
            &[
                "unknown",
                "ip",
                "icmp",
                "igmp",
                "ggp",
                "ipv4",
                "tcp",
                "pup",
                "udp",
                "idp",
                "ipv6",
                "ipv6RoutingHeader",
                "ipv6FragmentHeader",
                "ipSecEncapsulatingSecurityPayload",
                "ipSecAuthenticationHeader",
                "icmpV6",
                "ipv6NoNextHeader",
                "ipv6DestinationOptions",
                "nd",
                "raw",
                "ipx",
                "spx",
                "spxII",
                "unknownFutureValue",
            ],
        ),
        (
            "networkConnections/status",
            &[
                "unknown",
                "attempted",
                "succeeded",
                "blocked",
                "failed",
                "unknownFutureValue",
            ],
        ),
        (
            "processes/fileHash/hashType",
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
            "processes/integrityLevel",
            &[
                "unknown",
                "untrusted",
                "low",
                "medium",
                "high",
                "system",
                "unknownFutureValue",
            ],
        ),
        (
            "registryKeyStates/hive",
            &[
                "unknown",
                "currentConfig",
                "currentUser",
                "localMachineSam",
                "localMachineSecurity",
                "localMachineSoftware",
                "localMachineSystem",
                "usersDefault",
                "unknownFutureValue",
            ],
        ),
        (
            "registryKeyStates/operation",
            &[
                "unknown",
                "create",
                "modify",
                "delete",
                "unknownFutureValue",
            ],
        ),
        (
            "registryKeyStates/valueType",
            &[
                "unknown",
                "binary",
                "dword",
                "dwordLittleEndian",
                "dwordBigEndian",
                "expandSz",
                "link",
                "multiSz",
                "none",
                "qword",
                "qwordlittleEndian",
                "sz",
                "unknownFutureValue",
            ],
        ),
        (
            "securityResources/resourceType",
            &["unknown", "attacked", "related", "unknownFutureValue"],
        ),
        (
            "severity",
            &[
                "unknown",
                "informational",
                "low",
                "medium",
                "high",
                "unknownFutureValue",
            ],
        ),
        (
            "status",
            &[
                "unknown",
                "newAlert",
                "inProgress",
                "resolved",
                "dismissed",
                "unknownFutureValue",
            ],
        ),
        (
            "userStates/emailRole",
            &["unknown", "sender", "recipient", "unknownFutureValue"],
        ),
        (
            "userStates/logonType",
            &[
                "unknown",
                "interactive",
                "remoteInteractive",
                "network",
                "batch",
                "service",
                "unknownFutureValue",
            ],
        ),
        (
            "userStates/userAccountType",
            &[
                "unknown",
                "standard",
                "power",
                "administrator",
                "unknownFutureValue",
            ],
        ),
    ])
    .example(concat!(
        "[{\"id\":\"ba911be7-f0d5-4f30-a8f9-53d7050d38be\",\"status\":\"reso",
        "lved\",\"vendorInformation\":{\"provider\":\"IPC\",\"vendor\":\"Micros",
        "oft\"}}]"
    ))])
.body(BodyKind::Json)
.collection("value")
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.legacy_alerts")
.permissions(
    &["SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.ReadWrite.All"],
)
.retired(
    "the service has returned no data since 2026-10-15. Use graph.alerts.update \
for each alert, twenty at a time through graph.batch.execute. The \
permission is SecurityAlert.ReadWrite.All",
)
.effect(Effect::new(EffectKind::Irreversible))
.batch("value", 0)
.columns(&[
    Column::new("id", Cell::Id),
    Column::new("title", Cell::Name),
    Column::new("severity", Cell::Severity),
    Column::new("status", Cell::Text),
    Column::new("createdDateTime", Cell::Age),
    Column::new("assignedTo", Cell::Text),
])
.source("microsoftgraph/microsoft-graph-docs:api-reference/beta/api/alert-updatealerts.md");

/// Update several first-generation alerts.
///
/// The service has returned no data since 15 October 2026.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/beta/api/alert-updatealerts.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let mut items = client.graph().legacy_alerts().update_many([Default::default()]).items();
/// while let Some(item) = items.next_item().await {
///     println!("{:?}", item?);
/// }
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
    pub(super) fn new(client: &Client, value: impl IntoIterator<Item = LegacyAlert>) -> Self {
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

    /// Begins where another reading of the list stopped: on the page after the continuation's.
    pub fn resume(mut self, continuation: &Continuation) -> Self {
        self.request = self.request.resume(continuation);
        self
    }

    /// Sends the request and decodes the first page.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<Page<LegacyAlert>> {
        self.client.page(self.request).await
    }

    /// All pages, one at a time.
    pub fn pages(self) -> Pager<LegacyAlert> {
        self.client.rows(self.request).into_pager()
    }

    /// All items, one at a time, decoded as they are taken.
    pub fn items(self) -> Items<LegacyAlert> {
        self.client.rows(self.request).into_items()
    }

    /// All items as their own bytes.
    pub fn raw_items(self) -> RawItems<LegacyAlert> {
        self.client.rows(self.request).into_raw_items()
    }

    /// All rows in batches, as their own bytes: the fastest way to pass a list on.
    pub fn rows(self) -> Rows {
        self.client.rows(self.request)
    }
}

http_core::call_options!(UpdateMany);
