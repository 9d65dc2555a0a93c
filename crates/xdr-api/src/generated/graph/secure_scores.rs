//! Operations and types of secure scores.
//!
//! | builder | call | least permission |
//! | --- | --- | --- |
//! | [`GetSecureScore`] | `GET /v1.0/security/secureScores/{secure_score_id}` | `SecurityEvents.Read.All` |
//! | [`ListSecureScores`] | `GET /v1.0/security/secureScores` | `SecurityEvents.Read.All` |

mod get;
mod list;
mod model;

use http_core::{Client, Id};

pub use get::{GET, GetSecureScore};
pub use list::{LIST, ListSecureScores};
pub use model::{AverageComparativeScore, ControlScore, SecureScore};

/// The operations of secure scores; each method begins a request.
#[derive(Clone, Debug)]
pub struct SecureScores {
    pub(crate) client: Client,
}

impl SecureScores {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            client: client.clone(),
        }
    }

    /// Get one daily secure score. See [`GetSecureScore`].
    pub fn get(&self, secure_score_id: impl Into<Id<SecureScore>>) -> GetSecureScore {
        GetSecureScore::new(&self.client, secure_score_id)
    }

    /// List daily secure scores. See [`ListSecureScores`].
    pub fn list(&self) -> ListSecureScores {
        ListSecureScores::new(&self.client)
    }
}
