//! What a user's sign-in leaves behind: a refresh token, replaced at every use.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use secrecy::{ExposeSecret, SecretString};

use crate::application::Application;
use crate::credential::TokenRequestOptions;
use crate::error::{ErrorKind, Result};
use crate::store::{Kept, Owner, StoredTokens, TokenStore};
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
    /// The scopes of the API alone.
    api_scopes: Vec<String>,
    /// Whether a token that is held will not do.
    is_fresh: bool,
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
            claims: options.claims.clone(),
            api_scopes: api.into_iter().map(str::to_owned).collect(),
            is_fresh: options.force_refresh || options.claims.is_some(),
        }
    }

    pub(crate) fn grant(&self, grant_type: &'static str, proofs: Proofs) -> Grant {
        Grant {
            application: self.application.clone(),
            grant_type,
            scope: self.scope.clone(),
            claims: self.claims.clone(),
            proofs,
        }
    }

    fn api_scopes(&self) -> Vec<&str> {
        self.api_scopes.iter().map(String::as_str).collect()
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

    /// A token without the user: a stored one, or one for a refresh token, with whatever else proves who asks.
    /// `None` where there is nothing to go on from.
    ///
    /// What another process has stored is newer than what this one holds. A refresh token that was refused is kept:
    /// what is lacking, a second factor or consent, may be so for one API only.
    pub(crate) async fn resume(
        &self,
        endpoint: &TokenEndpoint,
        request: &UserRequest,
        proofs: &Proofs,
    ) -> Option<Result<Issued>> {
        let owner = self.owner(endpoint, request);
        let stored = match self.stored().await {
            Ok(stored) => stored,
            Err(error) => return Some(Err(error)),
        };
        if !request.is_fresh {
            let tenant = &request.application.tenant_id;
            let held = stored.access_token(&owner, tenant, &request.api_scopes());
            if let Some(issued) = held {
                return Some(Ok(issued));
            }
        }
        let first = stored.refresh_token(&owner).or_else(|| self.held())?;
        let outcome = self.redeem(endpoint, request, &first, proofs).await;
        let Err(refused) = &outcome else {
            return Some(outcome);
        };
        if refused.kind() != ErrorKind::InteractionRequired {
            return Some(outcome);
        }
        // While this one was refused, another process may have renewed the sign-in.
        let renewed = self.stored().await.unwrap_or_default();
        let is_other = |token: &SecretString| token.expose_secret() != first.expose_secret();
        let second = renewed.refresh_token(&owner).filter(is_other);
        match second.or_else(|| self.held().filter(is_other)) {
            Some(token) => Some(self.redeem(endpoint, request, &token, proofs).await),
            None => Some(outcome),
        }
    }

    async fn redeem(
        &self,
        endpoint: &TokenEndpoint,
        request: &UserRequest,
        refresh_token: &SecretString,
        proofs: &Proofs,
    ) -> Result<Issued> {
        let mut proofs = proofs.clone();
        proofs.push(("refresh_token", refresh_token.clone()));
        let grant = request.grant("refresh_token", proofs);
        let mut issued = endpoint.request(&grant).await?;
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
        if let Some(store) = &self.store {
            let owner = self.owner(endpoint, request);
            let (kept, request) = (Kept::of(issued), request.clone());
            let change = move |tokens: &mut StoredTokens| {
                let tenant = &request.application.tenant_id;
                tokens.keep(&owner, tenant, &request.api_scopes(), &kept);
            };
            // The token is good all the same.
            if let Err(error) = store.update(Box::new(change)).await {
                tracing::warn!(%error, "a sign-in was not stored");
            }
        }
        let Some(refresh_token) = issued.refresh_token.take() else {
            return;
        };
        if let Some(rotation) = &self.rotation {
            rotation(&refresh_token);
        }
        *self.lock() = Some(refresh_token);
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

    fn held(&self) -> Option<SecretString> {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Option<SecretString>> {
        self.refresh_token
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
