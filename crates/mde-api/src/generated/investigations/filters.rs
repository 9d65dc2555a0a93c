//! Conditions on the properties that the lists of this group filter by.

use http_core::{Id, Timestamp};

use crate::investigations::Investigation;
use crate::investigations::InvestigationState;
use crate::machines::Machine;

http_core::odata_filter! {
    /// Conditions on the properties that [`ListInvestigations`](super::ListInvestigations) filters
    /// by, as far as the documents list them. Each method gives a
    /// [`Property`](http_core::odata::Property).
    pub struct InvestigationFilter {
        id: Id<Investigation> = "id",
        machine_id: Id<Machine> = "machineId",
        start_time: Timestamp = "startTime",
        state: InvestigationState = "state",
        triggering_alert_id: String = "triggeringAlertId",
    }
}
