//! Conditions on the properties that the lists of this group filter by.

use http_core::Timestamp;

use crate::incidents::XdrIncidentStatus;

http_core::odata_filter! {
    /// Conditions on the properties that [`ListIncidents`](super::ListIncidents) filters by, as far
    /// as the documents list them. Each method gives a [`Property`](http_core::odata::Property).
    pub struct XdrIncidentFilter {
        assigned_to: String = "assignedTo",
        created_time: Timestamp = "createdTime",
        last_update_time: Timestamp = "lastUpdateTime",
        status: XdrIncidentStatus = "status",
    }
}
