//! Tries several credentials in order and keeps the first that works.
//!
//! The same program runs on a developer's machine, in a pipeline and in the cloud, with another credential in each. A
//! chain finds it without configuration. The price is speed (each unavailable credential costs time at the first token)
//! and clarity, so the chain records what it tried. A program that knows its credential should name it instead.

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use tokio::time::Instant;

use crate::error::{Error, ErrorKind, Result};
use crate::settings::environment::Environment;
use crate::token::access_token::AccessToken;
use crate::token::credential::{IntoCredential, TokenCredential, TokenRequestOptions};
use crate::variables::Variables;

/// Tries credentials in order. The first that returns a token is used from then on.
///
/// A credential that is [`Unavailable`](ErrorKind::Unavailable) is skipped. Any other error ends
/// the search, so that a wrong secret is not hidden by a developer's own sign-in. Errors of developer
/// tools ([`then_developer`](Self::then_developer)) never end it. A search that failed is repeated
/// by the next call; concurrent calls may search twice, and then the first result counts.
///
/// ```
/// use auth_core::{Chain, ManagedIdentity, StaticToken};
/// # fn main() -> auth_core::Result<()> {
/// let credential = Chain::new()
///     .then("managed identity", ManagedIdentity::new().with_probe())
///     .then("token", StaticToken::new("a-token-that-was-given".into())?);
/// # let _ = credential;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// `get_token` returns [`ErrorKind::Unavailable`] if no credential works; the message has the
/// reason of each. Else the error of the credential that ended the search, or of the chosen one.
/// [`tried`](Self::tried) has the details.
#[derive(Clone)]
pub struct Chain {
    links: Vec<Link>,
    state: Arc<State>,
}

/// A credential and its name. One that could not be created keeps its error, which counts as its result.
#[derive(Clone)]
struct Link {
    name: &'static str,
    credential: Result<Arc<dyn TokenCredential>>,
    is_developer: bool,
}

/// The result of the search, shared by clones of the chain.
#[derive(Default)]
struct State {
    chosen: OnceLock<usize>,
    tried: Mutex<Vec<Tried>>,
}

/// The result of one credential in the last search of a [`Chain`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Tried {
    /// The name that it was added under.
    pub name: &'static str,
    /// How long it took to return a token or an error.
    pub took: Duration,
    /// Why it was skipped; `None` for the chosen one.
    pub failure: Option<Error>,
}

/// Variable that selects credentials of the default chain.
const SELECTION: &str = "AZURE_TOKEN_CREDENTIALS";

impl Chain {
    /// Creates an empty chain.
    pub fn new() -> Self {
        Self {
            links: Vec::new(),
            state: Arc::default(),
        }
    }

    /// Appends a credential. The name is for messages and [`tried`](Self::tried).
    #[must_use]
    pub fn then(self, name: &'static str, credential: impl IntoCredential) -> Self {
        self.link(name, Ok(credential.into_credential()), false)
    }

    /// Appends a developer tool: none of its errors ends the search.
    #[must_use]
    pub fn then_developer(self, name: &'static str, credential: impl IntoCredential) -> Self {
        self.link(name, Ok(credential.into_credential()), true)
    }

    /// The default chain: environment, workload identity, managed identity, Azure CLI, Azure
    /// Developer CLI. The last two need the feature `developer`, the two before them the feature
    /// `platform`.
    ///
    /// `AZURE_TOKEN_CREDENTIALS` narrows it: `prod` selects the first three, `dev` the tools, and a
    /// name of the vendor's libraries, such as `ManagedIdentityCredential`, a single one.
    /// `AZURE_CLIENT_ID` also selects a user-assigned managed identity.
    ///
    /// ```no_run
    /// # async fn run() -> auth_core::Result<()> {
    /// use auth_core::{Chain, TokenCredential, TokenRequestOptions};
    ///
    /// let chain = Chain::from_env()?;
    /// let scope = "https://graph.microsoft.com/.default";
    /// let _token = chain.get_token(&[scope], &TokenRequestOptions::default()).await?;
    /// eprintln!("signed in by {}", chain.chosen().unwrap_or("nothing"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Configuration`] if `AZURE_TOKEN_CREDENTIALS` selects nothing.
    pub fn from_env() -> Result<Self> {
        Self::from_variables(&Variables::of_process())
    }

    /// The default chain with variables from another source than the process.
    ///
    /// # Errors
    /// As [`from_env`](Chain::from_env).
    pub fn from_variables(variables: &Variables) -> Result<Self> {
        let selection = variables
            .get(SELECTION)
            .map(|text| text.to_ascii_lowercase());
        let names = |link: &Link| {
            let plain = link.name.to_ascii_lowercase();
            match selection.as_deref() {
                None => true,
                Some("prod") => !link.is_developer,
                Some("dev") => link.is_developer,
                Some(name) => plain == name,
            }
        };
        let mut chain = Self::whole(variables, selection.as_deref());
        chain.links.retain(names);
        if chain.links.is_empty() {
            return Err(Error::new(
                ErrorKind::Configuration,
                format!("{SELECTION} selects no credential that can be used here"),
            )
            .with_hint(
                "set it to prod, dev or the name of one, such as ManagedIdentityCredential",
            ));
        }
        Ok(chain)
    }

    /// The default chain before it is narrowed.
    #[cfg_attr(
        not(feature = "platform"),
        expect(
            unused_variables,
            reason = "only managed identities are selected by name here"
        )
    )]
    fn whole(variables: &Variables, selection: Option<&str>) -> Self {
        let environment = Environment::from_variables(variables).map(shared);
        let chain = Self::new().link("EnvironmentCredential", environment, false);
        #[cfg(feature = "platform")]
        let chain = chain.with_platforms(variables, selection);
        #[cfg(feature = "developer")]
        let chain = chain
            .then_developer("AzureCliCredential", shared(crate::AzureCli::new()))
            .then_developer(
                "AzureDeveloperCliCredential",
                shared(crate::AzureDeveloperCli::new()),
            );
        chain
    }

    /// Appends the identities of platforms. A managed identity that is selected by name is not probed first.
    #[cfg(feature = "platform")]
    fn with_platforms(self, variables: &Variables, selection: Option<&str>) -> Self {
        let mut machine = crate::ManagedIdentity::new().with_variables(variables.clone());
        if selection != Some("managedidentitycredential") {
            machine = machine.with_probe();
        }
        if let Some(client_id) = variables.get("AZURE_CLIENT_ID") {
            machine = machine.with_client_id(client_id);
        }
        let workload = crate::WorkloadIdentity::from_variables(variables).map(shared);
        self.link("WorkloadIdentityCredential", workload, false)
            .link("ManagedIdentityCredential", Ok(shared(machine)), false)
    }

    /// Appends a credential that may have failed to be created.
    fn link(
        mut self,
        name: &'static str,
        credential: Result<Arc<dyn TokenCredential>>,
        is_developer: bool,
    ) -> Self {
        self.links.push(Link {
            name,
            credential,
            is_developer,
        });
        // The result of another chain's search does not apply to this one.
        self.state = Arc::default();
        self
    }

    /// The results of the last search, in order. Empty before the first.
    pub fn tried(&self) -> Vec<Tried> {
        self.state.tried().clone()
    }

    /// The name of the credential that is used; `None` before the first successful search.
    pub fn chosen(&self) -> Option<&'static str> {
        let index = *self.state.chosen.get()?;
        Some(self.links.get(index)?.name)
    }

    /// Runs a search and records its results.
    async fn search(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let mut tried = Vec::new();
        let outcome = self.walk(&mut tried, scopes, options).await;
        *self.state.tried() = tried;
        outcome
    }

    /// Tries the credentials in order until one returns a token or a final error.
    async fn walk(
        &self,
        tried: &mut Vec<Tried>,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        for (index, link) in self.links.iter().enumerate() {
            let begun = Instant::now();
            let outcome = link.get_token(scopes, options).await;
            let failure = outcome.as_ref().err().cloned();
            tracing::debug!(
                name = link.name,
                failure = failure.as_ref().map(tracing::field::display),
                "a credential of the chain was tried"
            );
            tried.push(Tried {
                name: link.name,
                took: begun.elapsed(),
                failure,
            });
            match outcome {
                Ok(token) => {
                    // If two searches ran concurrently, the first result counts.
                    let _ = self.state.chosen.set(index);
                    return Ok(token);
                }
                Err(error) if link.is_final(&error) => return Err(error),
                Err(_) => {}
            }
        }
        Err(nothing(tried))
    }
}

impl Default for Chain {
    fn default() -> Self {
        Self::new()
    }
}

impl Link {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        match &self.credential {
            Ok(credential) => credential.get_token(scopes, options).await,
            Err(error) => Err(error.clone()),
        }
    }

    /// Whether an error ends the search: any but an unavailable credential, and none of a developer tool.
    fn is_final(&self, error: &Error) -> bool {
        error.kind() != ErrorKind::Unavailable && !self.is_developer
    }
}

impl State {
    fn tried(&self) -> MutexGuard<'_, Vec<Tried>> {
        self.tried.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn shared(credential: impl TokenCredential) -> Arc<dyn TokenCredential> {
    Arc::new(credential)
}

/// The error if no credential works, with the reason of each.
fn nothing(tried: &[Tried]) -> Error {
    let reason = |one: &Tried| {
        let failure = one.failure.as_ref().map_or("", Error::message);
        format!("{}: {failure}", one.name)
    };
    let reasons: Vec<_> = tried.iter().map(reason).collect();
    Error::new(
        ErrorKind::Unavailable,
        format!(
            "no credential of the chain is available; {}",
            reasons.join("; ")
        ),
    )
    .with_hint("sign in in one of these ways")
}

#[async_trait]
impl TokenCredential for Chain {
    async fn get_token(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Result<Arc<AccessToken>> {
        let chosen = self.state.chosen.get();
        match chosen.and_then(|index| self.links.get(*index)) {
            Some(link) => link.get_token(scopes, options).await,
            None => self.search(scopes, options).await,
        }
    }

    fn waits_for_user(&self) -> bool {
        let links = self.links.iter();
        let mut credentials = links.filter_map(|link| link.credential.as_ref().ok());
        credentials.any(|credential| credential.waits_for_user())
    }
}

impl fmt::Debug for Chain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.links.iter().map(|link| link.name).collect();
        f.debug_struct("Chain")
            .field("links", &names)
            .field("chosen", &self.chosen())
            .finish()
    }
}
