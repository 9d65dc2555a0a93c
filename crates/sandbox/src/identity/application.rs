//! Registered applications and their credentials.
//!
//! Not emulated: several secrets of one application, app instance property locks, tags,
//! assigned users, the difference between an application and its service principals.

use std::fmt;

use super::certificate::Certificate;
use super::error::TokenError;

/// Tenant of the default application.
pub(crate) const TENANT_ID: &str = "0d5a4db0-5a4d-4b05-a000-000000000001";
/// Client id of the default application.
const CLIENT_ID: &str = "c11e5a4d-b05a-4d4b-8000-000000000001";
/// Redirect address that every application has. Native clients listen on a random port of
/// `localhost`.
const LOOPBACK: &str = "http://localhost";
/// Contains every character that must be encoded in a form.
const CLIENT_SECRET: &str = "sandbox~Secret.1_with-odd/characters+and=signs&100%";

/// An application registered with the emulated Entra ID. Added with
/// [`Builder::application`](crate::Builder::application).
///
/// By default it has every application permission that the tables name.
///
/// # Examples
///
/// ```
/// use sandbox::Application;
///
/// let reader = Application::new("11111111-1111-4111-8111-111111111111", "secret")
///     .roles(["Machine.Read.All"]);
/// # let _ = reader;
/// ```
#[derive(Clone)]
pub struct Application {
    pub(crate) tenant_id: String,
    pub(crate) client_id: String,
    pub(crate) client_secret: String,
    /// `None` for every permission of the tables.
    pub(crate) roles: Option<Vec<String>>,
    /// Refuses the right secret with `AADSTS7000222`.
    pub(crate) secret_expired: bool,
    /// Whether users may sign in without the secret.
    pub(crate) public_client: bool,
    pub(crate) multi_tenant: bool,
    /// Registered in another tenant, and not yet consented to in this one.
    pub(crate) awaits_consent: bool,
    pub(crate) disabled: bool,
    /// Addresses that a browser may be sent back to.
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

    /// Moves the application to another tenant, which becomes known. Each tenant has
    /// records of its own.
    #[must_use]
    pub fn tenant(mut self, tenant_id: impl Into<String>) -> Application {
        self.tenant_id = tenant_id.into();
        self
    }

    /// Sets the application permissions. A token carries those that its resource knows. An
    /// empty list gives a token without a `roles` claim, as Entra does, which every service
    /// refuses with 403.
    #[must_use]
    pub fn roles<I, S>(mut self, roles: I) -> Application
    where
        I: IntoIterator<Item = S>,
        S: Into<String>,
    {
        self.roles = Some(roles.into_iter().map(Into::into).collect());
        self
    }

    /// Registers a certificate, as PEM or DER. Client assertions signed with its key are
    /// accepted as an alternative to the secret.
    ///
    /// Other blocks of a PEM text are skipped. Registers nothing if there is no
    /// certificate. The key must be RSA.
    #[must_use]
    pub fn certificate(mut self, certificate: impl AsRef<[u8]>) -> Application {
        self.certificates
            .extend(Certificate::read(certificate.as_ref()));
        self
    }

    /// Adds a federated identity credential. Tokens of
    /// [`Sandbox::federated_token`](crate::Sandbox::federated_token) with this issuer and
    /// subject are accepted as client assertions.
    ///
    /// # Examples
    ///
    /// ```
    /// use sandbox::{Application, Sandbox};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> std::io::Result<()> {
    /// let (issuer, subject) = ("https://issuer.example", "system:serviceaccount:app:worker");
    /// let worker = Application::new("22222222-2222-4222-8222-222222222222", "").federated(issuer, subject);
    /// let sandbox = Sandbox::builder().application(worker).start().await?;
    /// let assertion = sandbox.federated_token(issuer, subject);
    /// assert_eq!(assertion.split('.').count(), 3); // a signed JWT
    /// # Ok(())
    /// # }
    /// ```
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

    /// Allows public client flows: users sign in without the secret of the application. The
    /// default application allows them.
    #[must_use]
    pub fn public_client(mut self) -> Application {
        self.public_client = true;
        self
    }

    /// Makes the application available to all tenants of the emulator. In each it needs the
    /// consent of an administrator, unless an application with the same client id is
    /// registered there.
    #[must_use]
    pub fn multi_tenant(mut self) -> Application {
        self.multi_tenant = true;
        self
    }

    /// Registers a further redirect address. `http://localhost` is always registered, with
    /// any port.
    #[must_use]
    pub fn redirect_uri(mut self, redirect_uri: impl Into<String>) -> Application {
        self.redirect_uris.push(redirect_uri.into());
        self
    }

    /// Disables the application: token requests are refused with `AADSTS7000112`.
    #[must_use]
    pub fn disabled(mut self) -> Application {
        self.disabled = true;
        self
    }

    /// Refuses a disabled application.
    pub(crate) fn check_enabled(&self) -> Result<(), TokenError> {
        match self.disabled {
            true => Err(TokenError::disabled_application(&self.client_id)),
            false => Ok(()),
        }
    }

    /// Makes the secret expired: it is refused with `AADSTS7000222`.
    #[must_use]
    pub fn expired_secret(mut self) -> Application {
        self.secret_expired = true;
        self
    }
}

/// An issuer and a subject that the application trusts (workload identity federation).
#[derive(Clone, Debug)]
pub(crate) struct FederatedCredential {
    /// `iss` of accepted tokens.
    pub(crate) issuer: String,
    /// `sub` of accepted tokens, such as `repo:contoso/app:ref:refs/heads/main`.
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

/// The application that every emulator has.
pub(crate) fn default_application() -> Application {
    Application::new(CLIENT_ID, CLIENT_SECRET).public_client()
}
