//! Operations and types of activities.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetActivity`] | `GET /api/v1/activities/{activity_id}/` | `investigation.read` |
//! | [`ListActivities`] | `GET /api/v1/activities/` | `investigation.read` |
//! | [`QueryActivities`] | `POST /api/v1/activities/` | `investigation.read` |
//! | [`ScanActivities`] | `POST /api/v1/activities/` | `investigation.read` |
//! | [`SendFeedback`] | `POST /api/v1/activities/{activity_id}/feedback` | `investigation.read` |

mod get;
mod list;
mod model;
mod query;
mod scan;
mod send_feedback;

use http_core::{Client, Id};

pub use get::{GET, GetActivity};
pub use list::{LIST, ListActivities};
pub use model::{
    Activity, ActivityActor, ActivityDevice, ActivityEventObject, ActivityFeedback,
    ActivityFilters, ActivityLocation, ActivityMainInfo, ActivityOperatingSystem, ActivityPage,
    ActivityResult, ActivityUser, ActivityUserAgent, ActivityUserAgentDeviceType, EntityPk,
    SortField,
};
pub use query::{QUERY, QueryActivities};
pub use scan::{SCAN, ScanActivities};
pub use send_feedback::{SEND_FEEDBACK, SendFeedback};

/// The operations of activities; each method begins a request.
#[derive(Clone, Debug)]
pub struct Activities {
    pub(crate) client: Client,
}

impl Activities {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one activity. See [`GetActivity`].
    pub fn get(&self, activity_id: impl Into<Id<Activity>>) -> GetActivity {
        GetActivity::new(&self.client, activity_id)
    }

    /// List activities of cloud apps, with filters in the query. See [`ListActivities`].
    pub fn list(&self) -> ListActivities {
        ListActivities::new(&self.client)
    }

    /// List activities of cloud apps, with filters in the body. See [`QueryActivities`].
    pub fn query(&self) -> QueryActivities {
        QueryActivities::new(&self.client)
    }

    /// Read many activities in scan mode. See [`ScanActivities`].
    pub fn scan(&self) -> ScanActivities {
        ScanActivities::new(&self.client)
    }

    /// Send feedback on an activity. See [`SendFeedback`].
    pub fn send_feedback(&self, activity_id: impl Into<Id<Activity>>) -> SendFeedback {
        SendFeedback::new(&self.client, activity_id)
    }
}
