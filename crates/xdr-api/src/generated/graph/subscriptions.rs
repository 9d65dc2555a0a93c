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

use http_core::{Client, Id, Timestamp};

pub use create::{CREATE, CreateSubscription};
pub use delete::{DELETE, DeleteSubscription};
pub use get::{GET, GetSubscription};
pub use list::{LIST, ListSubscriptions};
pub use model::Subscription;
pub use update::{UPDATE, UpdateSubscription};

/// The operations of subscriptions; each method begins a request.
#[derive(Clone, Debug)]
pub struct Subscriptions {
    pub(crate) client: Client,
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

    /// List the subscriptions of the application. See [`ListSubscriptions`].
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
