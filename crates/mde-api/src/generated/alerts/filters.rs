//! Conditions on the properties that the lists of this group filter by.

use http_core::{Id, Timestamp};

use crate::alerts::Alert;
use crate::alerts::AlertSeverity;
use crate::alerts::AlertStatus;

http_core::odata_filter! {
    /// Conditions on the properties that [`ListAlerts`](super::ListAlerts) filters by, as far as
    /// the documents list them. Each method gives a [`Property`](http_core::odata::Property).
    pub struct AlertFilter {
        alert_creation_time: Timestamp = "alertCreationTime",
        assigned_to: String = "assignedTo",
        category: String = "category",
        detection_source: String = "detectionSource",
        id: Id<Alert> = "id",
        incident_id: i64 = "incidentId",
        investigation_id: i64 = "investigationId",
        last_event_time: Timestamp = "lastEventTime",
        last_update_time: Timestamp = "lastUpdateTime",
        severity: AlertSeverity = "severity",
        status: AlertStatus = "status",
    }
}
