//! The part that all flows of users share: use the session if there is one, else sign in.
//!
//! Order of a token request: a stored access token, the refresh tokens of memory and store, the
//! sign-in of the flow. A refresh token that was refused is not tried again within the request.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use http_core::Transport;
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Mutex;
use tokio::time::timeout;
use url::Url;

use crate::app::proof::ClientProof;
use crate::cloud::Cloud;
use crate::error::{Error, ErrorKind, Result};
use crate::random::is_same;
use crate::store::{StoredTokens, TokenStore};
use crate::token::access_token::AccessToken;
use crate::token::application::Application;
use crate::token::cache::{Cache, Key, Need, PAUSE};
use crate::token::credential::TokenRequestOptions;
use crate::token::endpoint::{Issued, TokenEndpoint};
use crate::user::session::{Candidate, UserRequest, UserSession};

/// How long a caller that could use a stored token waits for a new one.
const PATIENCE: Duration = Duration::from_secs(10);

/// An application that users sign in to, its authority, and the session. Clones share session and
/// tokens.
#[derive(Clone)]
pub(crate) struct UserFlow {
    /// The application and its tenant: `organizations` is allowed.
    pub(crate) application: Application,
    pub(crate) endpoint: TokenEndpoint,
    /// None for public clients, which most applications of users are.
    pub(crate) proof: ClientProof,
    session: UserSession,
    cache: Cache,
    /// Locked during a sign-in, so that concurrent requests for two APIs prompt the user once.
    turn: Arc<Mutex<()>>,
}

impl UserFlow {
    /// A public client of the commercial cloud, with a session or without.
    pub(crate) fn new(tenant_id: &str, client_id: &str, session: UserSession) -> Result<Self> {
        Ok(Self {
            application: Application::of_user(tenant_id, client_id)?,
            endpoint: TokenEndpoint::new(Cloud::default().authority()),
            proof: ClientProof::nothing(),
            session,
            cache: Cache::default(),
            turn: Arc::default(),
        })
    }

    pub(crate) fn with_authority(self, authority: Url) -> Self {
        let endpoint = self.endpoint.with_authority(authority);
        Self { endpoint, ..self }
    }

    pub(crate) fn with_transport(self, transport: Arc<dyn Transport>) -> Self {
        let endpoint = self.endpoint.with_transport(transport);
        Self { endpoint, ..self }
    }

    pub(crate) fn with_client_proof(self, proof: ClientProof) -> Self {
        Self { proof, ..self }
    }

    pub(crate) fn with_rotation(
        self,
        keep: impl Fn(&SecretString) + Send + Sync + 'static,
    ) -> Self {
        let session = self.session.with_rotation(Arc::new(keep));
        Self { session, ..self }
    }

    pub(crate) fn with_store(self, store: Arc<dyn TokenStore>) -> Self {
        let session = self.session.with_store(store);
        Self { session, ..self }
    }

    pub(crate) fn with_account(self, home_account_id: &str) -> Self {
        let session = self.session.with_account(home_account_id);
        Self { session, ..self }
    }

    /// Returns the cached token, one of the session, or one of `sign_in`, which receives the error
    /// of the session, if there is one.
    pub(crate) async fn get<F, SigningIn>(
        &self,
        scopes: &[&str],
        options: &TokenRequestOptions,
        sign_in: F,
    ) -> Result<Arc<AccessToken>>
    where
        F: FnOnce(Self, UserRequest, Option<Error>) -> SigningIn + Send + 'static,
        SigningIn: Future<Output = Result<Issued>> + Send + 'static,
    {
        let application = self.application.in_tenant(options.tenant_id.as_deref())?;
        let key = Key::new(self.endpoint.authority(), &application, scopes).with_options(options);
        let fetch = |need| {
            let request = UserRequest::new(application, scopes, options);
            // A clone without the cache: a request that kept a strong reference to the cache would
            // never be dropped with it.
            let flow = Self {
                cache: Cache::default(),
                ..self.clone()
            };
            flow.fetch(request, need, sign_in).boxed()
        };
        self.cache.get(key, options, fetch).await
    }

    /// Acquires a token that is not cached: from the store, the session, or a sign-in.
    ///
    /// A stored access token is returned at once while it is valid; if it is due for renewal, the
    /// caller waits for the new one only for a limited time and takes the stored one otherwise.
    async fn fetch<F, SigningIn>(
        self,
        request: UserRequest,
        need: Need,
        sign_in: F,
    ) -> Result<Issued>
    where
        F: FnOnce(Self, UserRequest, Option<Error>) -> SigningIn,
        SigningIn: Future<Output = Result<Issued>>,
    {
        let stored = self.session.stored().await?;
        let stored = self.session.stored_token(&stored, &self.endpoint, &request);
        let Some(mut stored) = stored else {
            return match need {
                Need::Now => self.fetch_from_issuer(request, sign_in).await,
                Need::Ahead => {
                    let renewed = self.renew_with_any(&request, &mut Vec::new()).await?;
                    renewed.into_outcome()
                }
            };
        };
        if !stored.is_due() {
            return Ok(stored);
        }
        // Wait, up to a limit: a short-lived process may end before a background task does, every
        // time.
        let mut tried = Vec::new();
        let renewing = self.renew_with_any(&request, &mut tried);
        let why = match timeout(PATIENCE, renewing).await {
            Ok(Ok(Renewal::Ended(outcome))) => match *outcome {
                Ok(issued) => return Ok(issued),
                Err(error) => Some(error),
            },
            Ok(Ok(Renewal::NeedsUser(why))) => why,
            Ok(Err(error)) => Some(error),
            Err(_) => None,
        };
        tracing::warn!(
            why = why.map(tracing::field::display),
            "a stored token could not be renewed ahead of expiry; it is used"
        );
        stored.refresh_in = Some(PAUSE);
        Ok(stored)
    }

    /// Requests a new token by the session, or by a sign-in.
    async fn fetch_from_issuer<F, SigningIn>(
        self,
        mut request: UserRequest,
        sign_in: F,
    ) -> Result<Issued>
    where
        F: FnOnce(Self, UserRequest, Option<Error>) -> SigningIn,
        SigningIn: Future<Output = Result<Issued>>,
    {
        let mut tried = Vec::new();
        let first = self.renew_with_any(&request, &mut tried).await?;
        let Renewal::NeedsUser(first) = first else {
            return first.into_outcome();
        };
        let _turn = self.turn.lock().await;
        // Another task or process may have signed in while this one waited for its turn.
        let second = self.renew_with_any(&request, &mut tried).await?;
        let Renewal::NeedsUser(second) = second else {
            return second.into_outcome();
        };
        let refused = second.or(first);
        if let Some(claims) = refused.as_ref().and_then(Error::claims) {
            // A policy of the tenant requires more than the last sign-in satisfied.
            request.claims = Some(claims.to_owned());
        }
        let mut issued = sign_in(self.clone(), request.clone(), refused).await?;
        self.session
            .keep(&self.endpoint, &request, &mut issued, None)
            .await;
        Ok(issued)
    }

    /// Redeems the current refresh tokens, except for those that were refused already; or returns
    /// the token that another process has stored meanwhile.
    async fn renew_with_any(
        &self,
        request: &UserRequest,
        tried: &mut Vec<SecretString>,
    ) -> Result<Renewal> {
        if self
            .untried(&self.session.stored().await?, request, tried)
            .is_empty()
        {
            return Ok(Renewal::NeedsUser(None));
        }
        let _turn = self.session.turn().await?;
        let stored = self.session.stored().await?;
        let token = self.session.stored_token(&stored, &self.endpoint, request);
        if let Some(token) = token.filter(|token| !token.is_due()) {
            return Ok(Renewal::Ended(Box::new(Ok(token))));
        }
        let mut refused = None;
        for candidate in self.untried(&stored, request, tried) {
            match self.renew(request, &candidate).await {
                Renewal::NeedsUser(why) => refused = why,
                ended => return Ok(ended),
            }
            tried.push(candidate.token);
        }
        Ok(Renewal::NeedsUser(refused))
    }

    /// The current refresh tokens, without those that were tried already.
    fn untried(
        &self,
        stored: &StoredTokens,
        request: &UserRequest,
        tried: &[SecretString],
    ) -> Vec<Candidate> {
        let mut found = self.session.refresh_tokens(stored, &self.endpoint, request);
        found.retain(|candidate| {
            let token = candidate.token.expose_secret();
            !tried.iter().any(|one| is_same(one.expose_secret(), token))
        });
        found
    }

    /// Redeems one refresh token. Only a refusal that a sign-in can repair leads to the sign-in.
    async fn renew(&self, request: &UserRequest, candidate: &Candidate) -> Renewal {
        let renewed = self
            .session
            .redeem(&self.endpoint, &self.proof, request, candidate)
            .await;
        match renewed {
            Err(error) if error.kind() == ErrorKind::InteractionRequired => {
                tracing::debug!(%error, "the user has to sign in again");
                Renewal::NeedsUser(Some(error))
            }
            outcome => Renewal::Ended(Box::new(outcome)),
        }
    }

    /// Implements `Debug` for the credential with this name.
    pub(crate) fn describe(&self, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(name)
            .field("tenant_id", &self.application.tenant_id)
            .field("client_id", &self.application.client_id)
            .field("endpoint", &self.endpoint)
            .finish_non_exhaustive()
    }
}

/// Outcome of using the session.
enum Renewal {
    Ended(Box<Result<Issued>>),
    /// The refusal, if there was a session.
    NeedsUser(Option<Error>),
}

impl Renewal {
    /// Converts to a result, if no sign-in follows.
    fn into_outcome(self) -> Result<Issued> {
        match self {
            Self::Ended(outcome) => *outcome,
            Self::NeedsUser(why) => Err(why.unwrap_or_else(|| {
                Error::new(ErrorKind::InteractionRequired, "a user has to sign in")
            })),
        }
    }
}
