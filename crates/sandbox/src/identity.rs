//! Microsoft Entra ID: token endpoint, keys and metadata, and the check of tokens at the services.
//!
//! | part | file |
//! | --- | --- |
//! | applications, their secrets and certificates | `application.rs` |
//! | who the client is | `client.rs`; by an assertion `assertion.rs`, `certificate.rs`, `federated.rs` |
//! | one grant a file | `grants/` |
//! | device codes and refresh tokens | `sessions.rs` |
//! | managed identities | `managed.rs` |
//! | resources and the roles they know | `resource.rs` |
//! | claims, issue | `claims.rs`, `keys.rs` |
//! | bearer check at the services | `bearer.rs` |
//! | error bodies | `error.rs` |

mod application;
mod assertion;
pub(crate) mod bearer;
mod certificate;
mod claims;
mod client;
mod endpoints;
mod error;
mod federated;
mod form;
mod grants;
mod keys;
pub(crate) mod managed;
mod resource;
mod sessions;

pub use application::Application;
pub(crate) use application::default_application;
pub(crate) use bearer::Caller;
pub(crate) use endpoints::{answer, operation_id};
pub(crate) use federated::token as federated_token;
pub use sessions::Person;
pub(crate) use sessions::Sessions;

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
    /// What users do.
    pub(crate) person: Person,
    pub(crate) sessions: Sessions,
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
#[derive(Clone, Copy, Debug)]
pub(crate) struct Desk<'a> {
    pub(crate) identity: &'a Identity,
    pub(crate) tenant: &'a str,
    pub(crate) now: Timestamp,
}

#[cfg(test)]
pub(crate) mod tests;
