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
pub static MOVE: Operation = Operation::post("graph.alerts.move", "/v1.0/security/alerts_v2/moveAlerts").host("graph").summary("Move alerts into another or a new incident").inputs(&[Param::body("alertIds").kind(Kind::List).required().help("Ids of the alerts to move.").example("da638520395183410110_-1281741616"),
Param::body("incidentId").help("Incident that takes the alerts. Default: a new one.").example("1044"),
Param::body("alertComment").help("Comment to add to the alerts."),
Param::body("newCorrelationReasons").kind(Kind::Flags(&["repeatedAlertOccurrence", "sameGeography", "similarArtifacts", "sameTargetedAsset", "sameNetworkSegment", "eventSequence", "timeFrame", "sameThreatSource", "similarTTPsOrBehavior", "sameActor", "sameCampaign", "sharedIndicators", "sameAsset", "networkProximity", "eventCasualSequence", "temporalProximity", "lateralMovementPath"])).help("Reasons for the move, separated by commas."),
]).body(BodyKind::Json).answer(AnswerKind::Object).limit_class("graph.alerts").permissions(&["SecurityAlert.ReadWrite.All"], &["SecurityAlert.ReadWrite.All"]).target(&Target::new("alertIds", "graph.alerts.get").name(&["title"]).shows(&["severity", "status", "assignedTo", "serviceSource"])).effect(Effect::new(EffectKind::Irreversible)).batch("alertIds", 0).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-alert-movealerts.md");

/// Move alerts into another or a new incident.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-alert-movealerts.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().alerts().r#move(["da638520395183410110_-1281741616"]).send().await?;
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

    /// Incident that takes the alerts. Default: a new one.
    pub fn incident_id(mut self, incident_id: impl Into<Id<Incident>>) -> Self {
        let incident_id: Id<Incident> = incident_id.into();
        self.request = self.request.set("incidentId", incident_id);
        self
    }

    /// Comment to add to the alerts.
    pub fn alert_comment(mut self, alert_comment: impl Into<String>) -> Self {
        let alert_comment: String = alert_comment.into();
        self.request = self.request.set("alertComment", alert_comment);
        self
    }

    /// Reasons for the move, separated by commas.
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

http_core::call_options!(MoveAlert);
