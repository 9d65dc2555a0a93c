//! The token cache: one request at a time per token, renewal in the background before expiry.
//!
//! | cached token | request in flight | result for a caller |
//! |---|---|---|
//! | fresh | – | the cached token |
//! | due for renewal | no | the cached token; a task requests a new one |
//! | due for renewal | yes, or failed recently | the cached token |
//! | expired, or none | no | this caller's request |
//! | expired, or none | yes | the result of that request |
//!
//! A forced refresh and a claims challenge skip the cached token, but not an error of the last few
//! seconds: see `REFUSED` and `LONGEST_REFUSED`.
//!
//! A renewal task exists only while its request is in flight and ends with the credential. It runs
//! on the runtime of the caller that started it; without a runtime the token is renewed when it
//! expires. Renewal times are jittered, so that processes that started together do not renew
//! together; so is the pause after a failed renewal.
//!
//! Decision 12 says why tokens are renewed in the background.

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

/// Longest time before expiry at which a token is renewed; at most a fifth of its lifetime.
const LEAD: Duration = Duration::from_secs(300);

/// A token with less time left is not returned: the call that uses it takes time as well. At most a
/// tenth of its lifetime.
const MARGIN: Duration = Duration::from_secs(30);

/// Least pause after a failed renewal ahead of expiry; jittered up to half as long again.
pub(crate) const PAUSE: Duration = Duration::from_secs(30);

/// How long an error that needs a person is returned without a new request.
const REFUSED: Duration = Duration::from_secs(5);

/// Longest time that a throttling error is returned without a new request.
const LONGEST_REFUSED: Duration = Duration::from_secs(3600);

const KEPT: &str = "a token could not be renewed ahead of expiry; the cached one is used";

/// Identifies a cached token.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    authority: String,
    tenant_id: Arc<str>,
    client_id: Arc<str>,
    scopes: String,
    /// CAE tokens live up to 28 hours and are only for callers that handle claims challenges.
    is_cae: bool,
    /// Hash of what the grant contains beside the application's proof, such as the user's
    /// assertion.
    fields: Option<[u8; 32]>,
}

impl Key {
    /// Scopes are sorted: their order makes no difference.
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

    /// Adds the options that change the token.
    pub(crate) fn with_options(self, options: &TokenRequestOptions) -> Self {
        Self {
            is_cae: options.enable_cae,
            ..self
        }
    }

    /// Adds a hash of the grant's own fields.
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

/// Why a token is requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// A caller waits for it.
    Now,
    /// The cached one is about to expire. No caller waits, so a user must not be prompted.
    Ahead,
}

/// Caches tokens. Clones share their entries.
#[derive(Clone, Default)]
pub(crate) struct Cache {
    memory: Arc<Memory>,
}

/// Requests in flight hold no strong reference to this, so it is dropped with the last credential,
/// and its renewal tasks with it.
#[derive(Default)]
struct Memory {
    entries: Mutex<HashMap<Key, Entry>>,
    renewals: Mutex<JoinSet<()>>,
}

/// A shared in-flight token request. Driven by its waiters: survives the first caller being
/// dropped, cancelled when all are. A renewal ahead of expiry is driven by a task.
type Flight = Shared<BoxFuture<'static, Result<Arc<AccessToken>>>>;
type WeakFlight = WeakShared<BoxFuture<'static, Result<Arc<AccessToken>>>>;

/// What is known of one token.
#[derive(Default)]
struct Entry {
    held: Option<CachedToken>,
    /// Earliest time of the next renewal, after one failed.
    not_before: Option<Instant>,
    /// Keyed by claims: requests with a claims challenge neither join nor fail the ordinary ones.
    requests: HashMap<Option<String>, PendingRequest>,
}

/// A token with the times, by the monotonic clock, that decide about it.
struct CachedToken {
    token: Arc<AccessToken>,
    begun: Instant,
    refresh_at: Instant,
    usable_until: Instant,
}

/// The request for a token with certain claims, or its recent error.
#[derive(Default)]
struct PendingRequest {
    flight: Option<WeakFlight>,
    refused: Option<(Instant, Error)>,
}

/// How a call to [`Cache::get`] gets its token.
enum Plan {
    Use(Arc<AccessToken>),
    Fail(Error),
    Wait(Flight),
    Renew(Flight, Arc<AccessToken>),
}

impl Cache {
    /// Returns the cached token, or the one that `fetch` acquires.
    ///
    /// # Errors
    /// Returns the error of the request, which other callers of the same token may receive as well.
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

    /// Spawns a task that drives a renewal. Without a runtime nothing is spawned, and the token is
    /// renewed when it expires.
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
        // Drop the handles of finished tasks.
        while renewals.try_join_next().is_some() {}
        renewals.spawn_on(task, &runtime);
    }

    /// The cached token, expired or not.
    pub(crate) fn held(&self, key: &Key) -> Option<Arc<AccessToken>> {
        let entries = self.lock();
        let held = entries.get(key)?.held.as_ref()?;
        Some(Arc::clone(&held.token))
    }

    /// Decides, under the lock, how the call gets its token, and registers its request.
    fn plan(
        &self,
        key: &Key,
        options: &TokenRequestOptions,
        fetch: impl FnOnce(Need) -> BoxFuture<'static, Result<Issued>>,
    ) -> Plan {
        let now = Instant::now();
        let mut entries = self.lock();
        if !entries.contains_key(key) {
            // On-behalf-of services see an unbounded number of users, so stale entries are evicted.
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

    /// Builds a request that stores its own result, whoever drives it.
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
                    // A renewal cannot prompt a user; a caller that waits can, so the error is not
                    // stored for it.
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
    /// Stores a token, unless a newer request has stored one already, and ends the pause after a
    /// failed renewal.
    fn keep(&self, key: &Key, held: CachedToken) {
        let mut entries = self.lock();
        let entry = entries.entry(key.clone()).or_default();
        entry.not_before = None;
        let is_newer = (entry.held.as_ref()).is_none_or(|old| old.begun <= held.begun);
        if is_newer {
            entry.held = Some(held);
        }
    }

    /// Stores an error, so that it is returned for a while without a new request.
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
    /// The cached token, if it satisfies the options.
    fn usable(&self, now: Instant, options: &TokenRequestOptions) -> Option<Arc<AccessToken>> {
        if options.force_refresh || options.claims.is_some() {
            return None;
        }
        let held = self.held.as_ref().filter(|held| now < held.usable_until)?;
        Some(Arc::clone(&held.token))
    }

    /// Whether the entry holds anything worth keeping.
    fn matters(&self, now: Instant) -> bool {
        let is_held = self
            .held
            .as_ref()
            .is_some_and(|held| now < held.usable_until);
        is_held || self.requests.values().any(|asked| asked.matters(now))
    }

    /// Whether the cached token is due for renewal.
    fn is_due(&self, now: Instant) -> bool {
        self.held.as_ref().is_none_or(|held| now >= held.refresh_at)
            && self.not_before.is_none_or(|instant| now >= instant)
    }
}

impl CachedToken {
    /// Computes the times from the lifetime that the issuer reported.
    fn new(begun: Instant, issued: Issued) -> Self {
        let life = issued.life;
        let usual = life - LEAD.min(life / 5);
        let refresh = issued.refresh_in.unwrap_or(usual).min(usual);
        // Jitter: many processes start together after a deployment and should not renew together.
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
    /// The request in flight, if any caller still waits for it.
    fn flying(&self) -> Option<Flight> {
        self.flight.as_ref().and_then(WeakFlight::upgrade)
    }

    /// The stored error, with the delay that is left.
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

    /// Whether it is worth keeping.
    fn matters(&self, now: Instant) -> bool {
        self.flying().is_some() || self.refusal(now).is_some()
    }
}
