//! Which credential goes to which host. Secrets come from the environment only.

use std::sync::Arc;

use auth_core::http_core::{Operation, Url};
use auth_core::{AccessToken, ClientSecret, StaticToken, TokenCredential, TokenRequestOptions};

use super::Context;
use crate::environment::family;
use crate::exit::Exit;
use crate::failure::{Failure, Result};

/// The variables of a client secret.
const CLIENT_SECRET: [&str; 3] = ["AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET"];

impl Context {
    /// The credential for a row: a token that the caller has, a legacy API token where the row takes nothing else, or
    /// the application's client secret.
    pub(super) fn credential(&self, row: &Operation) -> Result<Arc<dyn TokenCredential>> {
        if let Some(token) = self.given_token(row.host)? {
            return Ok(token);
        }
        let legacy = format!("DEFENDER_{}_API_TOKEN", family(row.host));
        let takes_roles = !row.application.is_empty() || !row.delegated.is_empty();
        if let Some(token) = self.environment.secret(&legacy)
            && !(takes_roles && self.missing().is_empty())
        {
            return Ok(Arc::new(StaticToken::with_scheme("Token", token)?));
        }
        self.client_secret(row.host)
    }

    /// A token for a host family, for programs that make calls of their own.
    pub(crate) async fn token(&self, host: &str) -> Result<Arc<AccessToken>> {
        let endpoint = self.endpoint(host)?;
        let credential = match self.given_token(host)? {
            Some(token) => token,
            None => self.client_secret(host)?,
        };
        let scopes = [endpoint.scope.as_str()];
        let mut options = TokenRequestOptions::default();
        options.tenant_id.clone_from(&self.tenant);
        Ok(credential.get_token(&scopes, &options).await?)
    }

    fn given_token(&self, host: &str) -> Result<Option<Arc<dyn TokenCredential>>> {
        let variable = format!("DEFENDER_ACCESS_TOKEN_{}", family(host));
        let Some(token) = self.environment.secret(&variable) else {
            return Ok(None);
        };
        let token = StaticToken::new(token).map_err(|error| {
            Failure::from(error).with_hint(format!("the token comes from {variable}"))
        })?;
        Ok(Some(Arc::new(token)))
    }

    /// The variables of a client secret that are not set.
    fn missing(&self) -> Vec<&'static str> {
        let is_missing = |name: &&'static str| match *name {
            "AZURE_TENANT_ID" => self.tenant().is_none(),
            name => self.environment.get(name).is_none(),
        };
        CLIENT_SECRET.into_iter().filter(is_missing).collect()
    }

    fn client_secret(&self, host: &str) -> Result<Arc<dyn TokenCredential>> {
        if let Some(credential) = self.client_secret.get() {
            return Ok(Arc::new(credential.clone()));
        }
        let missing = self.missing();
        let (Some(tenant), Some(client), Some(secret)) = (
            self.tenant(),
            self.environment.get("AZURE_CLIENT_ID"),
            self.environment.secret("AZURE_CLIENT_SECRET"),
        ) else {
            return Err(no_credential(&missing, host));
        };
        let made = ClientSecret::new(tenant.trim(), client.trim(), secret)?
            .with_cloud(self.cloud)
            .with_transport(self.transport()?);
        let made = match self.authority()? {
            Some(authority) => made.with_authority(authority),
            None => made,
        };
        Ok(Arc::new(self.client_secret.get_or_init(|| made).clone()))
    }

    /// Where to sign in, if anywhere but at the cloud's own authority.
    fn authority(&self) -> Result<Option<Url>> {
        for variable in ["DEFENDER_ENDPOINT_LOGIN", "AZURE_AUTHORITY_HOST"] {
            let found = self.environment.parse(variable, |text| {
                let whole = if text.contains("://") {
                    text.to_owned()
                } else {
                    format!("https://{text}")
                };
                Url::parse(&whole).map_err(|error| format!("`{text}` is no URL: {error}"))
            })?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }
}

fn no_credential(missing: &[&str], host: &str) -> Failure {
    let verb = if missing.len() == 1 { "is" } else { "are" };
    let message = format!("no credential: {} {verb} not set", missing.join(", "));
    Failure::new(Exit::Authentication, "no_credential", message).with_hint(format!(
        "set them, or DEFENDER_ACCESS_TOKEN_{} to a token; --sandbox works without any",
        family(host)
    ))
}
