//! `graph.alerts.move`: Move alerts into another or a new incident.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Flags, Id, Kind, Operation, Param, Request,
    Result, Target,
};

use crate::graph::alerts::Alert;
use crate::graph::alerts::MergeResponse;
use crate::graph::alerts::NewCorrelationReasons;
use crate::graph::incidents::Incident;

/// `graph.alerts.move`: Move alerts into another or a new incident.
pub static MOVE: Operation = Operation::post("graph.alerts.move", "/v1.0/security/alerts_v2/moveAlerts").host("graph").summary("Move alerts into another or a new incident").help("Permission inferred from the resource, the include with the table is not \
stored. eventCasualSequence is spelled so in the metadata.").inputs(&[Param::body("alertIds").kind(Kind::List).required(),
Param::body("incidentId").help("null or left out: a new incident is made"),
Param::body("alertComment"),
Param::body("newCorrelationReasons").kind(Kind::Flags(&["repeatedAlertOccurrence", "sameGeography", "similarArtifacts", "sameTargetedAsset", "sameNetworkSegment", "eventSequence", "timeFrame", "sameThreatSource", "similarTTPsOrBehavior", "sameActor", "sameCampaign", "sharedIndicators", "sameAsset", "networkProximity", "eventCasualSequence", "temporalProximity", "lateralMovementPath"])).help("flags: one comma-separated string"),
]).body(BodyKind::Json).answer(AnswerKind::Object).limit_class("graph.alerts").permissions(&["SecurityAlert.ReadWrite.All"], &["SecurityAlert.ReadWrite.All"]).target(&Target::new("alertIds", "graph.alerts.get").name(&["title"]).shows(&["severity", "status", "assignedTo", "serviceSource"])).effect(Effect::new(EffectKind::Irreversible)).batch("alertIds", 0).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-alert-movealerts.md");

/// Move alerts into another or a new incident.
///
/// Permission inferred from the resource, the include with the table is not stored.
/// eventCasualSequence is spelled so in the metadata.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-alert-movealerts.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().alerts().r#move(["alert-ids"]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct MoveAlert {
    client: Client,
    request: Request,
}

impl MoveAlert {
    pub(super) fn new(
        client: &Client,
        alert_ids: impl IntoIterator<Item = impl Into<Id<Alert>>>,
    ) -> Self {
        let request = Request::new(&MOVE).set(
            "alertIds",
            alert_ids
                .into_iter()
                .map(Into::into)
                .collect::<Vec<Id<Alert>>>(),
        );
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Incident id. Null or left out: a new incident is made.
    pub fn incident_id(mut self, incident_id: impl Into<Id<Incident>>) -> Self {
        let incident_id: Id<Incident> = incident_id.into();
        self.request = self.request.set("incidentId", incident_id);
        self
    }

    /// Alert comment.
    pub fn alert_comment(mut self, alert_comment: impl Into<String>) -> Self {
        let alert_comment: String = alert_comment.into();
        self.request = self.request.set("alertComment", alert_comment);
        self
    }

    /// New correlation reasons. Flags: one comma-separated string.
    pub fn new_correlation_reasons(
        mut self,
        new_correlation_reasons: impl Into<Flags<NewCorrelationReasons>>,
    ) -> Self {
        let new_correlation_reasons: Flags<NewCorrelationReasons> = new_correlation_reasons.into();
        self.request = self
            .request
            .set("newCorrelationReasons", new_correlation_reasons);
        self
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<MergeResponse> {
        self.client.send(self.request).await
    }
}
