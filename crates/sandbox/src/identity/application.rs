//! Registered applications.

use std::fmt;

use super::certificate::Certificate;
use super::error::TokenError;

/// The tenant of the default application.
pub(crate) const TENANT_ID: &str = "0d5a4db0-5a4d-4b05-a000-000000000001";
const CLIENT_ID: &str = "c11e5a4d-b05a-4d4b-8000-000000000001";
/// What native applications register.
const LOOPBACK: &str = "http://localhost";
/// Holds every character that a client must encode in a form.
const CLIENT_SECRET: &str = "sandbox~Secret.1_with-odd/characters+and=signs&100%";

/// An application registered with the emulated Entra ID.
///
/// Without [`roles`](Application::roles) it holds every application permission of the tables.
#[derive(Clone)]
pub struct Application {
    pub(crate) tenant_id: String,
    pub(crate) client_id: String,
    pub(crate) client_secret: String,
    pub(crate) roles: Option<Vec<String>>,
    pub(crate) secret_expired: bool,
    pub(crate) public_client: bool,
    pub(crate) multi_tenant: bool,
    /// It is of another tenant, and nothing here before an administrator has consented.
    pub(crate) awaits_consent: bool,
    pub(crate) disabled: bool,
    pub(crate) redirect_uris: Vec<String>,
    pub(crate) certificates: Vec<Certificate>,
    pub(crate) federated: Vec<FederatedCredential>,
}

impl Application {
    /// An application of the default tenant with one secret and every permission.
    pub fn new(client_id: impl Into<String>, client_secret: impl Into<String>) -> Application {
        Application {
            tenant_id: TENANT_ID.to_owned(),
            client_id: client_id.into(),
            client_secret: client_secret.into(),
            roles: None,
            secret_expired: false,
            public_client: false,
            multi_tenant: false,
            awaits_consent: false,
            disabled: false,
            redirect_uris: vec![LOOPBACK.to_owned()],
            certificates: Vec::new(),
            federated: Vec::new(),
        }
    }

    /// Puts it into another tenant, which is thereby known; each tenant has data of its own.
    #[must_use]
    pub fn tenant(mut self, tenant_id: impl Into<String>) -> Application {
        self.tenant_id = tenant_id.into();
        self
    }

    /// The application permissions it holds. A token carries those that its resource knows; an
    /// empty list gives a token without a `roles` claim, as Entra does.
    #[must_use]
    pub fn roles<I, S>(mut self, roles: I) -> Application
    where
        I: IntoIterator<Item = S>,
        S: Into<String>,
    {
        self.roles = Some(roles.into_iter().map(Into::into).collect());
        self
    }

    /// Registers a certificate, given as PEM or DER: assertions that its key has signed are taken in place of the
    /// secret. What else stands in the PEM text is passed over; what holds no certificate registers none.
    #[must_use]
    pub fn certificate(mut self, certificate: impl AsRef<[u8]>) -> Application {
        self.certificates
            .extend(Certificate::read(certificate.as_ref()));
        self
    }

    /// Trusts an issuer to vouch for it as this subject: tokens of
    /// [`Sandbox::federated_token`](crate::Sandbox::federated_token) are taken in place of the secret.
    #[must_use]
    pub fn federated(
        mut self,
        issuer: impl Into<String>,
        subject: impl Into<String>,
    ) -> Application {
        self.federated.push(FederatedCredential {
            issuer: issuer.into(),
            subject: subject.into(),
        });
        self
    }

    /// Allows public client flows: users sign in to it without its secret. The default application does.
    #[must_use]
    pub fn public_client(mut self) -> Application {
        self.public_client = true;
        self
    }

    /// Lets other tenants have it: in each tenant of the emulator it waits for an administrator's consent, unless it is
    /// registered there by a call of its own with the same client id.
    #[must_use]
    pub fn multi_tenant(mut self) -> Application {
        self.multi_tenant = true;
        self
    }

    /// One more address that browsers may be sent back to. `http://localhost` is registered, with any port.
    #[must_use]
    pub fn redirect_uri(mut self, redirect_uri: impl Into<String>) -> Application {
        self.redirect_uris.push(redirect_uri.into());
        self
    }

    /// Lets an administrator of its tenant have disabled it: `AADSTS7000112`.
    #[must_use]
    pub fn disabled(mut self) -> Application {
        self.disabled = true;
        self
    }

    pub(crate) fn check_enabled(&self) -> Result<(), TokenError> {
        match self.disabled {
            true => Err(TokenError::disabled_application(&self.client_id)),
            false => Ok(()),
        }
    }

    /// Lets the secret be past its date: `AADSTS7000222`.
    #[must_use]
    pub fn expired_secret(mut self) -> Application {
        self.secret_expired = true;
        self
    }
}

/// Whom an application trusts to vouch for it.
#[derive(Clone, Debug)]
pub(crate) struct FederatedCredential {
    pub(crate) issuer: String,
    pub(crate) subject: String,
}

impl fmt::Debug for Application {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Application")
            .field("tenant_id", &self.tenant_id)
            .field("client_id", &self.client_id)
            .field("roles", &self.roles)
            .finish_non_exhaustive()
    }
}

/// The application every emulator has.
pub(crate) fn default_application() -> Application {
    Application::new(CLIENT_ID, CLIENT_SECRET).public_client()
}
