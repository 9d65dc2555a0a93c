//! What a user's sign-in leaves behind: a refresh token, replaced at every use.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use secrecy::SecretString;

use crate::application::Application;
use crate::client_proof::ClientProof;
use crate::credential::TokenRequestOptions;
use crate::error::Result;
use crate::store::{Kept, Owner, StoredTokens, Target, TokenStore};
use crate::token_endpoint::{Grant, Issued, Proofs, TokenEndpoint};

/// Asks who the user is, and for the next refresh token as well.
const OPEN_ID: [&str; 3] = ["openid", "profile", "offline_access"];

/// Told of every new refresh token.
type Rotation = Arc<dyn Fn(&SecretString) + Send + Sync>;

/// The refresh token that is good now. Clones share it. It serves every API and every tenant that the user may use.
#[derive(Clone, Default)]
pub(crate) struct UserSession {
    refresh_token: Arc<Mutex<Option<SecretString>>>,
    rotation: Option<Rotation>,
    store: Option<Arc<dyn TokenStore>>,
    account: Option<Arc<str>>,
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
            refresh_token: Arc::new(Mutex::new(Some(refresh_token))),
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

    /// An access token that this process or another one has stored, where it will do.
    pub(crate) async fn stored_token(
        &self,
        endpoint: &TokenEndpoint,
        request: &UserRequest,
    ) -> Result<Option<Issued>> {
        if !request.takes_stored {
            return Ok(None);
        }
        let owner = self.owner(endpoint, request);
        let stored = self.stored().await?;
        Ok(stored.access_token(&owner, &request.target()))
    }

    /// The refresh tokens to go on with: the stored one, which another process may have renewed, then the one that this
    /// process holds.
    pub(crate) async fn refresh_tokens(
        &self,
        endpoint: &TokenEndpoint,
        request: &UserRequest,
    ) -> Result<Vec<SecretString>> {
        let owner = self.owner(endpoint, request);
        let stored = self.stored().await?.refresh_token(&owner);
        Ok(stored.into_iter().chain(self.lock().clone()).collect())
    }

    /// A token for the refresh token, with what proves the application where it is a confidential one.
    ///
    /// A refresh token that was refused is kept: what is lacking, a second factor or consent, may be so for one API only.
    pub(crate) async fn redeem(
        &self,
        endpoint: &TokenEndpoint,
        proof: &ClientProof,
        request: &UserRequest,
        refresh_token: SecretString,
    ) -> Result<Issued> {
        let fields = vec![("refresh_token", refresh_token)];
        let grant = request.grant("refresh_token", fields);
        let mut issued = proof.ask(endpoint, &grant).await?;
        self.keep(endpoint, request, &mut issued).await;
        Ok(issued)
    }

    /// Keeps the refresh token that came along, if one did, and hands everything to the store, if there is one.
    pub(crate) async fn keep(
        &self,
        endpoint: &TokenEndpoint,
        request: &UserRequest,
        issued: &mut Issued,
    ) {
        let kept = Kept::of(issued);
        if let Some(refresh_token) = issued.refresh_token.take() {
            if let Some(rotation) = &self.rotation {
                rotation(&refresh_token);
            }
            *self.lock() = Some(refresh_token);
        }
        if let Some(store) = &self.store {
            let (store, request) = (Arc::clone(store), request.clone());
            let owner = self.owner(endpoint, &request);
            let change =
                move |tokens: &mut StoredTokens| tokens.keep(&owner, &request.target(), &kept);
            // On its own, so that it is written although nobody may wait for the token any more.
            let writing = tokio::spawn(async move { store.update(Box::new(change)).await });
            // The token is good all the same.
            if let Ok(Err(error)) = writing.await {
                tracing::warn!(%error, "a sign-in was not stored");
            }
        }
    }

    async fn stored(&self) -> Result<StoredTokens> {
        match &self.store {
            Some(store) => store.load().await,
            None => Ok(StoredTokens::default()),
        }
    }

    fn owner(&self, endpoint: &TokenEndpoint, request: &UserRequest) -> Owner {
        let client_id = &request.application.client_id;
        Owner::new(endpoint.authority(), client_id, self.account.as_deref())
    }

    fn lock(&self) -> MutexGuard<'_, Option<SecretString>> {
        self.refresh_token
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
