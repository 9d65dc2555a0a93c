//! Each method of signing in as a credential.

use std::sync::Arc;

use auth_core::http_core::TimelyTransport;
use auth_core::settings::profiles::{ProfileError, Sessions, kept_secret};
use auth_core::settings::{Method, SecretFrom, Settings};
use auth_core::{AuthorizationCode, DeviceCode, DeviceCodePrompt, TokenCredential, TokenStore};

use super::Context;
use crate::browser;
use crate::console;
use crate::failure::{Failure, Result};
use crate::folders::Folders;
use crate::program;

impl Context {
    /// The credential of a method. Nobody is asked: a user's is the session that was kept.
    pub(crate) fn credential_by(
        &self,
        method: Method,
        host: &str,
    ) -> Result<Arc<dyn TokenCredential>> {
        if self.in_sandbox() && method.is_of_tool() {
            let message = format!("{method} has no tokens for the sandbox: it was not run");
            return Err(Failure::usage(message).with_hint("leave --method out, or --sandbox"));
        }
        let mut settings = self.sending_settings(method, host)?;
        if method.is_of_user() {
            settings.store = Some(self.session_store()?);
        }
        if method == Method::Secret && matches!(settings.secret, Some(SecretFrom::Source(_))) {
            let (_, client) = settings.application(method)?;
            let store = self.session_store()?;
            let variable = self.environment.secret("AZURE_CLIENT_SECRET");
            settings.secret = Some(kept_secret(store, client, variable));
        }
        Ok(settings.credential_of(method)?)
    }

    /// The credential of a user whose session is in a store.
    pub(crate) fn session_of(
        &self,
        method: Method,
        host: &str,
        store: Arc<dyn TokenStore>,
    ) -> Result<Arc<dyn TokenCredential>> {
        let mut settings = self.sending_settings(method, host)?;
        settings.store = Some(store);
        Ok(settings.credential_of(method)?)
    }

    /// The settings of a method, complete, with what sends its requests.
    fn sending_settings(&self, method: Method, host: &str) -> Result<Settings> {
        let mut settings = self.settings();
        if method.needs_application() {
            self.application(method, host)?;
        }
        settings.authority = Some(self.authority()?);
        let transport = self.transport()?;
        if self.in_sandbox() {
            settings.platform_transport = Some(Arc::clone(&transport));
        }
        settings.transport = Some(transport);
        Ok(settings)
    }

    /// The settings of the credential.
    pub(crate) fn settings(&self) -> Settings {
        let mut settings = self.environment.settings();
        settings.tenant_id = self.tenant();
        settings.cloud = self.cloud;
        settings
    }

    /// The credential of a user who signs in now; what comes of it is kept in the store.
    pub(crate) fn interactive(
        &self,
        method: Method,
        host: &str,
        store: Arc<dyn TokenStore>,
    ) -> Result<Arc<dyn TokenCredential>> {
        let mut transport = self.transport()?;
        if let Some(limit) = self.timeout {
            transport = Arc::new(TimelyTransport::new(transport, limit));
        }
        let authority = self.authority()?;
        let (tenant, client) = self.application(method, host)?;
        if method == Method::DeviceCode {
            let show = |prompt: &DeviceCodePrompt| console::tell(prompt.message());
            let made = DeviceCode::new(&tenant, &client, show)?.with_store(store);
            return Ok(Arc::new(
                made.with_authority(authority).with_transport(transport),
            ));
        }
        let open = |address: &auth_core::http_core::Url| {
            console::tell(&format!(
                "To sign in, open this address in a browser on this machine:\n{address}"
            ));
            browser::open(address.as_str());
        };
        let made = AuthorizationCode::new(&tenant, &client, open)?.with_store(store);
        Ok(Arc::new(
            made.with_authority(authority).with_transport(transport),
        ))
    }

    /// The store of the profile that the command works with.
    pub(crate) fn session_store(&self) -> Result<Arc<dyn TokenStore>> {
        let Some(profile) = self.environment.profile() else {
            return Err(Failure::usage(
                "a user's sign-in belongs to a profile, and none is chosen",
            )
            .with_hint(format!("`{}` makes one", program::call("auth login"))));
        };
        Ok(self.sessions()?.of_profile(&profile.name))
    }

    pub(crate) fn sessions(&self) -> Result<Sessions, ProfileError> {
        Sessions::open(Folders::of_process()?.sessions(), &self.environment)
    }
}
