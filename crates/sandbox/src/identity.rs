//! Microsoft Entra ID: token endpoint, keys and metadata, and the check of tokens at the services.
//!
//! | part | file |
//! | --- | --- |
//! | applications and their secrets | `application.rs` |
//! | who the client is | `client.rs` |
//! | one grant a file | `grants/` |
//! | resources and the roles they know | `resource.rs` |
//! | claims, issue | `claims.rs`, `keys.rs` |
//! | bearer check at the services | `bearer.rs` |
//! | error bodies | `error.rs` |

mod application;
pub(crate) mod bearer;
mod claims;
mod client;
mod endpoints;
mod error;
mod form;
mod grants;
mod keys;
mod resource;

pub use application::Application;
pub(crate) use application::default_application;
pub(crate) use bearer::Caller;
pub(crate) use endpoints::{answer, operation_id};

use std::fmt;

use jiff::Timestamp;

/// Applications and tenants that this emulator knows.
pub(crate) struct Identity {
    /// The first one is the default application.
    pub(crate) applications: Vec<Application>,
    /// Where the login service answers, for metadata.
    pub(crate) login_url: String,
    /// The fixed legacy token of Defender for Cloud Apps.
    pub(crate) mdca_api_token: String,
}

impl Identity {
    pub(crate) fn knows_tenant(&self, tenant: &str) -> bool {
        self.applications
            .iter()
            .any(|application| application.tenant_id.eq_ignore_ascii_case(tenant))
    }

    pub(crate) fn application(&self, tenant: &str, client_id: &str) -> Option<&Application> {
        self.applications.iter().find(|application| {
            application.tenant_id.eq_ignore_ascii_case(tenant)
                && application.client_id.eq_ignore_ascii_case(client_id)
        })
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity")
            .field("applications", &self.applications)
            .finish_non_exhaustive()
    }
}

/// Everything a grant needs beside its form.
#[derive(Debug)]
pub(crate) struct Desk<'a> {
    pub(crate) identity: &'a Identity,
    pub(crate) tenant: &'a str,
    pub(crate) now: Timestamp,
}

#[cfg(test)]
mod tests;
