//! Operations and types of browser extensions.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`ListBrowserExtensionPermissions`] | `GET /api/browserextensions/permissionsinfo` | `Software.Read.All` |

mod list_permissions;
mod model;

use http_core::{Client, Kind, Operation, Paging, Param, Status};

pub use list_permissions::ListBrowserExtensionPermissions;
pub use model::BrowserExtensionPermissionInfo;

/// `mde.browser_extensions.list_permissions`: List browser extension permissions with
/// descriptions. Status: preview.
pub static LIST_PERMISSIONS: Operation = Operation::get(
    "mde.browser_extensions.list_permissions",
    "/api/browserextensions/permissionsinfo",
)
.host("mde")
.summary("List browser extension permissions with descriptions")
.help(
    "Static text to join on key with the Permissions of \
mde.assessments.list_browser_extensions. The filter properties on the page \
are copied from the vulnerability list and do not fit this entity; do not \
filter. The page carries the pre-release banner.",
)
.status(Status::Preview)
.params(&[
    Param::query("$filter")
        .help("OData filter; text values in single quotes, a quote inside is doubled"),
    Param::query("$top").kind(Kind::Integer).help(
        "how many rows the service puts into one answer; not a total, use a limit \
on the caller's side for that",
    ),
    Param::query("$skip")
        .kind(Kind::Integer)
        .help("how many rows the service leaves out"),
])
.collection("value")
.paging(Paging::Skip)
.page_size(10000)
.filterable(&[
    "id",
    "name",
    "description",
    "cvssV3",
    "publishedOn",
    "severity",
    "updatedOn",
])
.permissions(&["Software.Read.All"], &["Software.Read"])
.source(
    "MicrosoftDocs/defender-docs:defender-endpoint/api/get-browser-extensions-permission-info.md",
);

/// The operations of browser extensions; each method begins a request.
#[derive(Clone, Debug)]
pub struct BrowserExtensions {
    client: Client,
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
