//! Which credential goes to which host.

use std::sync::Arc;
use std::time::Duration;

use auth_core::http_core::{Operation, Url};
use auth_core::settings::{Choice, Method};
use auth_core::{AccessToken, Chain, StaticToken, TokenCredential, TokenRequestOptions};

use super::Context;
use crate::exit::Exit;
use crate::failure::{Failure, Result};
use crate::program;
use auth_core::services::family;

const TENANT: &str = "AZURE_TENANT_ID";
const CLIENT: &str = "AZURE_CLIENT_ID";
const LOGIN: &str = "DEFENDER_ENDPOINT_LOGIN";

/// Nobody knows whether the credential is right.
fn late(limit: Duration) -> Failure {
    let message = format!("no token within {} s", limit.as_secs_f64());
    Failure::new(Exit::Authentication, "timeout", message).with_hint(
        "the identity service, or what stands in for it, did not answer in time; try again, or allow more time \
         with --timeout",
    )
}

impl Context {
    /// The credential for a row: a token that the caller has, a legacy API token where the row takes nothing else, or
    /// what the settings name.
    pub(super) fn credential(&self, row: &Operation) -> Result<Arc<dyn TokenCredential>> {
        if let Some(token) = self.given_token(row.http.host)? {
            return Ok(token);
        }
        let legacy = format!("DEFENDER_{}_API_TOKEN", family(row.http.host));
        let takes_roles = !row.access.application.is_empty() || !row.access.delegated.is_empty();
        if let Some(token) = self.environment.secret(&legacy)
            && !(takes_roles && self.choice(row.http.host).is_ok())
        {
            return Ok(Arc::new(StaticToken::with_scheme("Token", token)?));
        }
        self.own_credential(row.http.host)
    }

    /// A token for a host family, for programs that make calls of their own.
    pub(crate) async fn token(&self, host: &str) -> Result<Arc<AccessToken>> {
        let credential = match self.given_token(host)? {
            Some(token) => token,
            None => self.own_credential(host)?,
        };
        self.token_of(&*credential, host).await
    }

    /// A token of this credential for a host family.
    pub(crate) async fn token_of(
        &self,
        credential: &dyn TokenCredential,
        host: &str,
    ) -> Result<Arc<AccessToken>> {
        let endpoint = self.endpoint(host)?;
        self.token_for(credential, &endpoint.scope).await
    }

    /// A token of this credential for a scope, within `--timeout`.
    async fn token_for(
        &self,
        credential: &dyn TokenCredential,
        scope: &str,
    ) -> Result<Arc<AccessToken>> {
        let limit = self.patience();
        let token = self.unhurried_token(credential, scope);
        match tokio::time::timeout(limit, token).await {
            Ok(token) => token,
            Err(_) => Err(late(limit)),
        }
    }

    /// A token for a host family from a person, who takes the time that signing in takes.
    pub(crate) async fn token_of_person(
        &self,
        credential: &dyn TokenCredential,
        host: &str,
    ) -> Result<Arc<AccessToken>> {
        let endpoint = self.endpoint(host)?;
        self.unhurried_token(credential, &endpoint.scope).await
    }

    async fn unhurried_token(
        &self,
        credential: &dyn TokenCredential,
        scope: &str,
    ) -> Result<Arc<AccessToken>> {
        let options = self.token_options();
        Ok(credential.get_token(&[scope], &options).await?)
    }

    /// Options of token requests: the tenant that an option names.
    pub(crate) fn token_options(&self) -> TokenRequestOptions {
        let mut options = TokenRequestOptions::default();
        options.tenant_id.clone_from(&self.tenant);
        options
    }

    /// Whether the caller has a token of its own for a host family.
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

    /// How to sign in: as a method is named, or by the settings that are there.
    pub(crate) fn choice(&self, host: &str) -> Result<Choice> {
        self.named_method()?;
        let settings = self.settings();
        let missing = || settings.missing(Method::Secret);
        settings
            .choose()
            .map_err(|_| no_credential(&missing(), host))
    }

    /// The method that an option, a variable or the profile names.
    pub(crate) fn named_method(&self) -> Result<Option<Method>> {
        Ok(self.environment.method()?)
    }

    /// The credential that the settings name, made once.
    pub(crate) fn own_credential(&self, host: &str) -> Result<Arc<dyn TokenCredential>> {
        if let Some(credential) = self.credential.get() {
            return Ok(Arc::clone(credential));
        }
        let made: Arc<dyn TokenCredential> = match self.choice(host)? {
            Choice::Method(method) => self.credential_by(method, host)?,
            // The chain says afterwards what was tried.
            _ => {
                let chain = Chain::from_env()?;
                Arc::new(self.chain.get_or_init(|| chain).clone())
            }
        };
        Ok(Arc::clone(self.credential.get_or_init(|| made)))
    }

    /// Has the calls of this command go by a credential that is there already.
    pub(crate) fn adopt(&self, credential: Arc<dyn TokenCredential>) {
        // One that was made before is for the same settings.
        let _ = self.credential.set(credential);
    }

    /// Tenant and application, where a method needs them.
    pub(crate) fn application(&self, method: Method, host: &str) -> Result<(String, String)> {
        let settings = self.settings();
        settings
            .application(method)
            .map_err(|_| lacking(method, &settings.missing(method), host))
    }

    /// Where to sign in. `DEFENDER_ENDPOINT_LOGIN` may name any address, the shared variable only a known host.
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

/// What to do about the settings that a method lacks: not every one of them is a matter of signing in.
fn lacking(method: Method, missing: &[&str], host: &str) -> Failure {
    let failure = no_credential(missing, host);
    let is_of_platform = |name: &&str| ![TENANT, CLIENT].contains(name);
    match method {
        Method::Workload if missing.iter().any(is_of_platform) => failure.with_hint(format!(
            "the platform sets it where workload identity is turned on; --federated-token-file of `{}` names the file of \
             another issuer",
            program::call("auth login")
        )),
        _ => failure,
    }
}

fn no_credential(missing: &[&str], host: &str) -> Failure {
    let verb = if missing.len() == 1 { "is" } else { "are" };
    let message = format!("no credential: {} {verb} not set", missing.join(", "));
    Failure::new(Exit::Authentication, "no_credential", message).with_hint(format!(
        "sign in with `{}`, or set them, or DEFENDER_ACCESS_TOKEN_{} to a token; --sandbox works without any",
        program::call("auth login"),
        family(host)
    ))
}
