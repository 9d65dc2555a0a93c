//! Which credential goes to which host.
//!
//! The first of these is used: `DEFENDER_ACCESS_TOKEN_…`, a legacy API token if no other credential is set, the method that
//! option, variable or profile names, the credential chain. A token is sent to the hosts of its endpoint only; the client
//! checks that.
//!
//! | variable | use |
//! | --- | --- |
//! | `DEFENDER_ACCESS_TOKEN_MDE`, … | a token of the caller; it is not renewed |
//! | `DEFENDER_MDCA_API_TOKEN` | a legacy API token, sent with the scheme `Token` |
//! | `DEFENDER_METHOD`, `--method`, profile | the method of `auth login` |
//! | `AZURE_…` | the settings of a method, as Azure's own libraries read them |
//! | `DEFENDER_ENDPOINT_LOGIN`, `AZURE_AUTHORITY_HOST` | the address of the identity service |
//!
//! All calls of a command share one credential and its cache, so a command requests one token for each API. Every wait for a token is
//! limited by `--timeout`, except that for a user who signs in.

use std::sync::Arc;
use std::time::Duration;

use auth_core::http_core::{Operation, Url};
use auth_core::settings::{Choice, Method};
use auth_core::{
    AccessToken, Chain, SecretString, StaticToken, TokenCredential, TokenRequestOptions,
};

use super::Context;
use auth_core::services::family;
use terminal::program;
use terminal::{Exit, Failure, Result};

/// Azure's own libraries read the first two under the same names.
const TENANT: &str = "AZURE_TENANT_ID";
const CLIENT: &str = "AZURE_CLIENT_ID";
/// Any address, for an emulator; a cloud needs none.
const LOGIN: &str = "DEFENDER_ENDPOINT_LOGIN";

/// Exit code 4, although the credential may be valid: no token, no call.
fn late(limit: Duration) -> Failure {
    let message = format!("no token within {} s", limit.as_secs_f64());
    Failure::new(Exit::Authentication, "timeout", message).with_hint(
        "the identity service or its proxy did not answer in time; try again, or allow more time with --timeout",
    )
}

impl Context {
    /// The credential for an operation. A legacy API token is used if the operation takes nothing else, or if no other
    /// credential is set.
    pub(super) fn credential(&self, operation: &Operation) -> Result<Arc<dyn TokenCredential>> {
        let host = operation.http.host;
        if let Some(token) = self.given_token(host)? {
            return Ok(token);
        }
        let access = &operation.access;
        let takes_roles = !access.application.is_empty() || !access.delegated.is_empty();
        if let Some(token) = self.legacy_token(host)
            && !(takes_roles && self.choice(host).is_ok())
        {
            return Ok(Arc::new(StaticToken::with_scheme("Token", token)?));
        }
        self.own_credential(host)
    }

    /// A token for a host family, within `--timeout`.
    pub(crate) async fn token(&self, host: &str) -> Result<Arc<AccessToken>> {
        let credential = match self.given_token(host)? {
            Some(token) => token,
            None => self.own_credential(host)?,
        };
        let scope = self.endpoint(host)?.scope;
        let options = self.token_options();
        self.in_time(credential.get_token(&[&scope], &options))
            .await
    }

    /// Waits for a token, at most as long as `--timeout` says.
    pub(crate) async fn in_time<T>(
        &self,
        token: impl Future<Output = auth_core::Result<T>>,
    ) -> Result<T> {
        let limit = self.patience();
        match tokio::time::timeout(limit, token).await {
            Ok(token) => Ok(token?),
            Err(_) => Err(late(limit)),
        }
    }

    /// Options of token requests: the tenant of `--tenant`.
    pub(crate) fn token_options(&self) -> TokenRequestOptions {
        let mut options = TokenRequestOptions::default();
        options.tenant_id.clone_from(&self.tenant);
        options
    }

    /// The token that the caller brings along for a host family.
    pub(crate) fn given_token(&self, host: &str) -> Result<Option<Arc<dyn TokenCredential>>> {
        let variable = format!("DEFENDER_ACCESS_TOKEN_{}", family(host));
        let Some(token) = self.environment.secret(&variable) else {
            return Ok(None);
        };
        let token = StaticToken::new(token).map_err(|error| {
            Failure::from(error).with_hint(format!("the token comes from {variable}"))
        })?;
        Ok(Some(Arc::new(token)))
    }

    /// A legacy API token, which belongs to one tenant. `None` in a tenant among many.
    pub(crate) fn legacy_token(&self, host: &str) -> Option<SecretString> {
        let legacy = format!("DEFENDER_{}_API_TOKEN", family(host));
        self.environment
            .secret(&legacy)
            .filter(|_| !self.is_of_many)
    }

    /// How to sign in: by the named method, or by the settings that are complete.
    pub(crate) fn choice(&self, host: &str) -> Result<Choice> {
        self.named_method()?;
        let settings = self.settings();
        settings
            .choose()
            .map_err(|_| no_credential(&settings.missing(Method::Secret), host))
    }

    /// The method that option, variable or profile names.
    pub(crate) fn named_method(&self) -> Result<Option<Method>> {
        Ok(self.environment.method()?)
    }

    /// The credential of the settings. Created once, so all calls of a command share its token cache.
    pub(crate) fn own_credential(&self, host: &str) -> Result<Arc<dyn TokenCredential>> {
        if let Some(credential) = self.credential.get() {
            return Ok(Arc::clone(credential));
        }
        let made: Arc<dyn TokenCredential> = match self.choice(host)? {
            Choice::Method(method) => self.credential_by(method, host)?,
            // Kept, because `auth doctor` prints what the chain tried.
            _ => {
                let chain = Chain::from_env()?;
                Arc::new(self.chain.get_or_init(|| chain).clone())
            }
        };
        Ok(Arc::clone(self.credential.get_or_init(|| made)))
    }

    /// Uses a credential for the calls of this command. No effect once the command has one.
    pub(crate) fn adopt(&self, credential: Arc<dyn TokenCredential>) {
        let _ = self.credential.set(credential);
    }

    /// Fails if the method lacks a setting, with the names of the missing variables.
    pub(super) fn check_application(&self, method: Method, host: &str) -> Result<()> {
        let settings = self.settings();
        match settings.application(method) {
            Ok(_) => Ok(()),
            Err(_) => Err(lacking(method, &settings.missing(method), host)),
        }
    }

    /// The address of the identity service. `DEFENDER_ENDPOINT_LOGIN` may name any address; `AZURE_AUTHORITY_HOST`, which
    /// other programs read too, only a known host.
    pub(crate) fn authority(&self) -> Result<Url> {
        if let Some(named) = self.environment.login()? {
            return Ok(named);
        }
        let shared = self.environment.variables().authority_host();
        let shared = shared.map_err(|error| {
            Failure::from(error).with_hint(format!(
                "give a host such as login.microsoftonline.us, or name any address in {LOGIN}"
            ))
        })?;
        Ok(shared.unwrap_or_else(|| self.cloud.authority()))
    }
}

/// The failure for missing settings. A workload identity gets variables from its platform, so a sign-in would not help.
fn lacking(method: Method, missing: &[&str], host: &str) -> Failure {
    let failure = no_credential(missing, host);
    let is_of_platform = |name: &&str| ![TENANT, CLIENT].contains(name);
    match method {
        Method::Workload if missing.iter().any(is_of_platform) => failure.with_hint(format!(
            "the platform sets it where workload identity is turned on; --federated-token-file of `{}` names the file of \
             another issuer",
            program::sign_in("")
        )),
        _ => failure,
    }
}

/// The failure without a credential: exit code 4, with all ways to provide one.
fn no_credential(missing: &[&str], host: &str) -> Failure {
    let verb = if missing.len() == 1 { "is" } else { "are" };
    let message = format!("no credential: {} {verb} not set", missing.join(", "));
    Failure::new(Exit::Authentication, "no_credential", message).with_hint(format!(
        "sign in with `{}`, or as the user of the Azure CLI with `{}`, or set them, or DEFENDER_ACCESS_TOKEN_{} to a token; \
         --sandbox works without any",
        program::sign_in("--client-id ID"),
        program::sign_in("--method az"),
        family(host)
    ))
}
