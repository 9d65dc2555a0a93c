//! What every way of signing a user in has in common: a session that is gone on with, and the sign-in where it ends.

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

/// How long a caller who could have a stored token waits for a new one.
const PATIENCE: Duration = Duration::from_secs(10);

/// An application that users sign in to, where, and what came of it. Clones share session and tokens.
#[derive(Clone)]
pub(crate) struct UserFlow {
    pub(crate) application: Application,
    pub(crate) endpoint: TokenEndpoint,
    pub(crate) proof: ClientProof,
    session: UserSession,
    cache: Cache,
    /// Held while a user signs in: two APIs wanted at once are no reason to ask twice.
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

    /// The token that is held, one of the session, or the one that `sign_in` gets. It is told why the session would not
    /// do, where there is one.
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
            // A request that held the memory which it is made for would never end with its owner.
            let flow = Self {
                cache: Cache::default(),
                ..self.clone()
            };
            flow.fetch(request, need, sign_in).boxed()
        };
        self.cache.get(key, options, fetch).await
    }

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
        // This process may end before a task of the background does, and so may the next one.
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
            "a stored token could not be renewed ahead of its end; it is used"
        );
        stored.refresh_in = Some(PAUSE);
        Ok(stored)
    }

    /// A new token for the session, or for a sign-in.
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
        // Somebody else may have had the turn, and another process may have signed in.
        let second = self.renew_with_any(&request, &mut tried).await?;
        let Renewal::NeedsUser(second) = second else {
            return second.into_outcome();
        };
        let refused = second.or(first);
        if let Some(claims) = refused.as_ref().and_then(Error::claims) {
            // A policy of the tenant wants more of this sign-in than the one before had.
            request.claims = Some(claims.to_owned());
        }
        let mut issued = sign_in(self.clone(), request.clone(), refused).await?;
        self.session
            .keep(&self.endpoint, &request, &mut issued, None)
            .await;
        Ok(issued)
    }

    /// Goes on with the refresh tokens that there are now, but for those that were refused already, or takes the token
    /// that another process has got by one meanwhile.
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

    /// The `Debug` of the credential with this name.
    pub(crate) fn describe(&self, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(name)
            .field("tenant_id", &self.application.tenant_id)
            .field("client_id", &self.application.client_id)
            .field("endpoint", &self.endpoint)
            .finish_non_exhaustive()
    }
}

/// What came of going on with the session.
enum Renewal {
    Ended(Box<Result<Issued>>),
    /// Why, where a session was refused.
    NeedsUser(Option<Error>),
}

impl Renewal {
    /// What it ended with.
    fn into_outcome(self) -> Result<Issued> {
        match self {
            Self::Ended(outcome) => *outcome,
            Self::NeedsUser(why) => Err(why.unwrap_or_else(|| {
                Error::new(ErrorKind::InteractionRequired, "a user has to sign in")
            })),
        }
    }
}
