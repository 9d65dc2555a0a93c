//! Conditions on the properties that the lists of this group filter by.

use http_core::Timestamp;

use crate::graph::incidents::IncidentTaskActionType;
use crate::graph::incidents::IncidentTaskStatus;

http_core::odata_filter! {
    /// Conditions on the properties that [`ListIncidentTasks`](super::ListIncidentTasks) filters
    /// by, as far as the documents list them. Each method gives a
    /// [`Property`](http_core::odata::Property).
    pub struct IncidentTaskFilter {
        action_type: IncidentTaskActionType = "actionType",
        created_date_time: Timestamp = "createdDateTime",
        status: IncidentTaskStatus = "status",
    }
}
