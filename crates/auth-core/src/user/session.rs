//! What a user's sign-in leaves behind: a refresh token, replaced at every use.

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

/// Asks who the user is, and for the next refresh token as well.
const OPEN_ID: [&str; 3] = ["openid", "profile", "offline_access"];

/// Told of every new refresh token.
type Rotation = Arc<dyn Fn(&SecretString) + Send + Sync>;

/// The refresh token that is good now. Clones share it. It serves every API and every tenant that the user may use.
#[derive(Clone, Default)]
pub(crate) struct UserSession {
    held: Arc<Mutex<Option<CurrentToken>>>,
    /// Held while a refresh token is redeemed: tokens for two APIs may be wanted at once.
    turns: Arc<Turns<()>>,
    rotation: Option<Rotation>,
    store: Option<Arc<dyn TokenStore>>,
    account: Option<Arc<str>>,
}

/// A refresh token in this process's memory.
#[derive(Clone)]
struct CurrentToken {
    token: SecretString,
    origin: Origin,
}

/// Where a refresh token in memory comes from, which decides whether it or the stored one is the newer.
#[derive(Clone)]
enum Origin {
    /// From the caller, who may have had it for long: the stored one goes first.
    Given,
    /// Issued, and not written to the store. The token that it replaced, if any, must not be used again.
    Issued { replaced: Option<SecretString> },
    /// Issued and stored: a different one in the store has replaced it.
    Stored,
}

/// A refresh token to redeem.
pub(crate) struct Candidate {
    pub(crate) token: SecretString,
    is_stored: bool,
}

/// The right to redeem refresh tokens of a session, among the tasks of this process and among processes.
pub(crate) struct Turn {
    _task: OwnedMutexGuard<()>,
    _process: StoreLock,
}

/// What is asked of the identity service for a user.
#[derive(Clone)]
pub(crate) struct UserRequest {
    pub(crate) application: Application,
    pub(crate) scope: String,
    pub(crate) claims: Option<String>,
    once: bool,
    /// The scopes of the API alone.
    api_scopes: Vec<String>,
    /// Whether a stored access token will do.
    takes_stored: bool,
    /// Whether the token is to be one that can be revoked at once.
    is_cae: bool,
}

impl UserRequest {
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

    fn target(&self) -> Target<'_> {
        Target {
            tenant: &self.application.tenant_id,
            scopes: self.api_scopes.iter().map(String::as_str).collect(),
            is_cae: self.is_cae,
        }
    }
}

impl UserSession {
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

    /// Waits until no other task and no other process redeems a refresh token of this session.
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

    /// What the store holds now.
    pub(crate) async fn stored(&self) -> Result<StoredTokens> {
        match &self.store {
            Some(store) => store.load().await,
            None => Ok(StoredTokens::default()),
        }
    }

    /// An access token that this process or another one has stored, where it will do.
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

    /// The refresh tokens to go on with, in order. One that is known to have been replaced is not among them.
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

    /// A token for the refresh token, with what proves the application where it is a confidential one. Only for whoever
    /// has the [`Turn`].
    ///
    /// A refresh token that was refused is kept: what is lacking, a second factor or consent, may be so for one API only.
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

    /// Keeps the refresh token that came along, if one did, and hands everything to the store, if there is one.
    /// `redeemed` is the token that it replaces; without one a user has signed in.
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
                // Else the user has signed out meanwhile, or signed in anew.
                if from_store.as_ref().is_none_or(is_there) {
                    tokens.keep(&owner, &request.target(), &kept);
                }
            };
            // On its own, so that it is written although nobody may wait for the token any more.
            let writing = tokio::spawn(async move { store.update(Box::new(change)).await });
            match writing.await {
                Ok(Ok(())) => self.was_stored(rotated.as_ref()),
                // The token is good all the same.
                Ok(Err(error)) => tracing::warn!(%error, "a sign-in was not stored"),
                Err(_) => {}
            }
        }
    }

    fn was_stored(&self, token: Option<&SecretString>) {
        let mut held = self.lock();
        if let (Some(held), Some(token)) = (held.as_mut(), token)
            && is_same_token(&held.token, token)
        {
            held.origin = Origin::Stored;
        }
    }

    fn owner(&self, endpoint: &TokenEndpoint, request: &UserRequest) -> Owner {
        let client_id = &request.application.client_id;
        Owner::new(endpoint.authority(), client_id, self.account.as_deref())
    }

    fn lock(&self) -> MutexGuard<'_, Option<CurrentToken>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn is_same_token(one: &SecretString, other: &SecretString) -> bool {
    is_same(one.expose_secret(), other.expose_secret())
}
