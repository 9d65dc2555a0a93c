//! The session of a user: a refresh token, replaced at every use.
//!
//! Several tasks and processes may share a session. A refresh token is redeemed under a lock, from
//! its read to the write of its replacement, because some issuers accept each one only once.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use secrecy::{ExposeSecret, SecretString};
use tokio::sync::{Mutex as Turns, OwnedMutexGuard};

use crate::app::proof::ClientProof;
use crate::error::Result;
use crate::random::is_same;
use crate::store::{Owner, Persisted, StoreLock, StoredTokens, Target, TokenStore};
use crate::token::application::Application;
use crate::token::credential::TokenRequestOptions;
use crate::token::endpoint::{Grant, Issued, Proofs, TokenEndpoint};

/// Scopes that add an ID token and a refresh token to the response.
const OPEN_ID: [&str; 3] = ["openid", "profile", "offline_access"];

/// Called with every new refresh token.
type Rotation = Arc<dyn Fn(&SecretString) + Send + Sync>;

/// The current refresh token. Clones share it. It is valid for every API and tenant that the user
/// may use.
#[derive(Clone, Default)]
pub(crate) struct UserSession {
    held: Arc<Mutex<Option<CurrentToken>>>,
    /// Locked while a refresh token is redeemed: concurrent requests for two APIs would both redeem
    /// it.
    turns: Arc<Turns<()>>,
    rotation: Option<Rotation>,
    store: Option<Arc<dyn TokenStore>>,
    account: Option<Arc<str>>,
}

/// A refresh token in memory.
#[derive(Clone)]
struct CurrentToken {
    token: SecretString,
    origin: Origin,
}

/// Origin of the refresh token in memory: decides whether it or the stored one is newer.
#[derive(Clone)]
enum Origin {
    /// From the caller, possibly old: the stored one is tried first.
    Given,
    /// Issued, not stored. The token that it replaced must not be used again.
    Issued { replaced: Option<SecretString> },
    /// Issued and stored. If the store has a different one, that is newer.
    Stored,
}

/// A refresh token to redeem.
pub(crate) struct Candidate {
    /// The token itself; a secret.
    pub(crate) token: SecretString,
    is_stored: bool,
}

/// The exclusive right to redeem refresh tokens of a session, among tasks and processes.
pub(crate) struct Turn {
    _task: OwnedMutexGuard<()>,
    _process: StoreLock,
}

/// A token request for a user.
#[derive(Clone)]
pub(crate) struct UserRequest {
    /// The application and the tenant of the request.
    pub(crate) application: Application,
    /// All scopes that are sent, joined by blanks, with those of OpenID Connect.
    pub(crate) scope: String,
    /// The claims challenge, possibly merged with the capability `cp1`.
    pub(crate) claims: Option<String>,
    once: bool,
    /// Scopes of the API, without those of OpenID Connect.
    api_scopes: Vec<String>,
    /// Whether a stored access token is acceptable.
    takes_stored: bool,
    /// Whether the caller handles claims challenges.
    is_cae: bool,
}

impl UserRequest {
    /// Builds the request from scopes and options.
    pub(crate) fn new(
        application: Application,
        scopes: &[&str],
        options: &TokenRequestOptions,
    ) -> Self {
        let api = scopes.iter().filter(|scope| !OPEN_ID.contains(scope));
        let api: Vec<&str> = api.copied().collect();
        Self {
            application,
            scope: [&api[..], &OPEN_ID].concat().join(" "),
            claims: options.wanted_claims(),
            once: options.once,
            api_scopes: api.into_iter().map(str::to_owned).collect(),
            takes_stored: !options.force_refresh && options.claims.is_none(),
            is_cae: options.enable_cae,
        }
    }

    /// Adds grant type and proofs.
    pub(crate) fn grant(&self, grant_type: &'static str, proofs: Proofs) -> Grant {
        Grant {
            application: self.application.clone(),
            grant_type,
            scope: self.scope.clone(),
            claims: self.claims.clone(),
            once: self.once,
            proofs,
        }
    }

    /// The key of a stored access token.
    fn target(&self) -> Target<'_> {
        Target {
            tenant: &self.application.tenant_id,
            scopes: self.api_scopes.iter().map(String::as_str).collect(),
            is_cae: self.is_cae,
        }
    }
}

impl UserSession {
    /// A session that starts with a given refresh token.
    pub(crate) fn of(refresh_token: SecretString) -> Self {
        Self {
            held: Arc::new(Mutex::new(Some(CurrentToken {
                token: refresh_token,
                origin: Origin::Given,
            }))),
            ..Self::default()
        }
    }

    pub(crate) fn with_rotation(mut self, rotation: Rotation) -> Self {
        self.rotation = Some(rotation);
        self
    }

    pub(crate) fn with_store(mut self, store: Arc<dyn TokenStore>) -> Self {
        self.store = Some(store);
        self
    }

    pub(crate) fn with_account(mut self, home_account_id: &str) -> Self {
        self.account = Some(home_account_id.into());
        self
    }

    /// Waits until no other task or process redeems a refresh token of this session.
    pub(crate) async fn turn(&self) -> Result<Turn> {
        let task = Arc::clone(&self.turns).lock_owned().await;
        let process = match &self.store {
            Some(store) => store.lock().await?,
            None => StoreLock::none(),
        };
        Ok(Turn {
            _task: task,
            _process: process,
        })
    }

    /// The current contents of the store.
    pub(crate) async fn stored(&self) -> Result<StoredTokens> {
        match &self.store {
            Some(store) => store.load().await,
            None => Ok(StoredTokens::default()),
        }
    }

    /// A stored access token that satisfies the request.
    pub(crate) fn stored_token(
        &self,
        stored: &StoredTokens,
        endpoint: &TokenEndpoint,
        request: &UserRequest,
    ) -> Option<Issued> {
        if !request.takes_stored {
            return None;
        }
        stored.access_token(&self.owner(endpoint, request), &request.target())
    }

    /// The refresh tokens to try, in order, without those that are known to be replaced.
    pub(crate) fn refresh_tokens(
        &self,
        stored: &StoredTokens,
        endpoint: &TokenEndpoint,
        request: &UserRequest,
    ) -> Vec<Candidate> {
        let stored = stored.refresh_token(&self.owner(endpoint, request));
        let of_store = |token| Candidate {
            token,
            is_stored: true,
        };
        let of_memory = |token| Candidate {
            token,
            is_stored: false,
        };
        let (stored, held) = match (stored, self.lock().clone()) {
            (stored, None) => return stored.into_iter().map(of_store).collect(),
            (None, Some(held)) => return vec![of_memory(held.token)],
            (Some(stored), Some(held)) => (stored, held),
        };
        if is_same_token(&stored, &held.token) {
            return vec![of_store(stored)];
        }
        match held.origin {
            Origin::Given => vec![of_store(stored), of_memory(held.token)],
            Origin::Stored => vec![of_store(stored)],
            Origin::Issued {
                replaced: Some(replaced),
            } if is_same_token(&replaced, &stored) => vec![of_memory(held.token)],
            Origin::Issued { .. } => vec![of_memory(held.token), of_store(stored)],
        }
    }

    /// Redeems a refresh token, with the application's proof if it is confidential. The caller must
    /// hold the [`Turn`].
    ///
    /// A refused refresh token is kept: a missing second factor or consent may concern one API
    /// only.
    pub(crate) async fn redeem(
        &self,
        endpoint: &TokenEndpoint,
        proof: &ClientProof,
        request: &UserRequest,
        candidate: &Candidate,
    ) -> Result<Issued> {
        let fields = vec![("refresh_token", candidate.token.clone())];
        let grant = request.grant("refresh_token", fields);
        let mut issued = proof.ask(endpoint, &grant).await?;
        self.keep(endpoint, request, &mut issued, Some(candidate))
            .await;
        Ok(issued)
    }

    /// Keeps a new refresh token and writes everything to the store. `redeemed` is the token that
    /// it replaces; `None` after a sign-in.
    pub(crate) async fn keep(
        &self,
        endpoint: &TokenEndpoint,
        request: &UserRequest,
        issued: &mut Issued,
        redeemed: Option<&Candidate>,
    ) {
        let kept = Persisted::of(issued);
        let rotated = issued.refresh_token.take();
        if let Some(token) = rotated.clone() {
            if let Some(rotation) = &self.rotation {
                rotation(&token);
            }
            let replaced = redeemed.map(|redeemed| redeemed.token.clone());
            *self.lock() = Some(CurrentToken {
                token,
                origin: Origin::Issued { replaced },
            });
        }
        if let Some(store) = &self.store {
            let (store, request) = (Arc::clone(store), request.clone());
            let owner = self.owner(endpoint, &request);
            let from_store = redeemed.filter(|redeemed| redeemed.is_stored);
            let from_store = from_store.map(|redeemed| redeemed.token.clone());
            let change = move |tokens: &mut StoredTokens| {
                let is_there = |token: &SecretString| {
                    let now = tokens.refresh_token(&owner);
                    now.is_some_and(|now| is_same_token(&now, token))
                };
                // Otherwise the user has signed out or signed in again meanwhile.
                if from_store.as_ref().is_none_or(is_there) {
                    tokens.keep(&owner, &request.target(), &kept);
                }
            };
            // In a task, so that it is written even if the caller is dropped.
            let writing = tokio::spawn(async move { store.update(Box::new(change)).await });
            match writing.await {
                Ok(Ok(())) => self.was_stored(rotated.as_ref()),
                // The token is valid although it was not stored.
                Ok(Err(error)) => tracing::warn!(%error, "a sign-in was not stored"),
                Err(_) => {}
            }
        }
    }

    /// Marks the token in memory as stored, so that a different one in the store counts as newer.
    fn was_stored(&self, token: Option<&SecretString>) {
        let mut held = self.lock();
        if let (Some(held), Some(token)) = (held.as_mut(), token)
            && is_same_token(&held.token, token)
        {
            held.origin = Origin::Stored;
        }
    }

    /// The key of the user's entries in the store.
    fn owner(&self, endpoint: &TokenEndpoint, request: &UserRequest) -> Owner {
        let client_id = &request.application.client_id;
        Owner::new(endpoint.authority(), client_id, self.account.as_deref())
    }

    fn lock(&self) -> MutexGuard<'_, Option<CurrentToken>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Compares in constant time.
fn is_same_token(one: &SecretString, other: &SecretString) -> bool {
    is_same(one.expose_secret(), other.expose_secret())
}
