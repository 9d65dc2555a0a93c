//! Operations and types of alerts.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`CloseBenign`] | `POST /api/v1/alerts/close_benign/` | `investigation.manage` |
//! | [`CloseFalsePositive`] | `POST /api/v1/alerts/close_false_positive/` | `investigation.manage` |
//! | [`CloseTruePositive`] | `POST /api/v1/alerts/close_true_positive/` | `investigation.manage` |
//! | [`DismissAlert`] | `POST /api/v1/alerts/{alert_id}/dismiss/` | `investigation.manage` |
//! | [`DismissBulk`] | `POST /api/v1/alerts/dismiss_bulk/` | `investigation.manage` |
//! | [`GetAlert`] | `GET /api/v1/alerts/{alert_id}/` | `investigation.read` |
//! | [`ListAlerts`] | `GET /api/v1/alerts/` | `investigation.read` |
//! | [`MarkRead`] | `POST /api/v1/alerts/{alert_id}/read/` | `investigation.read` |
//! | [`MarkUnread`] | `POST /api/v1/alerts/{alert_id}/unread/` | `investigation.read` |
//! | [`QueryAlerts`] | `POST /api/v1/alerts/` | `investigation.read` |
//! | [`ResolveAlert`] | `POST /api/v1/alerts/resolve/` | `investigation.manage` |

mod close_benign;
mod close_false_positive;
mod close_true_positive;
mod dismiss;
mod dismiss_bulk;
mod get;
mod list;
mod mark_read;
mod mark_unread;
mod model;
mod query;
mod resolve;

use http_core::{Client, Id};

pub use close_benign::{CLOSE_BENIGN, CloseBenign};
pub use close_false_positive::{CLOSE_FALSE_POSITIVE, CloseFalsePositive};
pub use close_true_positive::{CLOSE_TRUE_POSITIVE, CloseTruePositive};
pub use dismiss::{DISMISS, DismissAlert};
pub use dismiss_bulk::{DISMISS_BULK, DismissBulk};
pub use get::{GET, GetAlert};
pub use list::{LIST, ListAlerts};
pub use mark_read::{MARK_READ, MarkRead};
pub use mark_unread::{MARK_UNREAD, MarkUnread};
pub use model::{
    Alert, AlertEntity, AlertEvidence, AlertFilters, AlertPage, AlertSortField, CloseAlertsRequest,
    CloseAlertsResult,
};
pub use query::{QUERY, QueryAlerts};
pub use resolve::{RESOLVE, ResolveAlert};

/// The operations of alerts; each method begins a request.
#[derive(Clone, Debug)]
pub struct Alerts {
    pub(crate) client: Client,
}

impl Alerts {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Close alerts as benign. See [`CloseBenign`].
    pub fn close_benign(&self, filters: &AlertFilters) -> CloseBenign {
        CloseBenign::new(&self.client, filters)
    }

    /// Close alerts as false positive. See [`CloseFalsePositive`].
    pub fn close_false_positive(&self, filters: &AlertFilters) -> CloseFalsePositive {
        CloseFalsePositive::new(&self.client, filters)
    }

    /// Close alerts as true positive. See [`CloseTruePositive`].
    pub fn close_true_positive(&self, filters: &AlertFilters) -> CloseTruePositive {
        CloseTruePositive::new(&self.client, filters)
    }

    /// Dismiss one alert (old form). See [`DismissAlert`].
    pub fn dismiss(&self, alert_id: impl Into<Id<Alert>>) -> DismissAlert {
        DismissAlert::new(&self.client, alert_id)
    }

    /// Dismiss alerts matching filters (old form). See [`DismissBulk`].
    pub fn dismiss_bulk(&self, filters: &AlertFilters) -> DismissBulk {
        DismissBulk::new(&self.client, filters)
    }

    /// Get one alert. See [`GetAlert`].
    pub fn get(&self, alert_id: impl Into<Id<Alert>>) -> GetAlert {
        GetAlert::new(&self.client, alert_id)
    }

    /// List alerts, with filters in the query. See [`ListAlerts`].
    pub fn list(&self) -> ListAlerts {
        ListAlerts::new(&self.client)
    }

    /// Mark an alert as read. See [`MarkRead`].
    pub fn mark_read(&self, alert_id: impl Into<Id<Alert>>) -> MarkRead {
        MarkRead::new(&self.client, alert_id)
    }

    /// Mark an alert as unread. See [`MarkUnread`].
    pub fn mark_unread(&self, alert_id: impl Into<Id<Alert>>) -> MarkUnread {
        MarkUnread::new(&self.client, alert_id)
    }

    /// List alerts, with filters in the body. See [`QueryAlerts`].
    pub fn query(&self) -> QueryAlerts {
        QueryAlerts::new(&self.client)
    }

    /// Resolve alerts matching filters (old form). See [`ResolveAlert`].
    pub fn resolve(&self, filters: &AlertFilters) -> ResolveAlert {
        ResolveAlert::new(&self.client, filters)
    }
}
