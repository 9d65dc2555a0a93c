//! Operations and types of delegated admin relationships.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListDelegatedAdminRelationships`] | `GET /v1.0/tenantRelationships/delegatedAdminRelationships` | `DelegatedAdminRelationship.Read.All` |

mod list;
mod model;

use http_core::Client;

pub use list::{LIST, ListDelegatedAdminRelationships};
pub use model::{
    DelegatedAdminAccessDetails, DelegatedAdminRelationship,
    DelegatedAdminRelationshipCustomerParticipant, DelegatedAdminRelationshipStatus, UnifiedRole,
};

/// The operations of delegated admin relationships; each method begins a request.
#[derive(Clone, Debug)]
pub struct DelegatedAdminRelationships {
    pub(crate) client: Client,
}

impl DelegatedAdminRelationships {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List relationships with customers. See [`ListDelegatedAdminRelationships`].
    pub fn list(&self) -> ListDelegatedAdminRelationships {
        ListDelegatedAdminRelationships::new(&self.client)
    }
}
