//! The only memory for tokens: one request at a time for each, renewed in the background before they end.
//!
//! | held token | another request under way | what a caller gets |
//! |---|---|---|
//! | good | – | the held token |
//! | soon ends | no | the held token; a task asks for a new one meanwhile |
//! | soon ends | yes, or one failed lately | the held token |
//! | ended, or none | no | this caller asks |
//! | ended, or none | yes | the answer to that request |
//!
//! A forced refresh and a claims challenge pass the held token by, but not a refusal of the last few seconds.
//!
//! The task exists only while a renewal is under way, and ends with the credential. It needs no runtime of its own: it is
//! started by a caller, where that caller runs. Many processes that started together renew at different moments, and one
//! whose renewal failed tries again after a pause that differs as well.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};
use secrecy::{ExposeSecret, SecretString};
use tokio::runtime::Handle;
use tokio::task::JoinSet;
use tokio::time::Instant;
use url::Url;

use crate::error::{Error, ErrorKind, Result, RetryAdvice};
use crate::random::{sha256, sha256_text};
use crate::token::access_token::AccessToken;
use crate::token::application::Application;
use crate::token::credential::TokenRequestOptions;
use crate::token::endpoint::{Issued, Proofs};

/// The most that a token is renewed before its end; a fifth of its life where that is less.
const LEAD: Duration = Duration::from_secs(300);

/// How close to its end a token is not handed out any more: the call it is for takes time as well.
const MARGIN: Duration = Duration::from_secs(30);

/// How long the held token is used after a renewal ahead of time failed, at the least; up to half as long again.
pub(crate) const PAUSE: Duration = Duration::from_secs(30);

/// How long a refusal that needs somebody to act is answered from memory.
const REFUSED: Duration = Duration::from_secs(5);

/// The longest that a throttled request is answered from memory.
const LONGEST_REFUSED: Duration = Duration::from_secs(3600);

const KEPT: &str = "a token could not be renewed ahead of its end; the held one is used";

/// Whose token, for what.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    authority: String,
    tenant_id: Arc<str>,
    client_id: Arc<str>,
    scopes: String,
    /// Tokens that can be revoked under way live longer, and are not for those who cannot take that.
    is_cae: bool,
    /// What the grant is made of beside the application's own proof, as a hash.
    fields: Option<[u8; 32]>,
}

impl Key {
    /// The order of scopes makes no difference.
    pub(crate) fn new(authority: &Url, application: &Application, scopes: &[&str]) -> Self {
        let mut scopes = scopes.to_vec();
        scopes.sort_unstable();
        scopes.dedup();
        Self {
            authority: authority.to_string(),
            tenant_id: Arc::clone(&application.tenant_id),
            client_id: Arc::clone(&application.client_id),
            scopes: scopes.join(" "),
            is_cae: false,
            fields: None,
        }
    }

    pub(crate) fn with_options(self, options: &TokenRequestOptions) -> Self {
        Self {
            is_cae: options.enable_cae,
            ..self
        }
    }

    pub(crate) fn with_fields(self, fields: &Proofs) -> Self {
        let text = |(name, value): &(&str, SecretString)| {
            let value = value.expose_secret();
            sha256(format!("{name} {}", sha256_text(value)).as_bytes())
        };
        let hashes: Vec<_> = fields.iter().flat_map(text).collect();
        Self {
            fields: (!fields.is_empty()).then(|| sha256(&hashes)),
            ..self
        }
    }
}

/// Why a token is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// A caller waits for it.
    Now,
    /// The one that is held will end. Nobody waits, so nobody is to be disturbed.
    Ahead,
}

/// Remembers tokens; clones share what they remember.
#[derive(Clone, Default)]
pub(crate) struct Cache {
    memory: Arc<Memory>,
}

/// A request that is under way holds no reference to this, so it goes with the last credential, and its tasks with it.
#[derive(Default)]
struct Memory {
    entries: Mutex<HashMap<Key, Entry>>,
    renewals: Mutex<JoinSet<()>>,
}

/// A request on its way. Whoever waits for it drives it, so it goes on when its first caller is gone, and ends with
/// its last; a renewal ahead of time is waited for by a task.
type Flight = Shared<BoxFuture<'static, Result<Arc<AccessToken>>>>;
type WeakFlight = WeakShared<BoxFuture<'static, Result<Arc<AccessToken>>>>;

#[derive(Default)]
struct Entry {
    held: Option<CachedToken>,
    /// When a failed renewal may be tried again.
    not_before: Option<Instant>,
    /// By the claims that were demanded: those must neither join nor fail the ordinary requests.
    requests: HashMap<Option<String>, PendingRequest>,
}

struct CachedToken {
    token: Arc<AccessToken>,
    begun: Instant,
    refresh_at: Instant,
    usable_until: Instant,
}

#[derive(Default)]
struct PendingRequest {
    flight: Option<WeakFlight>,
    refused: Option<(Instant, Error)>,
}

/// What a caller has to do.
enum Plan {
    Use(Arc<AccessToken>),
    Fail(Error),
    Wait(Flight),
    Renew(Flight, Arc<AccessToken>),
}

impl Cache {
    /// The token that is held, or the one that `fetch` gets.
    pub(crate) async fn get(
        &self,
        key: Key,
        options: &TokenRequestOptions,
        fetch: impl FnOnce(Need) -> BoxFuture<'static, Result<Issued>>,
    ) -> Result<Arc<AccessToken>> {
        match self.plan(&key, options, fetch) {
            Plan::Use(token) => Ok(token),
            Plan::Fail(error) => Err(error),
            Plan::Wait(flight) => flight.await,
            Plan::Renew(flight, held) => {
                self.finish(key, flight);
                Ok(held)
            }
        }
    }

    /// Has a task wait for a renewal. Without a runtime there is none: the token is then renewed at its end.
    fn finish(&self, key: Key, flight: Flight) {
        let Ok(runtime) = Handle::try_current() else {
            return;
        };
        let memory = Arc::downgrade(&self.memory);
        let task = async move {
            let Err(error) = flight.await else {
                return;
            };
            tracing::warn!(%error, "{KEPT}");
            let pause = PAUSE.mul_f64(1.0 + fastrand::f64() / 2.0);
            if let Some(memory) = memory.upgrade()
                && let Some(entry) = memory.lock().get_mut(&key)
            {
                entry.not_before = Some(Instant::now() + pause);
            }
        };
        let renewals = &self.memory.renewals;
        let mut renewals = renewals.lock().unwrap_or_else(PoisonError::into_inner);
        // Those that have ended.
        while renewals.try_join_next().is_some() {}
        renewals.spawn_on(task, &runtime);
    }

    /// The token that is held, whether or not it is good any more.
    pub(crate) fn held(&self, key: &Key) -> Option<Arc<AccessToken>> {
        let entries = self.lock();
        let held = entries.get(key)?.held.as_ref()?;
        Some(Arc::clone(&held.token))
    }

    fn plan(
        &self,
        key: &Key,
        options: &TokenRequestOptions,
        fetch: impl FnOnce(Need) -> BoxFuture<'static, Result<Issued>>,
    ) -> Plan {
        let now = Instant::now();
        let mut entries = self.lock();
        if !entries.contains_key(key) {
            // A service that acts for its users meets new ones without end.
            entries.retain(|_, entry| entry.matters(now));
        }
        let entry = entries.entry(key.clone()).or_default();
        entry.requests.retain(|_, asked| asked.matters(now));
        let held = entry.usable(now, options);
        let asked = entry.requests.get(&options.claims);
        let flight = asked.and_then(PendingRequest::flying);
        let refused = asked.and_then(|asked| asked.refusal(now));
        if let Some(token) = &held
            && (!entry.is_due(now) || flight.is_some() || refused.is_some())
        {
            return Plan::Use(Arc::clone(token));
        }
        if let Some(error) = refused {
            return Plan::Fail(error);
        }
        if let Some(flight) = flight {
            return Plan::Wait(flight);
        }
        let need = match &held {
            Some(_) => Need::Ahead,
            None => Need::Now,
        };
        let flight = self.launch(key, options, need, fetch(need));
        let asked = entry.requests.entry(options.claims.clone()).or_default();
        asked.flight = flight.downgrade();
        match held {
            Some(token) => Plan::Renew(flight, token),
            None => Plan::Wait(flight),
        }
    }

    /// A request that remembers its own outcome, whoever drives it.
    fn launch(
        &self,
        key: &Key,
        options: &TokenRequestOptions,
        need: Need,
        fetch: BoxFuture<'static, Result<Issued>>,
    ) -> Flight {
        let memory = Arc::downgrade(&self.memory);
        let (key, claims) = (key.clone(), options.claims.clone());
        let flight = async move {
            let begun = Instant::now();
            match fetch.await {
                Ok(issued) => {
                    let held = CachedToken::new(begun, issued);
                    let token = Arc::clone(&held.token);
                    if let Some(memory) = Weak::upgrade(&memory) {
                        memory.keep(&key, held);
                    }
                    Ok(token)
                }
                Err(error) => {
                    // Without a user there is nothing that a caller who waits could not get.
                    let is_final =
                        need == Need::Now || error.kind() != ErrorKind::InteractionRequired;
                    if let Some(memory) = Weak::upgrade(&memory).filter(|_| is_final) {
                        memory.note(&key, claims, &error);
                    }
                    Err(error)
                }
            }
        };
        flight.boxed().shared()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Entry>> {
        self.memory.lock()
    }
}

impl Memory {
    fn keep(&self, key: &Key, held: CachedToken) {
        let mut entries = self.lock();
        let entry = entries.entry(key.clone()).or_default();
        entry.not_before = None;
        let is_newer = (entry.held.as_ref()).is_none_or(|old| old.begun <= held.begun);
        if is_newer {
            entry.held = Some(held);
        }
    }

    fn note(&self, key: &Key, claims: Option<String>, error: &Error) {
        let now = Instant::now();
        let mut entries = self.lock();
        let entry = entries.entry(key.clone()).or_default();
        let memory = match error.retry_advice() {
            RetryAdvice::After(delay) if error.kind() == ErrorKind::Throttled => {
                delay.min(LONGEST_REFUSED)
            }
            RetryAdvice::After(_) => return,
            _ => REFUSED,
        };
        let asked = entry.requests.entry(claims).or_default();
        asked.refused = Some((now + memory, error.clone()));
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Cache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Cache({} entries)", self.lock().len())
    }
}

impl Entry {
    /// The held token, where it is good for what is asked.
    fn usable(&self, now: Instant, options: &TokenRequestOptions) -> Option<Arc<AccessToken>> {
        if options.force_refresh || options.claims.is_some() {
            return None;
        }
        let held = self.held.as_ref().filter(|held| now < held.usable_until)?;
        Some(Arc::clone(&held.token))
    }

    /// Whether anything is to be remembered.
    fn matters(&self, now: Instant) -> bool {
        let is_held = self
            .held
            .as_ref()
            .is_some_and(|held| now < held.usable_until);
        is_held || self.requests.values().any(|asked| asked.matters(now))
    }

    /// Whether it is time to renew the held token.
    fn is_due(&self, now: Instant) -> bool {
        self.held.as_ref().is_none_or(|held| now >= held.refresh_at)
            && self.not_before.is_none_or(|instant| now >= instant)
    }
}

impl CachedToken {
    fn new(begun: Instant, issued: Issued) -> Self {
        let life = issued.life;
        let usual = life - LEAD.min(life / 5);
        let refresh = issued.refresh_in.unwrap_or(usual).min(usual);
        // Many processes start together, after a deployment or a reboot; they should not renew together.
        let jitter = ((life - refresh) / 4).min(LEAD / 4);
        Self {
            token: Arc::new(issued.token),
            begun,
            refresh_at: begun + refresh + jitter.mul_f64(fastrand::f64()),
            usable_until: begun + life - MARGIN.min(life / 10),
        }
    }
}

impl PendingRequest {
    fn flying(&self) -> Option<Flight> {
        self.flight.as_ref().and_then(WeakFlight::upgrade)
    }

    fn refusal(&self, now: Instant) -> Option<Error> {
        let (until, error) = self.refused.as_ref()?;
        let left = until
            .checked_duration_since(now)
            .filter(|left| !left.is_zero())?;
        Some(match error.retry_advice() {
            RetryAdvice::After(_) => error.clone().with_retry_advice(RetryAdvice::After(left)),
            _ => error.clone(),
        })
    }

    fn matters(&self, now: Instant) -> bool {
        self.flying().is_some() || self.refusal(now).is_some()
    }
}
