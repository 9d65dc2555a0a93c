//! Each method of signing in as a credential.

use std::sync::Arc;

use auth_core::http_core::TimelyTransport;
use auth_core::settings::{Method, SecretFrom, Settings, is_true};
use auth_core::{
    AuthorizationCode, ClientCertificate, DeviceCode, DeviceCodePrompt, Error, ErrorKind,
    SecretString, TokenCredential, TokenStore,
};

use super::Context;
use crate::browser;
use crate::failure::{Failure, Result};
use crate::folders::Folders;
use crate::output;
use crate::program;
use crate::sessions::Sessions;

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
            let source = move || stored(Arc::clone(&store), client.clone(), variable.clone());
            settings.secret = Some(SecretFrom::Source(Arc::new(source)));
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

    pub(crate) fn client_certificate(&self, host: &str) -> Result<ClientCertificate> {
        let settings = self.sending_settings(Method::Certificate, host)?;
        Ok(settings.client_certificate()?)
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

    /// What options, variables and the profile say, as the library takes it.
    pub(super) fn settings(&self) -> Settings {
        let environment = &self.environment;
        let chain = environment.get("AZURE_CLIENT_SEND_CERTIFICATE_CHAIN");
        let password = match environment.path("DEFENDER_CERTIFICATE_PASSWORD_FILE") {
            Some(file) => Some(SecretFrom::File(file)),
            None => {
                let password = environment.secret("AZURE_CLIENT_CERTIFICATE_PASSWORD");
                password.map(SecretFrom::Value)
            }
        };
        let mut settings = Settings::default();
        settings.method = self.named_method().ok().flatten();
        settings.tenant_id = self.tenant();
        settings.client_id = environment.get("AZURE_CLIENT_ID");
        settings.cloud = self.cloud;
        settings.secret = self.secret_source(settings.method);
        settings.certificate_path = environment.path("AZURE_CLIENT_CERTIFICATE_PATH");
        settings.certificate_password = password;
        settings.sends_certificate_chain = chain.as_deref().is_some_and(is_true);
        settings.federated_token_file = environment.path("AZURE_FEDERATED_TOKEN_FILE");
        settings.uses_chain = environment.get("AZURE_TOKEN_CREDENTIALS").is_some();
        settings.variables = environment.variables();
        settings
    }

    /// Where the client secret comes from. A secret that `auth login` kept is for profiles that name the method.
    fn secret_source(&self, named: Option<Method>) -> Option<SecretFrom> {
        let variable = self.environment.secret("AZURE_CLIENT_SECRET");
        let profile = self.environment.profile();
        let command = profile.map(|profile| profile.client_secret_command.clone());
        let command = command.filter(|command| !command.is_empty());
        let file = self.environment.path("DEFENDER_CLIENT_SECRET_FILE");
        let is_referenced = command.is_some() || file.is_some();
        let profile_first = self.environment.profile_ranks_first();
        match variable {
            Some(secret) if !(profile_first && (is_referenced || named.is_some())) => {
                Some(SecretFrom::Value(secret))
            }
            _ => command
                .map(SecretFrom::Command)
                .or_else(|| file.map(SecretFrom::File))
                .or_else(|| {
                    // The store is opened when a token is wanted.
                    let kept = || async { Err(none_stored()) };
                    let kept = SecretFrom::Source(Arc::new(kept));
                    (named == Some(Method::Secret)).then_some(kept)
                }),
        }
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
            let show = |prompt: &DeviceCodePrompt| output::tell(prompt.message());
            let made = DeviceCode::new(&tenant, &client, show)?.with_store(store);
            return Ok(Arc::new(
                made.with_authority(authority).with_transport(transport),
            ));
        }
        let open = |address: &auth_core::http_core::Url| {
            output::tell(&format!(
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

    pub(crate) fn sessions(&self) -> Result<Sessions> {
        Sessions::open(&Folders::of_process()?, &self.environment)
    }
}

/// The secret that `auth login` kept, or the one that there is instead.
async fn stored(
    store: Arc<dyn TokenStore>,
    client_id: String,
    other: Option<SecretString>,
) -> auth_core::Result<SecretString> {
    let kept = store.load().await?.client_secret(&client_id);
    kept.or(other).ok_or_else(none_stored)
}

fn none_stored() -> Error {
    let message = "no client secret is kept for this profile";
    Error::new(ErrorKind::Configuration, message).with_hint(format!(
        "sign in again: {}",
        program::call("auth login --method secret")
    ))
}
