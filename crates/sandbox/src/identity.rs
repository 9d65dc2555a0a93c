//! Microsoft Entra ID: the token endpoints, the pages for browsers, keys and metadata, and
//! the check of tokens at the services.
//!
//! | part | file |
//! | --- | --- |
//! | applications, their secrets and certificates | `application.rs` |
//! | authentication of a client | `client.rs`; by assertion `assertion.rs`, `certificate.rs`, `federated.rs` |
//! | one grant a file | `grants/` |
//! | pages for a browser: sign-in, consent of an administrator | `authorize.rs` |
//! | device codes, authorization codes, refresh tokens, consents | `sessions.rs` |
//! | the user, and home realm discovery | `realm.rs` |
//! | managed identities | `managed.rs` |
//! | resources and their permissions | `resource.rs` |
//! | discovery documents | `discovery.rs` |
//! | claims and signatures of tokens | `claims.rs`, `keys.rs` |
//! | token check at the services | `bearer.rs` |
//! | error bodies | `error.rs` |
//!
//! Tokens are signed JWTs with real claims. Their issuer is `sandbox.invalid`, so that no
//! service and no client takes one for a real token.
//!
//! Not emulated: conditional access, multi-factor authentication, continuous access
//! evaluation, B2C, the implicit flow, SAML, token encryption, client credentials by mTLS.
//!
//! Source: entra-docs, `identity-platform` (`v2-oauth2-*.md`,
//! `access-token-claims-reference.md`, `reference-error-codes.md`).

mod application;
mod assertion;
mod authorize;
pub(crate) mod bearer;
mod certificate;
mod claims;
mod client;
mod discovery;
mod endpoints;
mod error;
mod federated;
mod form;
mod grants;
mod keys;
pub(crate) mod managed;
pub(crate) mod realm;
mod resource;
mod sessions;
mod validity;

pub use application::Application;
pub(crate) use application::default_application;
pub(crate) use bearer::Caller;
pub(crate) use claims::user_assertion;
pub(crate) use endpoints::{answer, operation_id};
pub(crate) use federated::token as federated_token;
pub use sessions::Person;
pub(crate) use sessions::Sessions;

use std::fmt;

use jiff::Timestamp;

use crate::customers::Customers;
use crate::tables::guests::Guest;
use error::TokenError;

/// Applications, tenants and sessions of an emulator.
pub(crate) struct Identity {
    /// The first is the default application.
    pub(crate) applications: Vec<Application>,
    /// Tenants without an application of their own.
    pub(crate) tenants: Vec<String>,
    /// Tenants of another cloud.
    pub(crate) foreign_tenants: Vec<String>,
    /// The cloud, by its name in the tables. It decides which names of APIs are known.
    pub(crate) cloud: String,
    /// Base address of the login service, for metadata and audiences.
    pub(crate) login_url: String,
    /// The legacy API token of Defender for Cloud Apps.
    pub(crate) mdca_api_token: String,
    /// What users do at sign-in and consent.
    pub(crate) person: Person,
    pub(crate) sessions: Sessions,
    /// Tokens that platforms have cached for their managed identities.
    pub(crate) managed: managed::TokenCache,
    /// Products of others that this emulator serves. Tokens are issued for their audiences.
    pub(crate) guests: Vec<&'static Guest>,
    /// Tenants in which the default application works for customers.
    pub(crate) customers: Customers,
}

impl Identity {
    /// Adds a multi-tenant application to the tenants where it is not registered. It is
    /// unusable there until an administrator consents.
    pub(crate) fn add_to_other_tenants(&mut self) {
        let mut tenants: Vec<_> = self.applications.iter().map(|one| &one.tenant_id).collect();
        tenants.extend(&self.tenants);
        let mut waiting: Vec<Application> = Vec::new();
        for application in self.applications.iter().filter(|one| one.multi_tenant) {
            for tenant in &tenants {
                let is_there = |one: &Application| {
                    one.tenant_id.eq_ignore_ascii_case(tenant)
                        && one.client_id.eq_ignore_ascii_case(&application.client_id)
                };
                if !self.applications.iter().chain(&waiting).any(is_there) {
                    let mut visitor = application.clone().tenant(tenant.as_str());
                    visitor.awaits_consent = true;
                    waiting.push(visitor);
                }
            }
        }
        self.applications.extend(waiting);
    }

    /// Adds the default application to the tenants of the customers.
    pub(crate) fn add_to_customers(&mut self) {
        let of_partner = self.applications.first();
        let visitors = of_partner.map(|partner| self.customers.applications(partner));
        self.applications.extend(visitors.unwrap_or_default());
    }

    /// Whether the emulator has this tenant. Ids match in any letter case.
    pub(crate) fn knows_tenant(&self, tenant: &str) -> bool {
        let is_it = |known: &str| known.eq_ignore_ascii_case(tenant);
        self.applications.iter().any(|one| is_it(&one.tenant_id))
            || self.tenants.iter().any(|known| is_it(known))
    }

    /// Checks that a tenant exists in this cloud.
    ///
    /// # Errors
    ///
    /// `AADSTS90002` for an unknown tenant, `AADSTS90038` for one of another cloud.
    pub(crate) fn check_tenant(&self, tenant: &str) -> Result<(), TokenError> {
        let is_it = |known: &String| known.eq_ignore_ascii_case(tenant);
        if self.foreign_tenants.iter().any(is_it) {
            return Err(TokenError::tenant_of_another_cloud(tenant));
        }
        if !self.knows_tenant(tenant) {
            return Err(TokenError::unknown_tenant(tenant));
        }
        Ok(())
    }

    /// An application that is present in a tenant.
    pub(crate) fn application(&self, tenant: &str, client_id: &str) -> Option<&Application> {
        self.applications.iter().find(|application| {
            application.tenant_id.eq_ignore_ascii_case(tenant)
                && application.client_id.eq_ignore_ascii_case(client_id)
                && self.is_present(application)
        })
    }

    /// Whether an application is present in its tenant: it is registered there, or an
    /// administrator has consented.
    pub(crate) fn is_present(&self, application: &Application) -> bool {
        let (tenant, client_id) = (&application.tenant_id, &application.client_id);
        !application.awaits_consent || self.sessions.has_consented(tenant, client_id)
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity")
            .field("applications", &self.applications)
            .finish_non_exhaustive()
    }
}

/// What a grant needs besides the form: the emulated directory, the tenant of the address,
/// and the time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TokenContext<'a> {
    pub(crate) identity: &'a Identity,
    /// The tenant in the address. It may be `common` or `organizations`.
    pub(crate) tenant: &'a str,
    /// The virtual time.
    pub(crate) now: Timestamp,
}

#[cfg(test)]
pub(crate) mod tests;
