//! `graph.attack_simulation.end_user_notification_get`: Get one end-user notification.

use http_core::{AnswerKind, Client, Header, Id, Operation, Param, Request, Result};

use crate::graph::attack_simulation::EndUserNotification;

/// `graph.attack_simulation.end_user_notification_get`: Get one end-user notification.
pub static END_USER_NOTIFICATION_GET: Operation = Operation::get(
    "graph.attack_simulation.end_user_notification_get",
    "/v1.0/security/attackSimulation/endUserNotifications/{end_user_notification_id}",
)
.host("graph")
.summary("Get one end-user notification")
.inputs(&[Param::path("end_user_notification_id").example("4ff2e749-d667-45c1-b73c-222a3c6395c1")])
.headers(&[Header::new("prefer", "include-unknown-enum-members")])
.answer(AnswerKind::Entity)
.permissions(
    &["AttackSimulation.Read.All"],
    &["AttackSimulation.Read.All"],
)
.source(
    "microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/endusernotification-get.md",
);

/// Get one end-user notification.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs-contrib:api-reference/v1.0/api/endusernotification-get.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().attack_simulation().end_user_notification_get("4ff2e749-d667-45c1-b73c-222a3c6395c1").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct EndUserNotificationGet {
    client: Client,
    request: Request,
}

impl EndUserNotificationGet {
    pub(super) fn new(
        client: &Client,
        end_user_notification_id: impl Into<Id<EndUserNotification>>,
    ) -> Self {
        let end_user_notification_id: Id<EndUserNotification> = end_user_notification_id.into();
        let request = Request::new(&END_USER_NOTIFICATION_GET)
            .set("end_user_notification_id", end_user_notification_id);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Sends the request and decodes the answer.
    ///
    /// # Errors
    /// See [`ErrorKind`](http_core::ErrorKind).
    pub async fn send(self) -> Result<EndUserNotification> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(EndUserNotificationGet);
