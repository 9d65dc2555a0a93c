//! `graph.incidents.merge`: Merge several incidents into one.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Flags, Id, Kind, Operation, Param, Request,
    Result, Target,
};

use crate::graph::alerts::MergeResponse;
use crate::graph::incidents::Incident;
use crate::graph::incidents::MergeReasons;

/// `graph.incidents.merge`: Merge several incidents into one.
pub static MERGE: Operation = Operation::post("graph.incidents.merge", "/v1.0/security/incidents/mergeIncidents").host("graph").summary("Merge several incidents into one").help("The service chooses the surviving incident: see `targetIncidentId`.").inputs(&[Param::body("incidentIds").kind(Kind::List).required().help("Numbers of the incidents to merge.").example("1044,1053"),
Param::body("incidentComment").help("Comment to add to the incident.").example("Ticket 4711"),
Param::body("mergeReasons").kind(Kind::Flags(&["repeatedAlertOccurrence", "sameGeography", "similarArtifacts", "sameTargetedAsset", "sameNetworkSegment", "eventSequence", "timeFrame", "sameThreatSource", "similarTTPsOrBehavior", "sameActor", "sameCampaign", "sharedIndicators", "sameAsset", "networkProximity", "eventCasualSequence", "temporalProximity", "lateralMovementPath"])).help("Reasons for the merge, separated by commas."),
]).body(BodyKind::Json).answer(AnswerKind::Object).permissions(&["SecurityIncident.ReadWrite.All"], &["SecurityIncident.ReadWrite.All"]).target(&Target::new("incidentIds", "graph.incidents.get").name(&["displayName"]).shows(&["severity", "status", "assignedTo"])).effect(Effect::new(EffectKind::Irreversible)).batch("incidentIds", 0).source("microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-incident-mergeincidents.md");

/// Merge several incidents into one.
///
/// The service chooses the surviving incident: see `targetIncidentId`.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/security-incident-mergeincidents.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().incidents().merge(["1044", "1053"]).send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct MergeIncident {
    client: Client,
    request: Request,
}

impl MergeIncident {
    pub(super) fn new(
        client: &Client,
        incident_ids: impl IntoIterator<Item = impl Into<Id<Incident>>>,
    ) -> Self {
        let request = Request::new(&MERGE).set(
            "incidentIds",
            incident_ids
                .into_iter()
                .map(Into::into)
                .collect::<Vec<Id<Incident>>>(),
        );
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Comment to add to the incident.
    pub fn incident_comment(mut self, incident_comment: impl Into<String>) -> Self {
        let incident_comment: String = incident_comment.into();
        self.request = self.request.set("incidentComment", incident_comment);
        self
    }

    /// Reasons for the merge, separated by commas.
    pub fn merge_reasons(mut self, merge_reasons: impl Into<Flags<MergeReasons>>) -> Self {
        let merge_reasons: Flags<MergeReasons> = merge_reasons.into();
        self.request = self.request.set("mergeReasons", merge_reasons);
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

http_core::call_options!(MergeIncident);
