//! Operations and types of app permissions.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`QueryAppPermissions`] | `POST /cas/api/v1/app_permissions/` | `investigation.read` |

mod model;
mod query;

use http_core::Client;

pub use model::{AppPermission, AppPermissionFilters, AppPermissionScope, AppPermissionSortField};
pub use query::{QUERY, QueryAppPermissions};

/// The operations of app permissions; each method begins a request.
#[derive(Clone, Debug)]
pub struct AppPermissions {
    pub(crate) client: Client,
}

impl AppPermissions {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List OAuth apps and what they may do. See [`QueryAppPermissions`].
    pub fn query(&self) -> QueryAppPermissions {
        QueryAppPermissions::new(&self.client)
    }
}
