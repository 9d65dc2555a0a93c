//! `AccountTargetContent`.

use crate::graph::attack_simulation::AddressBookAccountTargetContent;
use crate::graph::attack_simulation::IncludeAllAccountTargetContent;

http_core::family! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub enum AccountTargetContent {
        AddressBookAccountTarget(AddressBookAccountTargetContent) = "#microsoft.graph.addressBookAccountTargetContent",
        IncludeAllAccountTarget(IncludeAllAccountTargetContent) = "#microsoft.graph.includeAllAccountTargetContent",
    }
}
