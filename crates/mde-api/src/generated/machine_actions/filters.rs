//! Conditions on the properties that the lists of this group filter by.

use http_core::{Id, Timestamp};

use crate::machine_actions::MachineAction;
use crate::machine_actions::MachineActionStatus;
use crate::machine_actions::MachineActionType;
use crate::machines::Machine;

http_core::odata_filter! {
    /// Conditions on the properties that [`ListMachineActions`](super::ListMachineActions) filters
    /// by, as far as the documents list them. Each method gives a
    /// [`Property`](http_core::odata::Property).
    pub struct MachineActionFilter {
        creation_date_time_utc: Timestamp = "creationDateTimeUtc",
        id: Id<MachineAction> = "id",
        machine_id: Id<Machine> = "machineId",
        requestor: String = "requestor",
        status: MachineActionStatus = "status",
        r#type: MachineActionType = "type",
    }
}
