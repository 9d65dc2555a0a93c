//! Operations and types of browser extensions.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListBrowserExtensionPermissions`] | `GET /api/browserextensions/permissionsinfo` | `Software.Read.All` |

mod filters;
mod list_permissions;
mod model;

use http_core::Client;

pub use filters::BrowserExtensionPermissionInfoFilter;
pub use list_permissions::{LIST_PERMISSIONS, ListBrowserExtensionPermissions};
pub use model::BrowserExtensionPermissionInfo;

/// The operations of browser extensions; each method begins a request.
#[derive(Clone, Debug)]
pub struct BrowserExtensions {
    pub(crate) client: Client,
}

impl BrowserExtensions {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// List browser extension permissions with descriptions. See
    /// [`ListBrowserExtensionPermissions`].
    pub fn list_permissions(&self) -> ListBrowserExtensionPermissions {
        ListBrowserExtensionPermissions::new(&self.client)
    }
}
