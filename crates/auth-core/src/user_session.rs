//! What a user's sign-in leaves behind: a refresh token, replaced at every use.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use secrecy::SecretString;

use crate::application::Application;
use crate::error::Result;
use crate::token_endpoint::{Grant, Issued, Proofs, TokenEndpoint};

/// Asks for the next refresh token as well.
const OFFLINE: &str = "offline_access";

/// Told of every new refresh token.
type Rotation = Arc<dyn Fn(&SecretString) + Send + Sync>;

/// The refresh token that is good now. Clones share it. It serves every API and every tenant that the user may use.
#[derive(Clone, Default)]
pub(crate) struct UserSession {
    refresh_token: Arc<Mutex<Option<SecretString>>>,
    rotation: Option<Rotation>,
}

/// What is asked of the identity service for a user.
#[derive(Clone)]
pub(crate) struct UserRequest {
    pub(crate) application: Application,
    pub(crate) scope: String,
    pub(crate) claims: Option<String>,
}

impl UserRequest {
    pub(crate) fn new(application: Application, scopes: &[&str], claims: Option<String>) -> Self {
        let mut scopes = scopes.to_vec();
        if !scopes.contains(&OFFLINE) {
            scopes.push(OFFLINE);
        }
        Self {
            application,
            scope: scopes.join(" "),
            claims,
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
}

impl UserSession {
    pub(crate) fn of(refresh_token: SecretString) -> Self {
        Self {
            refresh_token: Arc::new(Mutex::new(Some(refresh_token))),
            rotation: None,
        }
    }

    pub(crate) fn with_rotation(mut self, rotation: Rotation) -> Self {
        self.rotation = Some(rotation);
        self
    }

    pub(crate) fn refresh_token(&self) -> Option<SecretString> {
        self.lock().clone()
    }

    /// A token for the refresh token, with whatever else proves who asks.
    ///
    /// A refresh token that was refused is kept: what is lacking, a second factor or consent, may be so for one API only.
    pub(crate) async fn redeem(
        &self,
        endpoint: &TokenEndpoint,
        request: &UserRequest,
        refresh_token: SecretString,
        mut proofs: Proofs,
    ) -> Result<Issued> {
        proofs.push(("refresh_token", refresh_token));
        let grant = request.grant("refresh_token", proofs);
        let mut issued = endpoint.request(&grant).await?;
        self.keep(&mut issued);
        Ok(issued)
    }

    /// Keeps the refresh token that came along, if one did.
    pub(crate) fn keep(&self, issued: &mut Issued) {
        let Some(refresh_token) = issued.refresh_token.take() else {
            return;
        };
        if let Some(rotation) = &self.rotation {
            rotation(&refresh_token);
        }
        *self.lock() = Some(refresh_token);
    }

    fn lock(&self) -> MutexGuard<'_, Option<SecretString>> {
        self.refresh_token
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
