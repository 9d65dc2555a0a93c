//! Operations and types of subscriptions.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CreateSubscription`] | `POST /v1.0/subscriptions` | `SecurityEvents.ReadWrite.All` |
//! | [`DeleteSubscription`] | `DELETE /v1.0/subscriptions/{subscription_id}` | `SecurityEvents.ReadWrite.All` |
//! | [`GetSubscription`] | `GET /v1.0/subscriptions/{subscription_id}` | `SecurityEvents.ReadWrite.All` |
//! | [`ListSubscriptions`] | `GET /v1.0/subscriptions` | `SecurityEvents.ReadWrite.All` |
//! | [`UpdateSubscription`] | `PATCH /v1.0/subscriptions/{subscription_id}` | `SecurityEvents.ReadWrite.All` |

mod create;
mod delete;
mod get;
mod list;
mod model;
mod update;

use http_core::{Answer, BodyKind, Client, Header, Id, Kind, Operation, Paging, Param, Timestamp};

pub use create::CreateSubscription;
pub use delete::DeleteSubscription;
pub use get::GetSubscription;
pub use list::ListSubscriptions;
pub use model::Subscription;
pub use update::UpdateSubscription;

/// `graph.subscriptions.create`: Subscribe to change notifications.
pub static CREATE: Operation = Operation::post("graph.subscriptions.create", "/v1.0/subscriptions").host("graph").summary("Subscribe to change notifications").help("For security only the first-generation alert resource is documented: \
security/alerts/{id} or security/alerts?$filter=…; alerts_v2 and \
incidents are not in the list of supported resources. 43200 minutes at \
most. The sample is the mail one.").params(&[Param::body("changeType").required().help("comma separated"),
Param::body("notificationUrl").required().help("must answer the validationToken within 10 seconds"),
Param::body("resource").required().help("security/alerts?$filter=status eq 'New'"),
Param::body("expirationDateTime").kind(Kind::Time).required(),
Param::body("clientState"),
Param::body("lifecycleNotificationUrl"),
Param::body("latestSupportedTlsVersion"),
]).body(BodyKind::Json).answer(Answer::Entity).permissions(&["SecurityEvents.ReadWrite.All"], &["SecurityEvents.ReadWrite.All"]).source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-post-subscriptions.md");

/// `graph.subscriptions.delete`: End a subscription.
pub static DELETE: Operation = Operation::delete(
    "graph.subscriptions.delete",
    "/v1.0/subscriptions/{subscription_id}",
)
.host("graph")
.summary("End a subscription")
.params(&[Param::path("subscription_id")])
.permissions(
    &["SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.ReadWrite.All"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-delete.md");

/// `graph.subscriptions.get`: Get one subscription.
pub static GET: Operation = Operation::get(
    "graph.subscriptions.get",
    "/v1.0/subscriptions/{subscription_id}",
)
.host("graph")
.summary("Get one subscription")
.params(&[Param::path("subscription_id")])
.headers(&[Header {
    name: "prefer",
    value: "include-unknown-enum-members",
}])
.answer(Answer::Entity)
.permissions(
    &["SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.ReadWrite.All"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-get.md");

/// `graph.subscriptions.list`: List subscriptions of the app.
pub static LIST: Operation = Operation::get("graph.subscriptions.list", "/v1.0/subscriptions")
    .host("graph")
    .summary("List subscriptions of the app")
    .headers(&[Header {
        name: "prefer",
        value: "include-unknown-enum-members",
    }])
    .collection("value")
    .paging(Paging::NextLink)
    .permissions(
        &["SecurityEvents.ReadWrite.All"],
        &["SecurityEvents.ReadWrite.All"],
    )
    .source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-list.md");

/// `graph.subscriptions.update`: Renew a subscription.
pub static UPDATE: Operation = Operation::patch(
    "graph.subscriptions.update",
    "/v1.0/subscriptions/{subscription_id}",
)
.host("graph")
.summary("Renew a subscription")
.params(&[
    Param::path("subscription_id"),
    Param::body("expirationDateTime")
        .kind(Kind::Time)
        .required(),
])
.body(BodyKind::Json)
.answer(Answer::Entity)
.permissions(
    &["SecurityEvents.ReadWrite.All"],
    &["SecurityEvents.ReadWrite.All"],
)
.source("microsoftgraph/microsoft-graph-docs:api-reference/v1.0/api/subscription-update.md");

/// The operations of subscriptions; each method begins a request.
#[derive(Clone, Debug)]
pub struct Subscriptions {
    client: Client,
}

impl Subscriptions {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Subscribe to change notifications. See [`CreateSubscription`].
    pub fn create(
        &self,
        change_type: impl Into<String>,
        notification_url: impl Into<String>,
        resource: impl Into<String>,
        expiration_date_time: impl Into<Timestamp>,
    ) -> CreateSubscription {
        CreateSubscription::new(
            &self.client,
            change_type,
            notification_url,
            resource,
            expiration_date_time,
        )
    }

    /// End a subscription. See [`DeleteSubscription`].
    pub fn delete(&self, subscription_id: impl Into<Id<Subscription>>) -> DeleteSubscription {
        DeleteSubscription::new(&self.client, subscription_id)
    }

    /// Get one subscription. See [`GetSubscription`].
    pub fn get(&self, subscription_id: impl Into<Id<Subscription>>) -> GetSubscription {
        GetSubscription::new(&self.client, subscription_id)
    }

    /// List subscriptions of the app. See [`ListSubscriptions`].
    pub fn list(&self) -> ListSubscriptions {
        ListSubscriptions::new(&self.client)
    }

    /// Renew a subscription. See [`UpdateSubscription`].
    pub fn update(
        &self,
        subscription_id: impl Into<Id<Subscription>>,
        expiration_date_time: impl Into<Timestamp>,
    ) -> UpdateSubscription {
        UpdateSubscription::new(&self.client, subscription_id, expiration_date_time)
    }
}
