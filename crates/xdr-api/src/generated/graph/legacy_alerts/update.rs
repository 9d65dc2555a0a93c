//! `graph.legacy_alerts.update`: Update a first-generation alert.

use http_core::{
    BodyKind, Client, Effect, EffectKind, Id, Kind, Operation, Param, RateLimit, Request, Result,
    Status, Target, Timestamp, Undo,
};

use crate::graph::legacy_alerts::LegacyAlert;
use crate::graph::legacy_alerts::LegacyAlertFeedback;
use crate::graph::legacy_alerts::LegacyAlertStatus;
use crate::graph::legacy_alerts::SecurityVendorInformation;

/// `graph.legacy_alerts.update`: Update a first-generation alert. Status: legacy.
pub static UPDATE: Operation = Operation::patch(
    "graph.legacy_alerts.update",
    "/v1.0/security/alerts/{alert_id}",
)
.host("graph")
.summary("Update a first-generation alert")
.help("The service has returned no data since 15 October 2026.")
.status(Status::Legacy)
.replaced_by(&["graph.alerts.update"])
.inputs(&[
    Param::path("alert_id").example("ba911be7-f0d5-4f30-a8f9-53d7050d38be"),
    Param::body("vendorInformation")
        .kind(Kind::Json)
        .required()
        .help("Source of the record. `provider` and `vendor` are required.")
        .example("{\"provider\":\"IPC\",\"vendor\":\"Microsoft\"}"),
    Param::body("assignedTo")
        .help("Owner of the alert.")
        .example("ada@contoso.com"),
    Param::body("closedDateTime")
        .kind(Kind::Time)
        .help("When the alert was closed."),
    Param::body("comments")
        .kind(Kind::List)
        .help("Comment: `Closed in IPC` or `Closed in MCAS`."),
    Param::body("feedback")
        .kind(Kind::Enum(&[
            "unknown",
            "truePositive",
            "falsePositive",
            "benignPositive",
        ]))
        .help("Verdict on the alert."),
    Param::body("status")
        .kind(Kind::Enum(&[
            "unknown",
            "newAlert",
            "inProgress",
            "resolved",
        ]))
        .help("State of the alert."),
    Param::body("tags")
        .kind(Kind::List)
        .help("Tags of the alert. They replace the present ones."),
])
.body(BodyKind::Json)
.idempotent()
.appends(&["comments"])
.limits(&[RateLimit::per_minute(150)])
.limit_class("graph.legacy_alerts")
.permissions(
    &["SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.ReadWrite.All"],
)
.retired(
    "the service has returned no data since 2026-10-15. Use graph.alerts.update \
(PATCH /v1.0/security/alerts_v2/ID): status newAlert is new, feedback is \
classification with determination, comments are made with \
graph.alerts.create_comment, and no vendorInformation is sent. The \
permission is SecurityAlert.ReadWrite.All",
)
.target(
    &Target::new("alert_id", "graph.legacy_alerts.get")
        .name(&["title"])
        .shows(&["severity", "status", "assignedTo"]),
)
.effect(
    Effect::new(EffectKind::Reversible).undo(
        &Undo::by("graph.legacy_alerts.update")
            .carried(&["alert_id", "vendorInformation"])
            .restored(&[
                ("assignedTo", "assignedTo"),
                ("closedDateTime", "closedDateTime"),
                ("feedback", "feedback"),
                ("status", "status"),
                ("tags", "tags"),
            ])
            .lost("comments stay"),
    ),
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/alert-update.md");

/// Update a first-generation alert.
///
/// The service has returned no data since 15 October 2026.
///
/// Source: `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/alert-update.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// client.graph().legacy_alerts().update("ba911be7-f0d5-4f30-a8f9-53d7050d38be", &Default::default()).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct UpdateLegacyAlert {
    client: Client,
    request: Request,
}

impl UpdateLegacyAlert {
    pub(super) fn new(
        client: &Client,
        alert_id: impl Into<Id<LegacyAlert>>,
        vendor_information: &SecurityVendorInformation,
    ) -> Self {
        let alert_id: Id<LegacyAlert> = alert_id.into();
        let request = Request::new(&UPDATE)
            .set("alert_id", alert_id)
            .set_json("vendorInformation", vendor_information);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Owner of the alert.
    pub fn assigned_to(mut self, assigned_to: impl Into<String>) -> Self {
        let assigned_to: String = assigned_to.into();
        self.request = self.request.set("assignedTo", assigned_to);
        self
    }

    /// When the alert was closed.
    pub fn closed_date_time(mut self, closed_date_time: impl Into<Timestamp>) -> Self {
        let closed_date_time: Timestamp = closed_date_time.into();
        self.request = self.request.set("closedDateTime", closed_date_time);
        self
    }

    /// Comment: `Closed in IPC` or `Closed in MCAS`.
    pub fn comments(mut self, comments: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request = self.request.set(
            "comments",
            comments
                .into_iter()
                .map(Into::into)
                .collect::<Vec<String>>(),
        );
        self
    }

    /// Verdict on the alert.
    pub fn feedback(mut self, feedback: impl Into<LegacyAlertFeedback>) -> Self {
        let feedback: LegacyAlertFeedback = feedback.into();
        self.request = self.request.set("feedback", feedback);
        self
    }

    /// State of the alert.
    pub fn status(mut self, status: impl Into<LegacyAlertStatus>) -> Self {
        let status: LegacyAlertStatus = status.into();
        self.request = self.request.set("status", status);
        self
    }

    /// Tags of the alert. They replace the present ones.
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.request = self.request.set(
            "tags",
            tags.into_iter().map(Into::into).collect::<Vec<String>>(),
        );
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request; the answer holds nothing.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<()> {
        self.client.send_empty(self.request).await
    }
}

http_core::call_options!(UpdateLegacyAlert);
