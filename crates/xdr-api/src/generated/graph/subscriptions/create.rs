//! `graph.subscriptions.create`: Subscribe to change notifications.

use http_core::{
    AnswerKind, BodyKind, Client, Effect, EffectKind, Kind, Operation, Param, Request, Result,
    Timestamp, Undo,
};

use crate::graph::subscriptions::Subscription;

/// `graph.subscriptions.create`: Subscribe to change notifications.
pub static CREATE: Operation = Operation::post("graph.subscriptions.create", "/v1.0/subscriptions").host("graph").summary("Subscribe to change notifications").help("Only first-generation alerts can be watched. A subscription lasts 43,200 \
minutes (30 days) at most.").inputs(&[Param::body("changeType").required().help("Changes to report, separated by commas.").example("created,updated"),
Param::body("notificationUrl").required().help("Address that receives the notifications. It must echo the validation token \
within 10 seconds.").example("https://hooks.contoso.example/alerts"),
Param::body("resource").required().help("Resource to watch, with a filter if wanted.").example("security/alerts?$filter=status eq 'New'"),
Param::body("expirationDateTime").kind(Kind::Time).required().until().help("When the subscription ends."),
Param::body("clientState").help("Secret of your own that every notification carries; 128 characters at \
most.").example("a-secret-of-your-own"),
Param::body("lifecycleNotificationUrl").help("Address that receives notices about the subscription itself."),
Param::body("latestSupportedTlsVersion").help("Newest TLS version that the receiving address supports, such as v1_2."),
]).body(BodyKind::Json).answer(AnswerKind::Entity).permissions(&["SecurityEvents.ReadWrite.All"], &["SecurityEvents.ReadWrite.All"]).effect(Effect::new(EffectKind::Additive).undo(&Undo::by("graph.subscriptions.delete").created("subscription_id", "id"))).source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-post-subscriptions.md");

/// Subscribe to change notifications.
///
/// Only first-generation alerts can be watched. A subscription lasts 43,200 minutes (30 days)
/// at most.
///
/// Source:
/// `microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-post-subscriptions.md`.
///
/// ```
/// # use xdr_api::{Client, Result};
/// # async fn run(client: Client) -> Result<()> {
/// let answer = client.graph().subscriptions().create("created,updated", "https://hooks.contoso.example/alerts", "security/alerts?$filter=status eq 'New'", "2026-01-31T09:30:00Z").send().await?;
/// # Ok(())
/// # }
/// ```
#[must_use = "a request does nothing until sent"]
#[derive(Clone, Debug)]
pub struct CreateSubscription {
    client: Client,
    request: Request,
}

impl CreateSubscription {
    pub(super) fn new(
        client: &Client,
        change_type: impl Into<String>,
        notification_url: impl Into<String>,
        resource: impl Into<String>,
        expiration_date_time: impl Into<Timestamp>,
    ) -> Self {
        let change_type: String = change_type.into();
        let notification_url: String = notification_url.into();
        let resource: String = resource.into();
        let expiration_date_time: Timestamp = expiration_date_time.into();
        let request = Request::new(&CREATE)
            .set("changeType", change_type)
            .set("notificationUrl", notification_url)
            .set("resource", resource)
            .set("expirationDateTime", expiration_date_time);
        Self {
            client: client.clone(),
            request,
        }
    }

    /// Secret of your own that every notification carries; 128 characters at most.
    pub fn client_state(mut self, client_state: impl Into<String>) -> Self {
        let client_state: String = client_state.into();
        self.request = self.request.set("clientState", client_state);
        self
    }

    /// Address that receives notices about the subscription itself.
    pub fn lifecycle_notification_url(
        mut self,
        lifecycle_notification_url: impl Into<String>,
    ) -> Self {
        let lifecycle_notification_url: String = lifecycle_notification_url.into();
        self.request = self
            .request
            .set("lifecycleNotificationUrl", lifecycle_notification_url);
        self
    }

    /// Newest TLS version that the receiving address supports, such as `v1_2`.
    pub fn latest_supported_tls_version(
        mut self,
        latest_supported_tls_version: impl Into<String>,
    ) -> Self {
        let latest_supported_tls_version: String = latest_supported_tls_version.into();
        self.request = self
            .request
            .set("latestSupportedTlsVersion", latest_supported_tls_version);
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
    pub async fn send(self) -> Result<Subscription> {
        self.client.send(self.request).await
    }
}

http_core::call_options!(CreateSubscription);
