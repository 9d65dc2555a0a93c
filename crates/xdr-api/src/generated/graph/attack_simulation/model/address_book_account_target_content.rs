//! `AddressBookAccountTargetContent`.

use crate::graph::attack_simulation::AccountTargetContentType;

http_core::entity! {
    /// Source: `microsoftgraph/msgraph-metadata:schemas/v1.0-Prod.csdl`.
    pub struct AddressBookAccountTargetContent {
        pub odata_type: Option<String> = "@odata.type",
        pub r#type: Option<AccountTargetContentType> = "type",
        pub account_target_emails: Vec<String> = "accountTargetEmails",
    }
}
