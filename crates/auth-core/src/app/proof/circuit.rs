//! Stops sending a proof that was refused for good.
//!
//! An expired secret fails in every customer's tenant alike. After one refusal the others fail
//! without a request: the identity service locks out applications that go on.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;
use url::Url;

use crate::error::{Error, Result};
use crate::token::endpoint::Grant;

/// How long a refused proof is not sent.
const MEMORY: Duration = Duration::from_secs(60);

/// Refusals that concern the registration itself, so that every tenant answers the same: wrong
/// secret, expired secret, unknown or expired key.
const DEAD: [u32; 3] = [7_000_215, 7_000_222, 700_027];

/// SHA-256 of a secret or a certificate.
pub(crate) type Fingerprint = [u8; 32];

/// Authority and client id.
type Place<'a> = (&'a Url, &'a str);

/// The refused proofs. Clones share them.
#[derive(Clone, Default)]
pub(super) struct Circuit(Arc<Mutex<HashMap<Key, Dead>>>);

/// Authority, client id, proof.
type Key = (Url, String, Fingerprint);

/// A refusal, and how long it is remembered.
struct Dead {
    until: Instant,
    error: Error,
}

impl Circuit {
    /// Returns the remembered refusal of a proof, if it was refused less than a minute ago.
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
                tracing::debug!(error = %dead.error, "not sent: the proof was refused less than a minute ago");
                Err(dead
                    .error
                    .clone()
                    .with_tenant(&*grant.application.tenant_id))
            }
        }
    }

    /// Remembers a refusal, if it is about the proof itself.
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

/// Owned form of a place and fingerprint.
fn key((authority, client_id): Place<'_>, fingerprint: Fingerprint) -> Key {
    (
        authority.clone(),
        client_id.to_ascii_lowercase(),
        fingerprint,
    )
}
