//! A proof that is known to be dead is not sent again for a while, whatever the tenant.
//!
//! A secret that has ended fails in each of three hundred customers' tenants alike; one answer tells it of all, and the
//! identity service locks out who goes on asking.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;
use url::Url;

use crate::error::{Error, Result};
use crate::token::endpoint::Grant;

/// How long a dead proof is taken for dead.
const MEMORY: Duration = Duration::from_secs(60);

/// Refusals that are about the registration itself, so that no tenant can answer otherwise: wrong secret, ended secret,
/// unknown or ended key.
const DEAD: [u32; 3] = [7_000_215, 7_000_222, 700_027];

/// The SHA-256 of a secret or a certificate.
pub(crate) type Fingerprint = [u8; 32];

/// Where an application proves itself, and its client id.
type Place<'a> = (&'a Url, &'a str);

/// What is known to be dead. Clones share it.
#[derive(Clone, Default)]
pub(super) struct Circuit(Arc<Mutex<HashMap<Key, Dead>>>);

/// Authority, application, proof.
type Key = (Url, String, Fingerprint);

struct Dead {
    until: Instant,
    error: Error,
}

impl Circuit {
    /// Whether the proof may be sent: the refusal that is remembered where it may not.
    pub(super) fn check(
        &self,
        place: Place<'_>,
        fingerprint: &Fingerprint,
        grant: &Grant,
    ) -> Result<()> {
        let now = Instant::now();
        let mut dead = self.lock();
        dead.retain(|_, dead| now < dead.until);
        match dead.get(&key(place, *fingerprint)) {
            None => Ok(()),
            Some(dead) => {
                tracing::debug!(error = %dead.error, "not asked: the proof was refused a moment ago");
                Err(dead
                    .error
                    .clone()
                    .with_tenant(&*grant.application.tenant_id))
            }
        }
    }

    /// Remembers a refusal that is about the proof.
    pub(super) fn note(&self, place: Place<'_>, fingerprint: Fingerprint, error: &Error) {
        if !error.codes().iter().any(|code| DEAD.contains(code)) {
            return;
        }
        let dead = Dead {
            until: Instant::now() + MEMORY,
            error: error.clone(),
        };
        self.lock().insert(key(place, fingerprint), dead);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Key, Dead>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn key((authority, client_id): Place<'_>, fingerprint: Fingerprint) -> Key {
    (
        authority.clone(),
        client_id.to_ascii_lowercase(),
        fingerprint,
    )
}
