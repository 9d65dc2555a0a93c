//! From the settings of a sign-in method to its credential.
//!
//! No function here prompts. The credential of a user continues the session that `auth login` kept; without one its token
//! requests fail with `InteractionRequired`.
//!
//! | method | what the settings need | kept by `auth login` |
//! | --- | --- | --- |
//! | `browser`, `device-code` | client id | the session |
//! | `secret` | tenant, client id, secret | the secret, if it was given to the command |
//! | `certificate` | tenant, client id, file | nothing |
//! | `workload` | tenant, client id, token file | nothing |
//! | `managed-identity` | nothing | nothing |
//! | `az`, `azd` | the tool, signed in | nothing |

use std::sync::Arc;

use auth_core::http_core::TimelyTransport;
use auth_core::settings::profiles::{ProfileError, Sessions, kept_secret};
use auth_core::settings::{Method, SecretFrom, Settings};
use auth_core::{TokenCredential, TokenStore};

use super::Context;
use auth_core::settings::profiles::Folders;
use terminal::program;
use terminal::{Failure, Result};

impl Context {
    /// The credential of a method.
    ///
    /// Fails for a method of another tool in the sandbox: the Azure CLI would sign in to the tenant itself.
    pub(super) fn credential_by(
        &self,
        method: Method,
        host: &str,
    ) -> Result<Arc<dyn TokenCredential>> {
        let mut settings = self.method_settings(method, host)?;
        if method.is_of_user() {
            settings.store = Some(self.session_store()?);
        }
        Ok(settings.credential_of(method)?)
    }

    /// The settings of a method, with the transport. A client secret that no setting names comes from the profile's store.
    pub(crate) fn method_settings(&self, method: Method, host: &str) -> Result<Settings> {
        if self.in_sandbox() && method.is_of_tool() {
            let message = format!("{method} has no tokens for the sandbox: it was not run");
            return Err(Failure::usage(message).with_hint("leave --method out, or --sandbox"));
        }
        let mut settings = self.sending_settings(method, host)?;
        if method == Method::Secret && matches!(settings.secret, Some(SecretFrom::Source(_))) {
            let (_, client) = settings.application(method)?;
            let store = self.session_store()?;
            let variable = self.environment.secret("AZURE_CLIENT_SECRET");
            settings.secret = Some(kept_secret(store, client, variable));
        }
        Ok(settings)
    }

    /// The settings for a sign-in that starts a new session. `--timeout` limits each request of a user's sign-in and not the
    /// whole: the user needs time to sign in.
    pub(crate) fn new_session_settings(&self, method: Method, host: &str) -> Result<Settings> {
        let mut settings = self.sending_settings(method, host)?;
        if let (true, Some(limit)) = (method.is_of_user(), self.timeout) {
            settings.transport = Some(Arc::new(TimelyTransport::new(self.transport()?, limit)));
        }
        Ok(settings)
    }

    /// The complete settings of a method, with the transport.
    fn sending_settings(&self, method: Method, host: &str) -> Result<Settings> {
        let mut settings = self.settings();
        if method.needs_application() {
            self.check_application(method, host)?;
        }
        settings.authority = Some(self.authority()?);
        let transport = self.transport()?;
        if self.in_sandbox() {
            settings.platform_transport = Some(Arc::clone(&transport));
        }
        settings.transport = Some(transport);
        Ok(settings)
    }

    /// The settings of the sign-in, complete or not.
    pub(crate) fn settings(&self) -> Settings {
        let mut settings = self.environment.settings();
        settings.tenant_id = self.tenant();
        settings.cloud = self.cloud;
        settings
    }

    /// The store of the profile in use.
    fn session_store(&self) -> Result<Arc<dyn TokenStore>> {
        let Some(profile) = self.environment.profile() else {
            let message = "a user's sign-in belongs to a profile, and none is chosen";
            let hint = format!("`{}` creates one", program::sign_in(""));
            return Err(Failure::usage(message).with_hint(hint));
        };
        Ok(self.sessions()?.of_profile(&profile.name))
    }

    /// The stores of all profiles.
    pub(crate) fn sessions(&self) -> Result<Sessions, ProfileError> {
        Sessions::open(Folders::of_process()?.sessions(), &self.environment)
    }
}
